"""The app's standards for a face's picture, from the one file that the app reads too."""

from collections.abc import Mapping
from typing import Any

from agelens.facts import read_facts


def read_checks() -> list[dict[str, Any]]:
    """Every standard in the file's order: {check, metric, direction: "below" or "above", limit}."""
    return read_facts("thresholds.json")["checks"]


def failed_checks(metrics: Mapping[str, float]) -> list[str]:
    """Names of the checks that a face fails, in the file's order; metrics that are not given are not checked."""
    return [entry["check"] for entry in failures(metrics)]


def failures(metrics: Mapping[str, float]) -> list[dict[str, Any]]:
    """The standards that a face does not meet, in the file's order; a value equal to the limit passes."""
    return [e for e in read_checks() if e["metric"] in metrics and _fails(metrics[e["metric"]], e)]


def _fails(value: float, entry: Mapping[str, Any]) -> bool:
    return value < entry["limit"] if entry["direction"] == "below" else value > entry["limit"]
