"""Small file helpers: tables as CSV, JSON, atomic writing, checksums."""

import csv
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from agelens.errors import AgeLensError


def write_atomic(path: Path, write: Callable[[Path], Any]) -> None:
    """Call `write` with a neighbouring temporary path, then rename it: readers never see half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    write(partial)
    os.replace(partial, path)


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, atomically."""
    write_atomic(path, lambda partial: partial.write_text(text, encoding="utf-8"))


def write_json(path: Path, content: Any) -> None:
    """Write `content` as indented UTF-8 JSON, atomically."""
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    write_text(path, text)


def read_json(path: Path, made_by: str) -> Any:
    """Parse a JSON file; `made_by` names the command or source that the error message points to."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise AgeLensError(f"{path} is missing; make it with {made_by}.") from error
    except ValueError as error:
        raise AgeLensError(f"{path} is not valid JSON ({error}); make it again with {made_by}.") from error


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write a CSV file with a header line, atomically."""

    def write(partial: Path) -> None:
        with partial.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows)

    write_atomic(path, write)


def read_table(path: Path, columns: Sequence[str], made_by: str) -> list[dict[str, str]]:
    """Read a CSV file as one dictionary per row and check that every column in `columns` is there."""
    if not path.is_file():
        raise AgeLensError(f"{path} is missing; make it with {made_by}.")
    reader = csv.DictReader(_lines(path))
    missing = [name for name in columns if name not in (reader.fieldnames or [])]
    if missing:
        raise AgeLensError(f"{path} lacks the column(s) {', '.join(missing)}; make it with {made_by}.")
    return list(reader)


def read_lines(path: Path) -> list[str]:
    """The lines of a text file that say anything."""
    if not path.is_file():
        raise AgeLensError(f"{path} is not a text file; give one with a sentence in each line.")
    return [line.strip() for line in _lines(path) if line.strip()]


def _lines(path: Path) -> StringIO:
    """The text of a file as spreadsheets save it: UTF-8, with or without a byte-order mark."""
    try:
        return StringIO(path.read_bytes().decode("utf-8-sig"), newline="")
    except UnicodeDecodeError as error:
        raise AgeLensError(f"{path} is not text in UTF-8; save it again with that encoding.") from error


def sha256_of(path: Path) -> str:
    """Hexadecimal SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
