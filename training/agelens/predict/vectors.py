"""Intervals that the app must agree on: `python -m agelens.evaluate.vectors` writes them again.

The file comes out on one line; `npm run fix` lays it out."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from agelens.files import write_text
from agelens.predict.calibrate import Tails, tails_from_json
from agelens.predict.decode import interval

VECTORS = Path(__file__).parents[3] / "src/engine/estimate/testing/interval-vectors.json"

CALIBRATION = {
    "level": 0.8,
    "tails": [
        {"age": 0, "below": 0.3, "above": 0.45},
        {"age": 2, "below": 0.2, "above": 0.15},
        {"age": 7, "below": 0.05, "above": 0.3},
        {"age": 12, "below": 0.12, "above": 0.02},
    ],
}
_BINS = 16


def cases() -> list[dict[str, Any]]:
    """Peaks, plateaus, two peaks and ends of the scale, as calibrated and with half of the tails."""
    ages = np.arange(_BINS)
    shapes = [np.exp(-0.5 * ((ages - centre) / width) ** 2) for centre in (0, 1.4, 5, 9.3, 15) for width in (0.3, 1, 3)]
    shapes += [np.ones(_BINS), np.exp(-0.5 * (ages - 3.0) ** 2) + np.exp(-0.5 * (ages - 12.0) ** 2)]
    posteriors = [np.round(shape / shape.sum(), 6) for shape in shapes]
    return [_case(posterior, factor) for posterior in posteriors for factor in (1, 0.5)]


def _case(posterior: np.ndarray, factor: float) -> dict[str, Any]:
    tails = tails_from_json(CALIBRATION)
    below, above = (tuple(factor * np.array(column)) for column in (tails.below, tails.above))
    low, high = interval(posterior[None], Tails(tails.level, tails.ages, below, above))
    ends = {"low": round(float(low[0]), 5), "high": round(float(high[0]), 5)}
    return {"posterior": posterior.tolist(), "tailFactor": factor, **ends}


def main() -> None:
    """Write the file."""
    content = json.dumps({"calibration": CALIBRATION, "cases": cases()})
    write_text(VECTORS, content + "\n")


if __name__ == "__main__":
    main()
