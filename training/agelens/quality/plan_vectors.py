"""Plans and whole repairs that the app must reproduce: `python -m agelens.quality.plan_vectors` writes them again.

The file comes out on one line; `npm run fix` lays it out."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from agelens.files import write_text
from agelens.quality.metrics import measure
from agelens.quality.patterns import pattern
from agelens.quality.plan import Repaired, as_json, plan_repair, repair

REPOSITORY = Path(__file__).parents[3]
VECTORS = REPOSITORY / "src/engine/quality/testing/plan-vectors.json"
SIDE = 64
ENLARGEMENT = 1.6

_GOOD = {"sharpness": 300, "brightness": 120, "contrast": 50, "noise": 1, "resolutionPx": 200}

# What is changed of a good face, and how far it was enlarged.
FINDINGS: tuple[tuple[dict[str, float], float], ...] = (
    ({}, 1),
    ({"sharpness": 20}, 1),
    ({"sharpness": 80, "noise": 3}, 4),
    ({"sharpness": 0}, 50),
    ({"sharpness": 2000, "noise": 1.5}, 1),
    ({"sharpness": 3000, "noise": 9}, 1),
    ({"sharpness": 9000, "noise": 30}, 1),
    ({"brightness": 30, "sharpness": 40}, 1),
    ({"brightness": 220, "contrast": 6}, 2),
    ({"contrast": 3, "sharpness": 10}, 1),
    ({"contrast": 110, "noise": 5}, 1),
    ({"resolutionPx": 40}, 3.2),
)

# Patterns and what is done to their values: value · factor + offset.
PICTURES = (
    ("smooth", 0.25, 10),
    ("smooth", 0.08, 120),
    ("smooth", 0.4, 200),
    ("texture", 0.35, 70),
    ("texture", 0.6, 40),
    ("dark", 1, 0),
)


def build() -> dict[str, Any]:
    """All vectors as the JSON file has them."""
    return {
        "side": SIDE,
        "enlargement": ENLARGEMENT,
        "plans": [_plan(change, enlargement) for change, enlargement in FINDINGS],
        "repairs": [_repair(*picture) for picture in PICTURES],
    }


def _plan(change: dict[str, float], enlargement: float) -> dict[str, Any]:
    metrics = {**_GOOD, **change}
    return {"metrics": metrics, "enlargement": enlargement, "steps": as_json(plan_repair(metrics, enlargement))}


def _repair(name: str, factor: float, offset: float) -> dict[str, Any]:
    repaired = repaired_pattern(name, factor, offset)
    metrics = {metric: float(np.round(value, 4)) for metric, value in repaired.metrics.items()}
    steps = as_json(repaired.steps)
    return {"pattern": name, "factor": factor, "offset": offset, "steps": steps, "metrics": metrics}


def repaired_pattern(name: str, factor: float, offset: float) -> Repaired:
    """A pattern with changed values, repaired."""
    image = (pattern(name, SIDE, SIDE) * factor + offset).astype(np.float32)
    return repair(image, ENLARGEMENT, measure)


if __name__ == "__main__":
    text = json.dumps(build()) + "\n"
    write_text(VECTORS, text)
