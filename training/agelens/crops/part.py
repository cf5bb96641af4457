"""Crops and labels of one part of a split, or of several data sets' splits, in memory."""

from collections.abc import Container
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from agelens.crops.array import open_crops
from agelens.crops.sets import left_out_of, read_sets
from agelens.data.labels import Label
from agelens.data.split import SplitRow, read_split
from agelens.errors import AgeLensError
from agelens.memory import require_memory

# A picture for which nobody voted.
NO_VOTES = (float("nan"), float("nan"))


@dataclass(frozen=True)
class Part:
    """Crops uint8 [N, S, S, 3] whose central `frame` pixels are the template's frame, and labels as int64 [N].

    `ranges` int64 [N, 2] are the youngest and oldest age that a label allows, `ages` its age or the middle between
    them. `votes` float32 [N, 2] are mean and deviation of people's guesses in years, NaN where there are none.
    `conflicts` (bool) marks near-duplicates whose labels give different ages. `sets` are numbers of `set_names`.
    """

    crops: torch.Tensor
    frame: int
    names: list[str]
    ages: torch.Tensor
    ranges: torch.Tensor
    votes: torch.Tensor
    genders: torch.Tensor
    ethnicities: torch.Tensor
    conflicts: torch.Tensor
    sets: torch.Tensor
    set_names: tuple[str, ...] = ("",)

    def __len__(self) -> int:
        return len(self.names)

    @property
    def is_exact(self) -> torch.Tensor:
        """Whether each label names one age, bool [N]."""
        return self.ranges[:, 0] == self.ranges[:, 1]


_PER_PICTURE = ("crops", "ages", "ranges", "votes", "genders", "ethnicities", "conflicts", "sets")


def load_part(folder: Path, part: str, drop_conflicts: bool = False) -> Part:
    """Load "train", "validation" or "test"; pictures without a detected face have no crop and are left out.

    Of a joined folder this is the part of all its sets, one after the other.
    """
    sets = read_sets(folder)
    loaded = []
    for name, data in sets.items():
        left_out = left_out_of(folder, name) if part == "train" else frozenset()
        loaded.append(_load_one(data, part, drop_conflicts, left_out))
    return loaded[0] if len(loaded) == 1 else _concatenate(loaded, tuple(sets))


def _load_one(folder: Path, part: str, drop_conflicts: bool, left_out: frozenset[str]) -> Part:
    crops, row_of, settings = open_crops(folder)
    rows = [r for r in rows_of_part(folder, row_of, part, drop_conflicts) if r.label.filename not in left_out]
    if not rows:
        raise AgeLensError(f"{folder} has no crops for the part '{part}'; run `agelens crops` on the same pictures.")
    require_memory(len(rows) * crops[0].nbytes, f"The crops of the part '{part}' of {folder}")
    pixels = np.stack([crops[row_of[row.label.filename]] for row in rows])
    return Part(torch.from_numpy(pixels), settings["size"], [row.label.filename for row in rows], **_labels(rows))


def _concatenate(parts: list[Part], names: tuple[str, ...]) -> Part:
    numbered = [replace(part, sets=torch.full_like(part.sets, number)) for number, part in enumerate(parts)]
    tensors: dict[str, Any] = {field: torch.cat([getattr(part, field) for part in numbered]) for field in _PER_PICTURE}
    return replace(parts[0], names=[name for part in parts for name in part.names], set_names=names, **tensors)


def select(part: Part, keep: np.ndarray) -> Part:
    """The pictures of a part where `keep` (bool [N]) is true; the part itself where all are."""
    if keep.all():
        return part
    rows = torch.from_numpy(np.flatnonzero(keep))
    names = [part.names[row] for row in rows.tolist()]
    tensors: dict[str, Any] = {field: getattr(part, field)[rows] for field in _PER_PICTURE}
    return replace(part, names=names, **tensors)


def rows_of_part(folder: Path, with_crop: Container[str], part: str, drop_conflicts: bool) -> list[SplitRow]:
    """Rows of split.csv in `part` whose picture has a crop, with or without those of conflicting ages."""
    rows = [row for row in read_split(folder) if row.part == part and row.label.filename in with_crop]
    return [row for row in rows if not (drop_conflicts and row.conflict)]


def _labels(rows: list[SplitRow]) -> dict[str, Any]:
    """The fields of a Part that hold labels."""
    labels = [row.label for row in rows]
    return {
        "ages": torch.tensor([label.age for label in labels]),
        "ranges": torch.tensor([(label.age_low, label.age_high) for label in labels]),
        "votes": torch.tensor([_votes(label) for label in labels]),
        "genders": torch.tensor([label.gender for label in labels]),
        "ethnicities": torch.tensor([label.ethnicity for label in labels]),
        "conflicts": torch.tensor([row.conflict for row in rows]),
        "sets": torch.zeros(len(rows), dtype=torch.int64),
    }


def _votes(label: Label) -> tuple[float, float]:
    if label.apparent_age is None or label.apparent_std is None:
        return NO_VOTES
    return label.apparent_age, label.apparent_std
