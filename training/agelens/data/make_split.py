"""`agelens split`, from pictures to split.csv."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from pydantic import Field

from agelens.data.duplicates import conflicting, group_pairs, hash_pictures, near_pairs
from agelens.data.label_options import LabelSettings
from agelens.data.labels import Label, read_labels, report_malformed, require
from agelens.data.losses import require_few_losses
from agelens.data.pictures import list_skipped
from agelens.data.split import PARTS, Source, SplitRow, assign_parts, write_split
from agelens.errors import AgeLensError
from agelens.files import write_atomic, write_table
from agelens.jobs.run import Where


class SplitSettings(Source, LabelSettings):
    """`max_bits` of 64 may differ between near-duplicates' hashes; more than `conflict_years` apart they conflict.

    `name`, `licence` and `about` of the pictures are kept in split.json. `allow_losses` goes on where many pictures
    have no label or cannot be read.
    """

    jobs: int = Field(default=0, ge=0)
    scheduler: str | None = None
    seed: int = 1
    max_bits: int = Field(default=4, ge=0, le=32)
    conflict_years: int = Field(default=1, ge=0)
    allow_losses: bool = False


@dataclass(frozen=True)
class Readable:
    """Labelled pictures that can be decoded, with their hashes [N, 2]."""

    labels: list[Label]
    hashes: np.ndarray


def make_split(pictures: Path, data: Path, table: Path | None, settings: SplitSettings) -> None:
    """Labels → near-duplicate groups → parts; writes split.csv, split.json, reports and a plot into `data`."""
    found = read_labels(pictures, table, settings.reading())
    skipped = list_skipped(pictures)
    report_malformed(found, data / "malformed.csv", skipped)
    for remark in found.remarks:
        print(remark)
    known = require(found, pictures)
    lost = found.malformed + skipped
    total = len(known) + len(lost)
    require_few_losses(lost, total, str(data / "malformed.csv"), settings.allow_losses)
    readable, broken = _hash(pictures, known, data, settings)
    listed = f"{data / 'malformed.csv'} and broken.csv"
    require_few_losses([*lost, *broken.items()] if broken else [], total, listed, settings.allow_losses)
    alike = np.concatenate([near_pairs(readable.hashes, settings.max_bits), _kin(readable.labels, found.sources)])
    same_picture = group_pairs(len(readable.labels), alike)
    conflicts = conflicting(same_picture, _age_ranges(readable.labels), settings.conflict_years)
    people = {label.filename: label.person for label in readable.labels if label.person}
    groups = group_pairs(len(readable.labels), np.concatenate([alike, _kin(readable.labels, people)]))
    ages = np.array([label.age for label in readable.labels])
    parts = assign_parts(ages, groups, settings.seed)
    _require_every_part(pictures, parts)
    columns = zip(readable.labels, parts, groups, conflicts, strict=True)
    rows = [SplitRow(label, PARTS[part], int(group), bool(conflict)) for label, part, group, conflict in columns]
    summary = write_split(data, rows, settings.seed, Source(**settings.model_dump(include=set(Source.model_fields))))
    conflicting_rows = sorted((row.group, row.label.age, row.label.filename) for row in rows if row.conflict)
    write_table(data / "conflicts.csv", ("group", "age", "filename"), conflicting_rows)
    plot_parts(rows, data / "split.png")
    print(
        f"{len(rows):,} pictures {summary['counts']}; {len(found.malformed)} without a label, {len(skipped)} of other "
        f"formats, {len(found.strays)} rows without a picture (malformed.csv); {len(broken)} broken (broken.csv); "
        f"{len(rows) - len(np.unique(same_picture)):,} near-duplicates, {len(set(people.values())):,} people named, "
        f"{len(conflicting_rows):,} pictures with conflicting ages (conflicts.csv)"
    )


def _hash(pictures: Path, labels: list[Label], data: Path, settings: SplitSettings) -> tuple[Readable, dict[str, str]]:
    """The readable pictures, and the reasons of the others, which are listed in broken.csv."""
    where = Where(settings.jobs, settings.scheduler)
    journal = data / "hashes.jsonl"
    hashes, broken = hash_pictures(pictures, [label.filename for label in labels], journal, where)
    write_table(data / "broken.csv", ("filename", "reason"), broken.items())
    kept = [k for k, label in enumerate(labels) if label.filename not in broken]
    if not kept:
        raise AgeLensError(f"No picture of {pictures} can be read; see {data / 'broken.csv'}.")
    journal.unlink()
    return Readable([labels[k] for k in kept], hashes[kept]), broken


def _require_every_part(pictures: Path, parts: np.ndarray) -> None:
    empty = [name for k, name in enumerate(PARTS) if k not in parts]
    if empty:
        raise AgeLensError(f"{pictures} has too few pictures: none is left for {', '.join(empty)}; add some.")


def _age_ranges(labels: list[Label]) -> np.ndarray:
    """Youngest and oldest age of each label, shape [N, 2]."""
    return np.array([(label.age_low, label.age_high) for label in labels])


def _kin(labels: list[Label], origins: Mapping[str, str]) -> np.ndarray:
    """Pairs of pictures with the same origin, the picture that they were made from or the person, shape [P, 2]."""
    first: dict[str, int] = {}
    pairs = []
    for k, label in enumerate(labels):
        origin = origins.get(label.filename, label.filename)
        pairs.append((first.setdefault(origin, k), k))
    return np.array([pair for pair in pairs if pair[0] != pair[1]], int).reshape(-1, 2)


def plot_parts(rows: list[SplitRow], path: Path) -> None:
    """Save a PNG with one histogram of ages per part, as densities so that the shapes can be compared."""
    figure = Figure(figsize=(8, 6), layout="constrained")
    panels = figure.subplots(len(PARTS), sharex=True, sharey=True)
    for panel, part in zip(panels, PARTS, strict=True):
        ages = np.array([row.label.age for row in rows if row.part == part])
        panel.hist(ages, bins=np.arange(0, 121, 2), density=True, color="#3b6ea5")
        panel.set_title(f"{part}: {len(ages)} pictures", loc="left", fontsize=10)
    panels[-1].set_xlabel("age in years")
    write_atomic(path, lambda partial: figure.savefig(partial, format="png", dpi=120))
