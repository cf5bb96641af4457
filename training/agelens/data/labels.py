"""Labels carried by UTKFace file names: `<age>_<gender>_<ethnicity>_<timestamp>.jpg.chip.jpg`."""

import re
from dataclasses import dataclass
from pathlib import Path

from agelens.errors import AgeLensError
from agelens.files import write_table

GENDERS = ("male", "female")
ETHNICITIES = ("White", "Black", "Asian", "Indian", "other")
_NAME = re.compile(r"^(\d{1,3})_([01])_([0-4])_\d+\s*\.?jpg(\.chip\.jpg)?$")


@dataclass(frozen=True)
class Label:
    """What a file name says: age in years (0…116), gender 0…1 and ethnicity 0…4 as in GENDERS, ETHNICITIES."""

    filename: str
    age: int
    gender: int
    ethnicity: int


def parse_name(filename: str) -> Label | None:
    """Read one name, or None where a field is missing.

    >>> parse_name("26_1_2_20170104165424627.jpg.chip.jpg")
    Label(filename='26_1_2_20170104165424627.jpg.chip.jpg', age=26, gender=1, ethnicity=2)
    """
    match = _NAME.match(filename)
    return match and Label(filename, int(match[1]), int(match[2]), int(match[3]))


def read_folder(folder: Path) -> tuple[list[Label], list[str]]:
    """Labels of every JPEG in `folder` in name order, and the names that could not be read."""
    names = sorted(path.name for path in folder.glob("*.jpg"))
    if not names:
        raise AgeLensError(f"{folder} holds no .jpg files; pass the folder with the unpacked UTKFace chips.")
    parsed = {name: parse_name(name) for name in names}
    labels = [label for label in parsed.values() if label]
    return labels, [name for name, label in parsed.items() if not label]


def report_malformed(names: list[str], path: Path) -> None:
    """List unreadable names in a CSV file, so that no picture disappears without a trace."""
    rows = [(name, "name is not age_gender_ethnicity_timestamp") for name in names]
    write_table(path, ("filename", "reason"), rows)
