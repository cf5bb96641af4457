"""Aligned crops without pictures: noise whose brightness tells the age and whose colour tells the gender."""

from collections.abc import Container
from pathlib import Path

import numpy as np

from agelens.crops.array import INDEX_COLUMNS
from agelens.data.labels import UNKNOWN, Label
from agelens.data.split import Source, SplitRow, write_split
from agelens.files import write_json, write_table

TEMPLATE = {
    "points": {"rightEye": [0.31, 0.3], "leftEye": [0.69, 0.3], "nose": [0.5, 0.54], "mouth": [0.5, 0.72]},
    "box": {"centre": [0.5, 0.5], "side": 0.94},
    "maxResidual": 0.1,
    "measuredOn": "synthetic crops",
    "images": 48,
}
PARTS = ("train",) * 6 + ("validation", "test")


def write_data(folder: Path, count: int = 64, size: int = 32, margin: int = 4, unlabelled: Container[int] = ()) -> Path:
    """A data folder as `agelens split`, `template` and `crops` leave it; ages from 0 to 98.

    Of the pictures whose numbers are `unlabelled` neither gender nor ethnicity is known.
    """
    rng = np.random.default_rng(0)
    side = size + 2 * margin
    rows, crops = [], np.zeros((count, side, side, 3), np.uint8)
    for number in range(count):
        age, gender = (number * 14) % 99, number % 2
        name = f"{age}_{gender}_0_2017{number:04}.jpg.chip.jpg"
        noise = rng.integers(0, 40, (side, side, 3))
        crops[number] = noise + age + np.array([100, 0, 0] if gender else [0, 0, 100])
        known = (UNKNOWN, UNKNOWN) if number in unlabelled else (gender, number % 5)
        rows.append(SplitRow(Label.exact(name, age, *known), PARTS[number // 2 % len(PARTS)], number, False))
    folder.mkdir(parents=True, exist_ok=True)
    write_split(folder, rows, seed=1, source=Source())
    np.save(folder / "crops.npy", crops)
    write_json(folder / "crops.json", {"size": size, "margin": margin, "count": count, "done": count})
    index = [(number, row.label.filename, "keypoints", 0.01, 1.0, 0.0, 0.0, 0.0) for number, row in enumerate(rows)]
    write_table(folder / "index.csv", INDEX_COLUMNS, index)
    write_json(folder / "template.json", TEMPLATE)
    return folder
