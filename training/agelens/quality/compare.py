"""Compares the app's metrics with OpenCV's on the same pixels."""

from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np

from agelens.errors import AgeLensError
from agelens.files import read_table
from agelens.quality.metrics import measure

# Largest relative error that counts as equal; a share of clipped pixels is compared absolutely.
TOLERANCE = 0.01

_MADE_BY = "`npm run measure`"
_SHARES = ("clippedShadows", "clippedHighlights")


def compare_metrics(folder: Path) -> dict[str, float]:
    """Largest error per metric over the squares that `npm run measure` wrote: relative, for shares absolute.

    Raises AgeLensError when a file is missing or cannot be read.
    """
    rows = read_table(folder / "metrics.csv", ("square", "sharpness"), _MADE_BY)
    worst: dict[str, float] = {}
    for row in rows:
        for name, expected in measure(_read_square(folder / row["square"])).items():
            worst[name] = max(worst.get(name, 0.0), _error(name, row, expected))
    return worst


def _error(name: str, row: Mapping[str, str], expected: float) -> float:
    difference = abs(float(row[name]) - expected)
    return difference if name in _SHARES else difference / max(abs(expected), 1e-6)


def _read_square(path: Path) -> np.ndarray:
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise AgeLensError(f"{path} cannot be read; make it again with {_MADE_BY}.")
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
