"""Tables of labels as people have them: separators, headers, ranges and words of several data sets."""

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from agelens.data.label_words import UNKNOWN, WORDS, Ages, code_of, is_unknown, parse_ages, parse_years, plain, within
from agelens.errors import AgeLensError

SEPARATORS = (",", ";", "\t")
_AGE_COLUMNS = ("age", "age_group", "age_low", "apparent_age")


@dataclass(frozen=True)
class Reading:
    """How to read: our column names → the table's, and names of classes → ages, both included."""

    columns: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def ages(self, text: str) -> Ages:
        """See `parse_ages`."""
        return parse_ages(text, {plain(name): ages for name, ages in self.classes.items()})


@dataclass(frozen=True)
class Row:
    """One line: `ages` is the reason where they cannot be read; `unread` are (column, text) that mean nothing to us."""

    line: int
    filename: str
    ages: Ages | str
    apparent_age: float | None = None
    apparent_std: float | None = None
    gender: int = UNKNOWN
    ethnicity: int = UNKNOWN
    person: str | None = None
    source: str | None = None
    unread: tuple[tuple[str, str], ...] = ()


def read_rows(table: Path, reading: Reading) -> list[Row]:
    """Every line that says anything; raises AgeLensError where the table as a whole cannot be read."""
    try:
        return _rows(table, reading)
    except csv.Error as error:
        raise AgeLensError(f"{table} is not a valid table: check its quotation marks ({error}).") from error


def _rows(table: Path, reading: Reading) -> list[Row]:
    text = _text(table)
    if text.count('"') % 2:
        raise csv.Error("one is opened and never closed")
    lines = list(StringIO(text, newline=""))
    first = next((k for k, line in enumerate(lines) if line.strip() and not line.startswith("sep=")), None)
    if first is None:
        raise AgeLensError(f"{table} is empty; write one line per picture under a line with the columns' names.")
    separator = max(SEPARATORS, key=lambda mark: (lines[first].count(mark), -SEPARATORS.index(mark)))
    reader = csv.reader(lines[first:], delimiter=separator, skipinitialspace=True)
    head = next(reader)
    place = _places(head, reading.columns, table)
    numbered = ((first + reader.line_num, cells) for cells in reader)
    return [_row(cells, head, place, reading, line) for line, cells in numbered if any(cell.strip() for cell in cells)]


def _text(table: Path) -> str:
    """UTF-8, or UTF-16 as spreadsheets write it, with or without a byte-order mark."""
    if not table.is_file():
        raise AgeLensError(f"{table} is missing; pass a CSV file of your labels, one line per picture.")
    content = table.read_bytes()
    try:
        utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise AgeLensError(f"{table} is not text in UTF-8; save it again with that encoding.") from error


def _places(head: list[str], mapping: Mapping[str, str], table: Path) -> dict[str, int]:
    """Number of each of our columns that the table has."""
    names = [plain(name).replace(" ", "_").replace("-", "_") for name in head]
    plain_head = [plain(name) for name in head]
    places = {}
    for column, known in WORDS["columns"].items():
        found = [names.index(name) for name in known if name in names]
        if found:
            places[column] = found[0]
    for column, name in mapping.items():
        if column not in WORDS["columns"]:
            raise AgeLensError(f"There is no column “{column}” to map; use one of {', '.join(WORDS['columns'])}.")
        if plain(name) not in plain_head:
            raise AgeLensError(f"{table} has no column “{name}” for “{column}”; it has {_quoted(head)}.")
        places[column] = plain_head.index(plain(name))
    if "filename" not in places or not any(column in places for column in _AGE_COLUMNS):
        raise AgeLensError(
            f"{table} has the columns {_quoted(head)}, but it needs “filename” and “age” or “age_group”; "
            "rename them, or say which they are: --columns filename=NAME,age=NAME."
        )
    return places


def _quoted(names: list[str]) -> str:
    return ", ".join(f"“{name.strip()}”" for name in names)


def _row(cells: list[str], head: list[str], place: Mapping[str, int], reading: Reading, line: int) -> Row:
    get = {column: cells[k].strip() if k < len(cells) else "" for column, k in place.items()}
    filename = unicodedata.normalize("NFC", get["filename"]).replace("\\", "/").removeprefix("./")
    if any(cell.strip() for cell in cells[len(head) :]):
        return Row(line, filename, f"{len(cells)} values for {len(head)} columns; put quotation marks around commas")
    try:
        ages: Ages | str = _ages(get, reading)
    except ValueError as error:
        ages = str(error)
    gender = code_of(get.get("gender", ""), WORDS["genders"])
    ethnicity = code_of(get.get("ethnicity", ""), WORDS["ethnicities"])
    mean, deviation = (parse_years(get.get(name, "")) for name in ("apparent_age", "apparent_std"))
    values = {"gender": gender, "ethnicity": ethnicity, "apparent_age": mean, "apparent_std": deviation}
    unread = [
        (name, get[name]) for name, value in values.items() if value is None and not is_unknown(get.get(name, ""))
    ]
    return Row(
        line,
        filename,
        ages,
        mean,
        deviation,
        UNKNOWN if gender is None else gender,
        UNKNOWN if ethnicity is None else ethnicity,
        _known(get.get("person", "")),
        _known(get.get("source", "")),
        tuple(unread),
    )


def _known(text: str) -> str | None:
    return None if is_unknown(text) else unicodedata.normalize("NFC", text)


def _ages(get: Mapping[str, str], reading: Reading) -> Ages:
    """Age, else its range, else its group, else the mean of votes; raises ValueError with the reason."""
    exact = reading.ages(get["age"]) if not is_unknown(get.get("age", "")) else None
    wider = _range(get, reading, exact is None)
    if exact and wider and not wider.low <= exact.low <= exact.high <= wider.high:
        raise ValueError(f"age {get['age']} is not within {wider.low}–{wider.high}")
    if found := exact or wider:
        return found
    votes = parse_years(get.get("apparent_age", ""))
    if votes is None:
        raise ValueError("no age")
    return within(int(votes), int(votes), get["apparent_age"])


def _range(get: Mapping[str, str], reading: Reading, required: bool) -> Ages | None:
    """The range of age_low and age_high, else of age_group; where it is not `required`, None if it makes no sense."""
    ends = [get.get("age_low", ""), get.get("age_high", "")]
    try:
        if not all(is_unknown(end) for end in ends):
            return reading.ages("-".join(_whole(end) for end in ends))
        return None if is_unknown(get.get("age_group", "")) else reading.ages(get["age_group"])
    except ValueError:
        if required:
            raise
        return None


def _whole(end: str) -> str:
    if is_unknown(end):
        raise ValueError("age_low and age_high must both be given")
    return end
