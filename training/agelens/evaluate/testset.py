"""Labelled crops to measure on: a part of a split, or a folder of another data set."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from agelens.crops.array import INDEX_COLUMNS, open_crops
from agelens.crops.part import load_part
from agelens.crops.sets import read_sets
from agelens.data.label_words import OLDEST
from agelens.data.labels import ETHNICITIES, GENDERS
from agelens.data.split import read_source
from agelens.errors import AgeLensError
from agelens.files import read_json, read_table
from agelens.memory import require_memory
from agelens.predict.bands import range_of_group

_MADE_BY = "`agelens test-set`"


@dataclass(frozen=True)
class LabelledSet:
    """Crops as in crops.part.Part with labels [N]; numbers of genders and ethnicities are −1 where unknown.

    A label allows the whole ages `youngest` … `oldest`, both included; where it names one age both are that age.
    `side_px` is the crop's side in pixels of the picture. `residuals` are how far keypoints lie from the template's,
    in shares of that side: more as a face turns away, infinite where the box placed the crop. In `missed` further
    pictures no face was found.
    """

    name: str
    crops: torch.Tensor
    frame: int
    names: list[str]
    youngest: np.ndarray
    oldest: np.ndarray
    genders: np.ndarray
    ethnicities: np.ndarray
    conflicts: np.ndarray
    side_px: np.ndarray
    residuals: np.ndarray
    missed: int

    def __len__(self) -> int:
        return len(self.names)

    @property
    def has_ages(self) -> bool:
        """Whether labels name ages, and not groups of ages."""
        return bool(self.is_exact.all())

    @property
    def is_exact(self) -> np.ndarray:
        """Whether each label names one age, bool [N]."""
        return self.youngest == self.oldest


def load_split_part(data: Path, part: str) -> LabelledSet:
    """The crops of "validation" or "test" of a folder with a split, or of all sets of a joined folder."""
    sets = [_load_part_of(folder, part) for folder in read_sets(data).values()]
    return sets[0] if len(sets) == 1 else _concatenate(sets)


def _load_part_of(data: Path, part: str) -> LabelledSet:
    loaded = load_part(data, part)
    labels = (loaded.genders.numpy(), loaded.ethnicities.numpy(), loaded.conflicts.numpy())
    name = f"{read_source(data).name} {part} part"
    placement = _placement(data, loaded.names, loaded.frame)
    youngest, oldest = loaded.ranges.numpy().T
    return LabelledSet(name, loaded.crops, loaded.frame, loaded.names, youngest, oldest, *labels, *placement, 0)


def _concatenate(sets: list[LabelledSet]) -> LabelledSet:
    per_picture = ("youngest", "oldest", "genders", "ethnicities", "conflicts", "side_px", "residuals")
    arrays: dict[str, Any] = {field: np.concatenate([getattr(one, field) for one in sets]) for field in per_picture}
    return replace(
        sets[0],
        name=" and ".join(one.name for one in sets),
        crops=torch.cat([one.crops for one in sets]),
        names=[name for one in sets for name in one.names],
        missed=sum(one.missed for one in sets),
        **arrays,
    )


def load_test_set(folder: Path) -> LabelledSet:
    """What is measured of a folder: the test part where it has a split, everything where it has labels only."""
    if (folder / "split.csv").is_file():
        return load_split_part(folder, "test")
    labels = {row["filename"]: row for row in read_table(folder / "labels.csv", ("filename",), _MADE_BY)}
    crops, row_of, settings = open_crops(folder)
    found = [name for name in labels if name in row_of]
    if not found:
        raise AgeLensError(f"{folder} has no crop of a labelled picture; make it again with {_MADE_BY}.")
    rows = [labels[name] for name in found]
    ranges = np.array([age_range_of(row, folder / "labels.csv") for row in rows])
    require_memory(len(found) * crops[0].nbytes, f"The crops of {folder}")
    pixels = torch.from_numpy(np.stack([crops[row_of[name]] for name in found]))
    return LabelledSet(
        read_json(folder / "test-set.json", _MADE_BY)["name"],
        pixels,
        settings["size"],
        found,
        ranges[:, 0],
        ranges[:, 1],
        _numbers(rows, "gender", GENDERS),
        _numbers(rows, "ethnicity", ETHNICITIES),
        np.zeros(len(found), bool),
        *_placement(folder, found, settings["size"]),
        len(labels) - len(found),
    )


def require_known(known: np.ndarray, test: LabelledSet) -> None:
    """Raises AgeLensError where the network knows the label of no picture; `known` is bool [N]."""
    if not known.any():
        raise AgeLensError(
            f"No picture of {test.name} has a label that the network knows; measure it on pictures that have one."
        )


def _numbers(rows: list[dict[str, str]], column: str, names: tuple[str, ...]) -> np.ndarray:
    known = {name.lower(): number for number, name in enumerate(names)}
    return np.array([known.get(row.get(column, "").lower(), -1) for row in rows])


def _placement(folder: Path, names: list[str], frame: int) -> tuple[np.ndarray, np.ndarray]:
    """From index.csv: pixels of the picture along the template's frame, which are frame / |a + ib|; residuals."""
    index = {row["filename"]: row for row in read_table(folder / "index.csv", INDEX_COLUMNS, "`agelens crops`")}
    rows = [index[name] for name in names]
    scales = np.array([abs(complex(float(row["a"]), float(row["b"]))) for row in rows])
    residuals = [float(row["residual"]) if row["source"] == "keypoints" else np.inf for row in rows]
    return frame / scales, np.array(residuals)


def age_range_of(row: dict[str, str], table: Path) -> tuple[int, int]:
    """Youngest and oldest whole age that a row of labels.csv allows; both are the age where it names one.

    Raises AgeLensError naming the table and the picture where there is neither an age 0…OLDEST nor a group.
    """
    where = f"{table}, row {row['filename']}"
    if row.get("age"):
        age = _whole_number(row["age"], where)
        return age, age
    if row.get("age_group"):
        try:
            return range_of_group(row["age_group"])
        except AgeLensError as error:
            raise AgeLensError(f"{where}: {error}") from error
    raise AgeLensError(f"{where} has neither age nor age_group; add one of them.")


def _whole_number(text: str, where: str) -> int:
    if not text.strip().isdecimal() or int(text) > OLDEST:
        raise AgeLensError(f"{where}: '{text}' is no age in whole years from 0 to {OLDEST}; correct or remove it.")
    return int(text)
