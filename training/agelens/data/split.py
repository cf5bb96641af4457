"""An 80:10:10 split that is stratified by age, seeded, and keeps near-duplicates on one side."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from agelens.data.label_words import OLDEST
from agelens.data.labels import Label
from agelens.errors import AgeLensError
from agelens.files import read_json, read_table, sha256_of, write_json, write_table
from agelens.settings import Strict

PARTS = ("train", "validation", "test")
SHARES = (0.8, 0.1, 0.1)
COLUMNS = ("filename", "age", "gender", "ethnicity", "part", "group", "conflict")
# Lists that earlier versions wrote lack these: their ages are exact, and nobody voted.
_NEWER_COLUMNS = ("age_low", "age_high", "apparent_age", "apparent_std")
_MADE_BY = "`agelens split`"


class Source(Strict):
    """A data set's name, its licence, and in `about` sentences for the card: how it was collected and labelled."""

    name: str = "unnamed data set"
    licence: str = "not stated"
    about: str = ""


def read_source(data: Path) -> Source:
    """What `agelens split` was told of the pictures of a data folder."""
    summary = read_json(data / "split.json", "`agelens split`")
    return Source.model_validate({key: summary[key] for key in Source.model_fields if key in summary})


@dataclass(frozen=True)
class SplitRow:
    """One picture of split.csv; `conflict` marks near-duplicates whose labels give different ages.

    Who is on a picture (`label.person`) is not written: pictures of one person have the same `group`.
    """

    label: Label
    part: str
    group: int
    conflict: bool


def assign_parts(ages: np.ndarray, groups: np.ndarray, seed: int) -> np.ndarray:
    """Part number 0…2 of every picture, shape [N].

    Walks through the groups from the youngest to the oldest, in random order within an age, and gives each to the
    part that is furthest behind its share so far; so every stretch of ages is divided in the same proportion.
    """
    names, first, sizes = np.unique(groups, return_index=True, return_counts=True)
    shuffle = np.random.default_rng(seed).permutation(len(names))
    order = shuffle[np.argsort(ages[first][shuffle], kind="stable")]
    have = np.zeros(len(SHARES))
    chosen = np.empty(len(names), int)
    for group in order:
        behind = np.multiply(SHARES, have.sum() + sizes[group]) - have
        chosen[group] = int(np.argmax(behind))
        have[chosen[group]] += sizes[group]
    return chosen[np.searchsorted(names, groups)]


def write_split(folder: Path, rows: list[SplitRow], seed: int, source: Source) -> dict[str, Any]:
    """Write split.csv and its summary split.json (source, counts, seed, sha256); returns the summary."""
    path = folder / "split.csv"
    write_table(path, (*COLUMNS, *_NEWER_COLUMNS), [_cells(row) for row in rows])
    counts = {part: sum(row.part == part for row in rows) for part in PARTS}
    summary = {
        **source.model_dump(),
        "pictures": len(rows),
        "seed": seed,
        "counts": counts,
        "conflicts": sum(row.conflict for row in rows),
        "sha256": sha256_of(path),
    }
    write_json(folder / "split.json", summary)
    return summary


def _cells(row: SplitRow) -> tuple[Any, ...]:
    label = row.label
    known = (label.filename, label.age, label.gender, label.ethnicity)
    votes = ("" if value is None else value for value in (label.apparent_age, label.apparent_std))
    return (*known, row.part, row.group, int(row.conflict), label.age_low, label.age_high, *votes)


def read_split(folder: Path) -> list[SplitRow]:
    """Read split.csv back in file order; raises AgeLensError where it is no longer the list that was committed to."""
    rows = [_parse(row, folder) for row in read_table(folder / "split.csv", COLUMNS, _MADE_BY)]
    unknown = {row.part for row in rows} - set(PARTS)
    if unknown:
        raise AgeLensError(f"{folder / 'split.csv'} names unknown parts {sorted(unknown)}; use {', '.join(PARTS)}.")
    wrong = [r.label for r in rows if not 0 <= r.label.age_low <= r.label.age <= r.label.age_high <= OLDEST]
    if wrong:
        raise AgeLensError(
            f"{folder / 'split.csv'} gives {wrong[0].filename} the age {wrong[0].age}; "
            f"correct or remove it: ages are 0 to {OLDEST} years."
        )
    if sha256_of(folder / "split.csv") != read_json(folder / "split.json", _MADE_BY)["sha256"]:
        raise AgeLensError(f"{folder / 'split.csv'} is not the list that split.json has the hash of; split again.")
    return rows


def _parse(row: dict[str, str], folder: Path) -> SplitRow:
    try:
        age, gender, ethnicity = (int(row[column]) for column in ("age", "gender", "ethnicity"))
        low, high = (int(row.get(column) or age) for column in ("age_low", "age_high"))
        apparent, std = (float(row[column]) if row.get(column) else None for column in ("apparent_age", "apparent_std"))
        label = Label(row["filename"], age, low, high, gender, ethnicity, apparent, std)
        return SplitRow(label, row["part"], int(row["group"]), row["conflict"] == "1")
    except (TypeError, ValueError) as error:
        raise AgeLensError(
            f"{folder / 'split.csv'}, row {row['filename']}: {error}; run {_MADE_BY} again instead of editing it."
        ) from error
