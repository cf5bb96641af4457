"""What the app does with bad pictures before and after the estimate, from the file that it reads too."""

from collections.abc import Mapping
from typing import Any

from agelens.facts import read_facts


def read_policy() -> dict[str, Any]:
    """`repairBeforeEstimate` (names of checks), `rules` (check, metric, from, to, tailFactor) and `maxWidthYears`."""
    return read_facts("policy.json")


def tail_factor(metrics: Mapping[str, float]) -> float:
    """Share 0…1 to which the interval's tails shrink for a picture with these metrics as found; 1 as calibrated.

    Of all rules that apply (from ≤ value < to) the smallest factor counts.
    """
    applying = [rule["tailFactor"] for rule in read_policy()["rules"] if _applies(rule, metrics)]
    return min([1.0, *applying])


def _applies(rule: Mapping[str, Any], metrics: Mapping[str, float]) -> bool:
    value = metrics[rule["metric"]]
    return value >= rule["from"] and (rule["to"] is None or value < rule["to"])
