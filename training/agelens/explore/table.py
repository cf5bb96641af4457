"""The table of all pictures, as CSV for people and as Parquet for programs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agelens.data.label_words import UNKNOWN
from agelens.data.labels import ETHNICITIES, GENDERS, Label
from agelens.files import write_atomic, write_table
from agelens.optional import how_to_install, optional_package

METRICS = (
    "sharpness",
    "brightness",
    "contrast",
    "noise",
    "clippedShadows",
    "clippedHighlights",
    "resolutionPx",
)
# Arrow's names of the columns' types.
_TYPES = {
    **dict.fromkeys(("filename", "status", "gender", "ethnicity", "failed"), "string"),
    **dict.fromkeys(("age", "width", "height", "bytes"), "int32"),
    **dict.fromkeys(METRICS, "float64"),
}
COLUMNS = ("filename", "status", "age", "gender", "ethnicity", "width", "height", "bytes", *METRICS, "failed")


def row_of(name: str, label: Label | None, result: dict[str, Any]) -> dict[str, Any]:
    """One row; what is not known is None."""
    known = {} if label is None else {"age": label.age, "gender": _name(GENDERS, label.gender)}
    ethnicity = {} if label is None else {"ethnicity": _name(ETHNICITIES, label.ethnicity)}
    row = {"filename": name, **known, **ethnicity, **result}
    return {column: row.get(column) for column in COLUMNS}


def _name(names: Sequence[str], code: int) -> str | None:
    return None if code == UNKNOWN else names[code]


def write_rows(rows: list[dict[str, Any]], folder: Path) -> None:
    """Write pictures.csv and, where pyarrow is installed, pictures.parquet with the same rows."""
    write_table(folder / "pictures.csv", COLUMNS, [[_text(row[column]) for column in COLUMNS] for row in rows])
    arrow, parquet = optional_package("pyarrow"), optional_package("pyarrow.parquet")
    if arrow is None or parquet is None:
        print(f"pictures.parquet needs pyarrow and is not written; install it with {how_to_install('parquet')}.")
        return
    schema = arrow.schema([(column, _TYPES[column]) for column in COLUMNS])
    table = arrow.Table.from_pylist(rows, schema=schema)
    write_atomic(folder / "pictures.parquet", lambda partial: parquet.write_table(table, partial))


def _text(value: object) -> object:
    return f"{value:.6g}" if isinstance(value, float) else value
