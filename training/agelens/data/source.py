"""Where pictures come from, as reports and model cards say it."""

from pathlib import Path

from agelens.files import read_json
from agelens.models.strict import Strict


class Source(Strict):
    """A data set's name, its licence, and in `about` sentences for the card: how it was collected and labelled."""

    name: str = "unnamed data set"
    licence: str = "not stated"
    about: str = ""


def read_source(data: Path) -> Source:
    """What `agelens split` was told of the pictures of a data folder."""
    summary = read_json(data / "split.json", "`agelens split`")
    return Source.model_validate({key: summary[key] for key in Source.model_fields if key in summary})
