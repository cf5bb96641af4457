"""Which row of a label table means which picture: people write names, paths of other machines, other Unicode forms."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from agelens.data.label_table import Row
from agelens.data.label_words import UNKNOWN

T = TypeVar("T")


@dataclass(frozen=True)
class Matches:
    """Rows by picture, and (name, reason) of rows that mean none or more than one."""

    rows: dict[str, list[Row]]
    strays: list[tuple[str, str]]


def match_rows(rows: Iterable[Row], names: list[str], folder: Path, table: Path) -> Matches:
    """Find each row's picture: the whole path, else a path that ends in the other; the longest agreement wins."""
    finder = _Finder(names)
    claims: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    strays = []
    for row in rows:
        found = finder.find(row.filename)
        where = f"{table.name}, line {row.line}"
        if len(found) == 1:
            claims[found[0]].append((_agreement(row.filename, folder.resolve() / found[0]), row))
        elif not row.filename:
            strays.append((f"line {row.line}", f"{where}: no file name"))
        else:
            reason = "there is no such picture" if not found else f"{len(found)} pictures have this name; give the path"
            strays.append((row.filename, f"{where}: {reason}"))
    kept = {}
    for name, claim in claims.items():
        best = max(strength for strength, _ in claim)
        kept[name] = [row for strength, row in claim if strength == best]
        others = [row for strength, row in claim if strength < best]
        strays += [(row.filename, f"{table.name}, line {row.line}: there is no such picture") for row in others]
    return Matches(kept, strays)


class _Finder:
    """Pictures by every end of their paths, in one Unicode form and case."""

    def __init__(self, names: list[str]) -> None:
        self._whole: dict[str, list[str]] = defaultdict(list)
        self._ends: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self._whole[_key(name)].append(name)
            for end in _ends(_key(name)):
                self._ends[end].append(name)

    def find(self, filename: str) -> list[str]:
        key = _key(filename)
        if not key:
            return []
        found = self._whole.get(key) or self._ends.get(key)
        if not found:
            found = next((self._whole[end] for end in _ends(key) if end in self._whole), [])
        exact = [name for name in found if unicodedata.normalize("NFC", name) == filename]
        return exact if len(exact) == 1 else found


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _ends(path: str) -> list[str]:
    """What is left of a path without its first folder, without its first two, and so on."""
    parts = path.split("/")
    return ["/".join(parts[k:]) for k in range(1, len(parts))]


def _agreement(filename: str, picture: Path) -> int:
    """How many parts of both paths agree, from the end."""
    given, real = (list(reversed(_key(path).split("/"))) for path in (filename, picture.as_posix()))
    return next((k for k, (a, b) in enumerate(zip(given, real, strict=False)) if a != b), min(len(given), len(real)))


def merge_rows(rows: list[Row]) -> Row | str:
    """One row for a picture that has several: what they agree on; the reason where they differ in age."""
    first, *others = rows
    differing = [row for row in others if row.ages != first.ages]
    if differing:
        return f"two rows give different ages, lines {first.line} and {differing[0].line}"
    if not others:
        return first
    return Row(
        first.line,
        first.filename,
        first.ages,
        _agreed([row.apparent_age for row in rows]),
        _agreed([row.apparent_std for row in rows]),
        _agreed_code([row.gender for row in rows]),
        _agreed_code([row.ethnicity for row in rows]),
        _agreed([row.person for row in rows]),
        _agreed([row.source for row in rows]),
        tuple(pair for row in rows for pair in row.unread),
    )


def _agreed(values: list[T | None]) -> T | None:
    """The one value that is given; None where there is none, or two that differ."""
    given = {value for value in values if value is not None}
    return given.pop() if len(given) == 1 else None


def _agreed_code(codes: list[int]) -> int:
    agreed = _agreed([None if code == UNKNOWN else code for code in codes])
    return UNKNOWN if agreed is None else agreed
