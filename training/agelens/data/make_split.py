"""`agelens split`, from pictures to split.csv."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import Field

from agelens.data.duplicates import conflicting, group_pairs, hash_pictures, near_pairs
from agelens.data.labels import Label, Labels, read_labels, report_malformed, require
from agelens.data.plots import plot_parts
from agelens.data.source import Source
from agelens.data.split import PARTS, SplitRow, assign_parts, write_split
from agelens.errors import AgeLensError
from agelens.files import write_table
from agelens.jobs.run import Where


class SplitSettings(Source):
    """`max_bits` of 64 may differ between near-duplicates' hashes; more than `conflict_years` apart they conflict.

    `name`, `licence` and `about` of the pictures are kept in split.json.
    """

    jobs: int = Field(default=0, ge=0)
    scheduler: str | None = None
    seed: int = 1
    max_bits: int = Field(default=4, ge=0, le=32)
    conflict_years: int = Field(default=1, ge=0)


@dataclass(frozen=True)
class Readable:
    """Labelled pictures that can be decoded, with their hashes [N, 2]."""

    labels: list[Label]
    hashes: np.ndarray


def make_split(pictures: Path, data: Path, table: Path | None, settings: SplitSettings) -> None:
    """Labels → near-duplicate groups → parts; writes split.csv, split.json, reports and a plot into `data`."""
    found = read_labels(pictures, table)
    report_malformed(found.malformed, data / "malformed.csv")
    readable, broken = _hash(pictures, require(found, pictures), data, settings)
    pairs = np.concatenate([near_pairs(readable.hashes, settings.max_bits), _kin(readable.labels, found)])
    groups = group_pairs(len(readable.labels), pairs)
    ages = np.array([label.age for label in readable.labels])
    conflicts = conflicting(groups, ages, settings.conflict_years)
    parts = assign_parts(ages, groups, settings.seed)
    _require_every_part(pictures, parts)
    columns = zip(readable.labels, parts, groups, conflicts, strict=True)
    rows = [SplitRow(label, PARTS[part], int(group), bool(conflict)) for label, part, group, conflict in columns]
    summary = write_split(data, rows, settings.seed, Source(**settings.model_dump(include=set(Source.model_fields))))
    conflicting_rows = sorted((row.group, row.label.age, row.label.filename) for row in rows if row.conflict)
    write_table(data / "conflicts.csv", ("group", "age", "filename"), conflicting_rows)
    plot_parts(rows, data / "split.png")
    print(
        f"{len(rows):,} pictures {summary['counts']}; {len(found.malformed)} without a label (malformed.csv); "
        f"{broken} broken (broken.csv); {len(rows) - len(np.unique(groups)):,} near-duplicates, "
        f"{len(conflicting_rows):,} pictures with conflicting ages (conflicts.csv)"
    )


def _hash(pictures: Path, labels: list[Label], data: Path, settings: SplitSettings) -> tuple[Readable, int]:
    """The readable pictures, and how many are not; those are listed in broken.csv."""
    where = Where(settings.jobs, settings.scheduler)
    journal = data / "hashes.jsonl"
    hashes, broken = hash_pictures(pictures, [label.filename for label in labels], journal, where)
    write_table(data / "broken.csv", ("filename", "reason"), broken.items())
    kept = [k for k, label in enumerate(labels) if label.filename not in broken]
    if not kept:
        raise AgeLensError(f"No picture of {pictures} can be read; see {data / 'broken.csv'}.")
    journal.unlink()
    return Readable([labels[k] for k in kept], hashes[kept]), len(broken)


def _require_every_part(pictures: Path, parts: np.ndarray) -> None:
    empty = [name for k, name in enumerate(PARTS) if k not in parts]
    if empty:
        raise AgeLensError(f"{pictures} has too few pictures: none is left for {', '.join(empty)}; add some.")


def _kin(labels: list[Label], found: Labels) -> np.ndarray:
    """Pairs of pictures that were made from the same one, which hashes need not find, shape [P, 2]."""
    first: dict[str, int] = {}
    pairs = []
    for k, label in enumerate(labels):
        source = found.sources.get(label.filename, label.filename)
        pairs.append((first.setdefault(source, k), k))
    return np.array([pair for pair in pairs if pair[0] != pair[1]], int).reshape(-1, 2)
