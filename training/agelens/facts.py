"""What the app and this workspace both know, from the files that both read."""

from functools import cache
from pathlib import Path
from typing import Any

from agelens.files import read_json

FACTS = Path(__file__).parents[2] / "src/engine/facts"


@cache
def read_facts(name: str) -> Any:
    """The content of a file of src/engine/facts; raises AgeLensError when it is missing."""
    return read_json(FACTS / name, made_by=f"`git restore src/engine/facts/{name}`")
