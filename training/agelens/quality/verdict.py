"""The app's standards for a face's picture, from the one file that the app reads too."""

from collections.abc import Mapping
from pathlib import Path

from agelens.files import read_json

THRESHOLDS = Path(__file__).parents[3] / "src/engine/quality/thresholds.json"


def failed_checks(metrics: Mapping[str, float]) -> list[str]:
    """Names of the checks that a face fails, in the file's order; metrics that are not given are not checked."""
    checks = read_json(THRESHOLDS, made_by="`git restore src/engine/quality/thresholds.json`")["checks"]
    return [
        entry["check"] for entry in checks if entry["metric"] in metrics and _fails(metrics[entry["metric"]], entry)
    ]


def _fails(value: float, entry: Mapping) -> bool:
    return value < entry["limit"] if entry["direction"] == "below" else value > entry["limit"]
