"""Labels of pictures: from a table, from file names in UTKFace's manner, or from folders named by age.

UTKFace names are `<age>_<gender>_<ethnicity>_<timestamp>.jpg.chip.jpg`. The columns of tables, the words in them and
how ages are written lie in tools/evaluate/label-words.json.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from agelens.data.label_mat import read_mat
from agelens.data.label_match import Matches, match_rows, merge_rows
from agelens.data.label_table import Reading, Row, read_rows
from agelens.data.label_words import OLDEST, UNKNOWN, WORDS, Ages, parse_folder, plain
from agelens.data.pictures import list_pictures
from agelens.errors import AgeLensError
from agelens.files import write_table

GENDERS = ("male", "female")
ETHNICITIES = ("White", "Black", "Asian", "Indian", "other")
_BESIDE = ("labels.csv", "labels.tsv")
_NAME = re.compile(WORDS["utkfaceName"], re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    """What is known of a picture.

    Ages are completed years 0…OLDEST: `age_low` … `age_high`, both included; `age` is that age, or the middle of a
    range, which only serves to stratify. `apparent_age` and `apparent_std` are mean and deviation of people's votes.
    `gender` and `ethnicity` are indices of GENDERS and ETHNICITIES, or UNKNOWN.
    """

    filename: str
    age: int
    age_low: int
    age_high: int
    gender: int = UNKNOWN
    ethnicity: int = UNKNOWN
    apparent_age: float | None = None
    apparent_std: float | None = None
    person: str | None = None

    @staticmethod
    def exact(filename: str, age: int, gender: int = UNKNOWN, ethnicity: int = UNKNOWN) -> "Label":
        """The label of a picture whose age is known to the year."""
        return Label(filename, age, age, age, gender, ethnicity)

    @property
    def is_exact(self) -> bool:
        return self.age_low == self.age_high


@dataclass(frozen=True)
class Labels:
    """Readable labels in order, and the source picture of those made from another one.

    `malformed` are (picture, reason) of pictures without a readable label, `strays` are (name, reason) of rows without
    a picture, `remarks` are sentences on what was read in another way than a person might expect.
    """

    known: list[Label]
    malformed: list[tuple[str, str]]
    sources: dict[str, str]
    strays: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def parse_name(filename: str) -> Label | None:
    """Read one name, or None where a field is missing.

    >>> parse_name("26_1_2_20170104165424627.jpg.chip.jpg").age
    26
    """
    match = _NAME.match(PurePosixPath(filename).name)
    return match and Label.exact(filename, int(match[1]), int(match[2]), int(match[3]))


def read_labels(folder: Path, table: Path | None = None, reading: Reading | None = None) -> Labels:
    """Labels of every picture below `folder`, from `table` where one is given or lies beside them as labels.csv."""
    names = list_pictures(folder)
    beside = next((folder / name for name in _BESIDE if (folder / name).is_file()), None)
    table, reading = table or beside, reading or Reading()
    if table:
        return _from_table(names, folder, table, reading)
    classes = {plain(name): ages for name, ages in reading.classes.items()}
    ages = {name: found for name in names if (found := _ages_of_folder(name, classes))}
    if ages and not any(parse_name(name) for name in names):
        return _from_folders(names, ages)
    return _collect([_from_name(name) for name in names])


def require(labels: Labels, folder: Path) -> list[Label]:
    """The known labels; raises AgeLensError where there are none."""
    if labels.known:
        return labels.known
    name, reason = labels.malformed[0]
    raise AgeLensError(
        f"No picture of {folder} has a label; {name}: {reason}; name files like UTKFace, name folders by age, or "
        "pass a table with --labels."
    )


def report_malformed(labels: Labels, path: Path, skipped: list[tuple[str, str]]) -> None:
    """List pictures without a readable label, rows without a picture and `skipped` files: none vanishes unseen."""
    write_table(path, ("filename", "reason"), labels.malformed + labels.strays + skipped)


def _collect(found: list[Label | tuple[str, str]]) -> Labels:
    known = [label for label in found if isinstance(label, Label)]
    return Labels(known, [label for label in found if not isinstance(label, Label)], {})


def _from_name(name: str) -> Label | tuple[str, str]:
    label = parse_name(name)
    if label is None:
        return name, "name is not age_gender_ethnicity_timestamp"
    return label if label.age <= OLDEST else (name, f"age {label.age} is outside 0…{OLDEST}")


def _ages_of_folder(name: str, classes: dict[str, tuple[int, int]]) -> Ages | None:
    """What the nearest folder that is named by an age says of a picture."""
    folders = reversed(PurePosixPath(name).parts[:-1])
    return next((ages for folder in folders if (ages := parse_folder(folder, classes))), None)


def _from_folders(names: list[str], ages: dict[str, Ages]) -> Labels:
    unnamed = "its folder is not named by an age"
    labels = _collect([_of_ages(name, ages[name]) if name in ages else (name, unnamed) for name in names])
    folders = sorted({(found.low, found.high) for found in ages.values()})
    remark = f"Ages are read from the names of folders: {len(folders)}, from {folders[0][0]} to {folders[-1][1]} years."
    return Labels(labels.known, labels.malformed, {}, remarks=[remark])


def _of_ages(name: str, ages: Ages) -> Label:
    return Label(name, ages.middle, ages.low, ages.high)


def _label(name: str, ages: Ages, row: Row) -> Label:
    codes, votes = (row.gender, row.ethnicity), (row.apparent_age, row.apparent_std)
    return Label(name, ages.middle, ages.low, ages.high, *codes, *votes, row.person)


def _from_table(names: list[str], folder: Path, table: Path, reading: Reading) -> Labels:
    rows = read_mat(table) if table.suffix.lower() == ".mat" else read_rows(table, reading)
    matches = match_rows(rows, names, folder, table)
    found: list[Label | tuple[str, str]] = []
    sources: dict[str, str] = {}
    unread: Counter[tuple[str, str]] = Counter()
    for name in names:
        read = _row_of(name, matches, table)
        if isinstance(read, str):
            found.append((name, read))
            continue
        row, ages = read
        found.append(_label(name, ages, row))
        unread.update(row.unread)
        if row.source:
            sources[name] = row.source
    labels = _collect(found)
    return Labels(labels.known, labels.malformed, sources, matches.strays, _remarks(unread))


def _row_of(name: str, matches: Matches, table: Path) -> tuple[Row, Ages] | str:
    """A picture's row and its ages, or the reason why there are none."""
    if name not in matches.rows:
        return f"not in {table.name}"
    row = merge_rows(matches.rows[name])
    if isinstance(row, str):
        return f"{table.name}: {row}"
    return f"{table.name}, line {row.line}: {row.ages}" if isinstance(row.ages, str) else (row, row.ages)


def _remarks(unread: Counter[tuple[str, str]]) -> list[str]:
    """One sentence for each column with words that mean nothing to us."""
    remarks = []
    for column in sorted({column for column, _ in unread}):
        words = [(word, count) for (name, word), count in unread.most_common() if name == column]
        named = ", ".join(f"“{word}”" for word, _ in words[:3])
        pictures = sum(count for _, count in words)
        remarks.append(f"{column} of {pictures:,} pictures counts as unknown: {named} is not understood.")
    return remarks
