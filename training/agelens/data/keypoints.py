"""Reading keypoints.csv: what the face detector found in every picture."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic.alias_generators import to_snake

from agelens.errors import AgeLensError
from agelens.facts import read_facts
from agelens.files import read_table

POINTS = tuple(to_snake(name) for name in read_facts("face.json")["keypoints"])
_BOX = ("box_x", "box_y", "box_w", "box_h")
_XY = tuple(f"{point}_{axis}" for point in POINTS for axis in "xy")
COLUMNS = ("filename", "width", "height", "score", *_BOX, *_XY)


@dataclass(frozen=True)
class Detection:
    """A face in a picture of width × height pixels: box (x, y, w, h), six keypoints as complex x + iy, POINTS order."""

    width: int
    height: int
    score: float
    box: tuple[float, float, float, float]
    points: np.ndarray


def read_keypoints(path: Path) -> dict[str, Detection | None]:
    """Detection per file name; None where the detector found no face."""
    rows = read_table(path, COLUMNS, "the detector in the browser (see training/README.md)")
    return {row["filename"]: _parse(row, path) for row in rows}


def with_face(detections: Mapping[str, Detection | None], names: Iterable[str]) -> dict[str, Detection]:
    """The detections of those pictures, in the order of `names`, in which a face was found."""
    return {name: found for name in names if (found := detections.get(name)) is not None}


def _parse(row: dict[str, str], path: Path) -> Detection | None:
    if not row["score"]:
        return None
    try:
        x, y, width, height = (float(row[name]) for name in _BOX)
        xy = np.array([float(row[name]) for name in _XY])
        size = int(row["width"]), int(row["height"])
        return Detection(*size, float(row["score"]), (x, y, width, height), xy[0::2] + 1j * xy[1::2])
    except ValueError as error:
        raise AgeLensError(f"{path}, row {row['filename']}: {error}; write the file again.") from error
