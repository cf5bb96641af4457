"""Crops and labels of one part of a split, in memory."""

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from agelens.crops.array import open_crops
from agelens.data.split import SplitRow, read_split
from agelens.errors import AgeLensError
from agelens.memory import require_memory


@dataclass(frozen=True)
class Part:
    """Crops uint8 [N, S, S, 3] whose central `frame` pixels are the template's frame, and labels as int64 [N].

    `conflicts` (bool) marks near-duplicates whose names give different ages.
    """

    crops: torch.Tensor
    frame: int
    names: list[str]
    ages: torch.Tensor
    genders: torch.Tensor
    ethnicities: torch.Tensor
    conflicts: torch.Tensor

    def __len__(self) -> int:
        return len(self.names)


def load_part(folder: Path, part: str, drop_conflicts: bool = False) -> Part:
    """Load "train", "validation" or "test"; pictures without a detected face have no crop and are left out."""
    crops, row_of, settings = open_crops(folder)
    rows = rows_of_part(folder, row_of, part, drop_conflicts)
    if not rows:
        raise AgeLensError(f"{folder} has no crops for the part '{part}'; run `agelens crops` on the same pictures.")
    require_memory(len(rows) * crops[0].nbytes, f"The crops of the part '{part}' of {folder}")
    pixels = np.stack([crops[row_of[row.label.filename]] for row in rows])
    return Part(torch.from_numpy(pixels), settings["size"], [row.label.filename for row in rows], *_labels(rows))


def select(part: Part, keep: np.ndarray) -> Part:
    """The pictures of a part where `keep` (bool [N]) is true; the part itself where all are."""
    if keep.all():
        return part
    rows = torch.from_numpy(np.flatnonzero(keep))
    labels = (part.ages[rows], part.genders[rows], part.ethnicities[rows], part.conflicts[rows])
    return Part(part.crops[rows], part.frame, [part.names[row] for row in rows.tolist()], *labels)


def rows_of_part(folder: Path, with_crop: Container[str], part: str, drop_conflicts: bool) -> list[SplitRow]:
    """Rows of split.csv in `part` whose picture has a crop, with or without those of conflicting ages."""
    rows = [row for row in read_split(folder) if row.part == part and row.label.filename in with_crop]
    return [row for row in rows if not (drop_conflicts and row.conflict)]


def _labels(rows: list[SplitRow]) -> tuple[torch.Tensor, ...]:
    columns = [[getattr(row.label, field) for row in rows] for field in ("age", "gender", "ethnicity")]
    return tuple(torch.tensor(column) for column in [*columns, [row.conflict for row in rows]])
