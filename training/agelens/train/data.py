"""Crops and labels of one part of the split, in memory."""

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from agelens.data.crops import open_crops
from agelens.data.split import SplitRow, read_split
from agelens.errors import AgeLensError
from agelens.memory import require_memory
from agelens.models.heads import AgeClasses, AgeGroups, Gender, Head, class_names, heads_of
from agelens.models.targets import class_of, teachable


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


def select_for(head: Head, part: Part, name: str) -> Part:
    """The pictures that the head can be taught; raises AgeLensError where a class has none.

    `name` is that of the part, for the message.
    """
    chosen = select(part, teachable(head, part.ages.numpy(), part.genders.numpy()))
    for one in heads_of(head):
        if isinstance(one, Gender):
            require_labels(chosen.genders, "gender", name, "The head over genders", "take that head out of the spec")
        if isinstance(one, AgeClasses | AgeGroups | Gender):
            _check_classes(one, chosen, name)
    return chosen


def require_labels(labels: torch.Tensor, column: str, part: str, who: str, otherwise: str) -> None:
    """Raises AgeLensError where not one picture of a part has the label that `who` learns by."""
    if not (labels >= 0).any():
        raise AgeLensError(
            f"{who} learns from labels, but no picture of the part '{part}' has one; "
            f"add the column {column} to labels.csv and run `agelens split` again, or {otherwise}."
        )


def _check_classes(head: AgeClasses | AgeGroups | Gender, part: Part, name: str) -> None:
    classes = class_of(head, part.ages.numpy(), part.genders.numpy())
    counts = np.bincount(classes[classes >= 0], minlength=len(class_names(head)))
    empty = [label for label, count in zip(class_names(head), counts, strict=True) if not count]
    if empty:
        raise AgeLensError(
            f"The part '{name}' has no picture for the class(es) {', '.join(empty)} of the head; "
            "add pictures or take the class(es) out of the spec."
        )


def rows_of_part(folder: Path, with_crop: Container[str], part: str, drop_conflicts: bool) -> list[SplitRow]:
    """Rows of split.csv in `part` whose picture has a crop, with or without those of conflicting ages."""
    rows = [row for row in read_split(folder) if row.part == part and row.label.filename in with_crop]
    return [row for row in rows if not (drop_conflicts and row.conflict)]


def _labels(rows: list[SplitRow]) -> tuple[torch.Tensor, ...]:
    columns = [[getattr(row.label, field) for row in rows] for field in ("age", "gender", "ethnicity")]
    return tuple(torch.tensor(column) for column in [*columns, [row.conflict for row in rows]])
