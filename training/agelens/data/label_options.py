"""How commands are told to read labels: options of the command line, and keys of their settings."""

import json
from pathlib import Path

from pydantic import Field

from agelens.data.label_table import Reading
from agelens.errors import AgeLensError
from agelens.settings import Strict


class LabelSettings(Strict):
    """`columns` maps our column names to the table's, `classes` names of folders or groups to ages, both included."""

    columns: dict[str, str] = Field(default_factory=dict)
    classes: dict[str, tuple[int, int]] = Field(default_factory=dict)

    def reading(self) -> Reading:
        """The same for `read_labels`."""
        return Reading(self.columns, self.classes)


def parse_columns(text: str | None) -> dict[str, str] | None:
    """`age=Alter,filename=Datei` as a mapping; None where nothing is given."""
    return None if text is None else dict(_pairs(text, "--columns age=Alter,filename=Datei"))


def parse_classes(text: str | None) -> dict[str, tuple[int, int]] | None:
    """`young=0-25,old=26-99`, or the age groups of a network's spec (a .json file), as a mapping."""
    if text is None:
        return None
    if text.endswith(".json"):
        return _groups_of_spec(Path(text))
    example = "--classes young=0-25,old=26-99"
    classes = {}
    for name, ages in _pairs(text, example):
        low, _, high = ages.partition("-")
        if not (low.strip().isdecimal() and high.strip().isdecimal()):
            raise AgeLensError(f"“{ages}” is no range of whole ages; write {example}.")
        classes[name] = (int(low), int(high))
    return classes


def _pairs(text: str, example: str) -> list[tuple[str, str]]:
    pairs = []
    for part in text.split(","):
        name, sign, value = (word.strip() for word in part.partition("="))
        if not (name and sign and value):
            raise AgeLensError(f"“{part.strip()}” is not NAME=VALUE; write {example}.")
        pairs.append((name, value))
    return pairs


def _groups_of_spec(path: Path) -> dict[str, tuple[int, int]]:
    try:
        groups = json.loads(path.read_text(encoding="utf-8"))["head"]["groups"]
        return {str(group["name"]): (int(group["low"]), int(group["high"])) for group in groups}
    except (OSError, ValueError, KeyError, TypeError) as error:
        example = "pass training/specs/age-groups.json"
        raise AgeLensError(f"{path} is no spec of a network with age groups; {example}.") from error
