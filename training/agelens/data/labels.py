"""Labels of pictures: from file names in UTKFace's manner, or from a CSV file.

UTKFace names are `<age>_<gender>_<ethnicity>_<timestamp>.jpg.chip.jpg`. A CSV file has the columns `filename` (relative
to the pictures' folder) and `age`, and may have `gender`, `ethnicity` and `source`: the picture that this one was made
from.
"""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from agelens.data.pictures import list_pictures
from agelens.errors import AgeLensError
from agelens.files import read_table, write_table

GENDERS = ("male", "female")
ETHNICITIES = ("White", "Black", "Asian", "Indian", "other")
UNKNOWN = -1
OLDEST = 120
_NAME = re.compile(r"^(\d{1,3})_([01])_([0-4])_\d+\s*\.?(jpe?g|png|webp|bmp)(\.chip\.jpg)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    """What is known of a picture: age in years 0…OLDEST; gender and ethnicity as in GENDERS, ETHNICITIES, or −1."""

    filename: str
    age: int
    gender: int
    ethnicity: int


@dataclass(frozen=True)
class Labels:
    """Readable labels in order, (name, reason) of the others, and the source picture of those made from another one."""

    known: list[Label]
    malformed: list[tuple[str, str]]
    sources: dict[str, str]


def parse_name(filename: str) -> Label | None:
    """Read one name, or None where a field is missing.

    >>> parse_name("26_1_2_20170104165424627.jpg.chip.jpg")
    Label(filename='26_1_2_20170104165424627.jpg.chip.jpg', age=26, gender=1, ethnicity=2)
    """
    match = _NAME.match(PurePosixPath(filename).name)
    return match and Label(filename, int(match[1]), int(match[2]), int(match[3]))


def read_labels(folder: Path, table: Path | None = None) -> Labels:
    """Labels of every picture below `folder`, from `table` where one is given or lies beside them as labels.csv."""
    names = list_pictures(folder)
    beside = folder / "labels.csv"
    if table is None and beside.is_file():
        table = beside
    rows = _read_rows(table) if table else None
    known, malformed = [], []
    for name in names:
        label = _from_row(name, rows, table) if rows is not None else _from_name(name)
        (known if isinstance(label, Label) else malformed).append(label)
    sources = {name: row["source"] for name, row in (rows or {}).items() if row.get("source")}
    return Labels(known, malformed, sources)


def require(labels: Labels, folder: Path) -> list[Label]:
    """The known labels; raises AgeLensError where there are none."""
    if labels.known:
        return labels.known
    name, reason = labels.malformed[0]
    raise AgeLensError(f"No picture of {folder} has a label; {name}: {reason}; name files like UTKFace or pass a CSV.")


def _from_name(name: str) -> Label | tuple[str, str]:
    label = parse_name(name)
    if label is None:
        return name, "name is not age_gender_ethnicity_timestamp"
    return label if label.age <= OLDEST else (name, f"age {label.age} is outside 0…{OLDEST}")


def _read_rows(table: Path) -> dict[str, dict[str, str]]:
    rows = read_table(table, ("filename", "age"), "your labels, one line per picture")
    return {row["filename"]: row for row in rows}


def _from_row(name: str, rows: dict[str, dict[str, str]], table: Path) -> Label | tuple[str, str]:
    row = rows.get(name)
    if row is None:
        return name, f"not in {table.name}"
    try:
        age = int(row["age"])
        label = Label(name, age, _code(row.get("gender"), GENDERS), _code(row.get("ethnicity"), ETHNICITIES))
    except ValueError as error:
        return name, f"{table.name}: {error}"
    return label if 0 <= age <= OLDEST else (name, f"{table.name}: age {age} is outside 0…{OLDEST}")


def _code(text: str | None, names: tuple[str, ...]) -> int:
    """A number or a name of a category; −1 where the field is empty."""
    if not text:
        return UNKNOWN
    code = names.index(text) if text in names else int(text)
    if code not in range(-1, len(names)):
        raise ValueError(f"{text!r} is none of {', '.join(names)}")
    return code


def report_malformed(malformed: list[tuple[str, str]], path: Path) -> None:
    """List pictures without a readable label in a CSV file, so that none disappears without a trace."""
    write_table(path, ("filename", "reason"), malformed)
