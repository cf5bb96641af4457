"""Test vectors that OpenCV and the app must agree on: `python -m agelens.quality.vectors` writes them again.

The file comes out on one line; `npm run fix` lays it out."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from agelens.files import write_text
from agelens.quality.filters import FILTERS, GREY_JUDGES, apply
from agelens.quality.metrics import measure
from agelens.quality.patterns import pattern

REPOSITORY = Path(__file__).parents[3]
VECTORS = REPOSITORY / "src/engine/image/testing/opencv-vectors.json"

WIDTH, HEIGHT = 24, 16
PATTERNS = ("smooth", "texture", "edges", "dark")
METRIC_SIZES = ((1, 1), (17, 13), (64, 48))

# Every how manieth channel value is kept: prime, so that all channels and columns are met.
SAMPLE_STEP = 17

# Grey levels by which the app may differ, and why.
FLOAT = 0.01  # arithmetic in 32 bits
EXP_TABLE = 0.2  # OpenCV reads the colour weight from a table
BYTE = 0.51  # OpenCV rounds its result to a byte
BYTE_TWICE = 1.02  # OpenCV rounds its tables and its result to bytes

CASES = (
    ("median", {"radius": 1}, "texture", False, FLOAT),
    ("median", {"radius": 2}, "edges", False, FLOAT),
    ("bilateral", {"sigmaColour": 30, "sigmaSpace": 1.5}, "smooth", False, EXP_TABLE),
    ("bilateral", {"sigmaColour": 90, "sigmaSpace": 2.5}, "edges", False, EXP_TABLE),
    ("gaussian", {"sigma": 0.8}, "texture", False, FLOAT),
    ("gaussian", {"sigma": 3}, "edges", False, FLOAT),
    ("resample", {"factor": 2, "method": 0}, "texture", False, FLOAT),
    ("resample", {"factor": 2, "method": 1}, "texture", False, FLOAT),
    ("resample", {"factor": 2, "method": 2}, "texture", False, FLOAT),
    ("resample", {"factor": 4, "method": 2}, "smooth", False, FLOAT),
    ("auto-gamma", {"strength": 1, "brightness": 128, "limit": 2.5}, "dark", False, FLOAT),
    ("auto-gamma", {"strength": 0.5, "brightness": 90, "limit": 4}, "edges", False, FLOAT),
    ("gamma", {"gamma": 0.6}, "smooth", False, FLOAT),
    ("gamma", {"gamma": 1.7}, "texture", False, FLOAT),
    ("histogram-equalisation", {"strength": 1}, "dark", True, BYTE),
    ("histogram-equalisation", {"strength": 0.7}, "smooth", True, BYTE),
    ("clahe", {"strength": 1, "clipLimit": 2}, "smooth", True, BYTE_TWICE),
    ("clahe", {"strength": 0.7, "clipLimit": 4}, "dark", True, BYTE_TWICE),
    ("histogram-equalisation", {"strength": 0.7}, "edges", False, FLOAT),
    ("clahe", {"strength": 0.9, "clipLimit": 2}, "texture", False, FLOAT),
    ("clahe", {"strength": 0.5, "clipLimit": 4}, "smooth", False, FLOAT),
    ("texture-boost", {"amount": 1, "size": 3, "edge": 20}, "texture", False, FLOAT),
    ("texture-boost", {"amount": 0.5, "size": 1.5, "edge": 40}, "smooth", False, FLOAT),
    ("high-pass", {"amount": 0.6}, "smooth", False, FLOAT),
    ("unsharp-mask", {"amount": 0.8, "sigma": 1.2, "threshold": 1}, "smooth", False, FLOAT),
    ("unsharp-mask", {"amount": 2, "sigma": 2, "threshold": 0}, "edges", False, FLOAT),
)


def build() -> dict[str, Any]:
    """All vectors as the JSON file has them."""
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "sampleStep": SAMPLE_STEP,
        "metrics": [_metric_vector(name, *size) for size in METRIC_SIZES for name in PATTERNS],
        "filters": [_filter_vector(*case) for case in CASES],
    }


def _metric_vector(name: str, width: int, height: int) -> dict[str, Any]:
    values = {metric: _rounded(value) for metric, value in measure(pattern(name, width, height)).items()}
    return {"pattern": name, "width": width, "height": height, "values": values}


def _filter_vector(filter_id: str, params: dict[str, float], name: str, grey: bool, tolerance: float) -> dict[str, Any]:
    result = apply(filter_id, pattern(name, WIDTH, HEIGHT, grey), params, GREY_JUDGES if grey else FILTERS)
    samples = [_rounded(value) for value in result.ravel()[::SAMPLE_STEP]]
    return {
        "filterId": filter_id,
        "params": params,
        "pattern": name,
        "grey": grey,
        "tolerance": tolerance,
        "samples": samples,
    }


def _rounded(value: float) -> float:
    return float(np.round(value, 4))


if __name__ == "__main__":
    text = json.dumps(build()) + "\n"
    write_text(VECTORS, text)
