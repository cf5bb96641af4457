"""Differences between groups of people, the largest first, and what is left of them among people of the same age."""

from typing import Any

import numpy as np

from agelens.evaluate.groupings import Grouping
from agelens.predict.bands import BAND_NAMES

FEWEST = 50
_FEWEST_IN_BAND = 5


def largest_gaps(metrics: dict[str, Any], groupings: list[Grouping], figure: str) -> list[dict[str, Any]]:
    """Per grouping the two groups that differ most in a figure, with a 95 % interval of the difference.

    Groups of fewer than FEWEST pictures are left out. The interval treats the groups as independent.
    """
    found = []
    for grouping in groupings:
        measured = metrics.get(grouping.key, {})
        groups = {name: one for name, one in measured.items() if one["n"] >= FEWEST and one[figure]}
        if len(groups) < 2:
            continue
        order = sorted(groups, key=lambda name: groups[name][figure]["value"])
        found.append({"key": grouping.key, "title": grouping.title, **_gap(order[0], order[-1], groups, figure)})
    return sorted(found, key=lambda gap: -gap["difference"])


def _gap(least: str, most: str, groups: dict[str, Any], figure: str) -> dict[str, Any]:
    low, high = groups[least][figure], groups[most][figure]
    difference = high["value"] - low["value"]
    slack = float(np.hypot(high["value"] - high["low"], low["high"] - low["value"]))
    return {
        "least": least,
        "leastValue": low["value"],
        "most": most,
        "mostValue": high["value"],
        "difference": round(difference, 3),
        "low": round(difference - slack, 3),
        "beyondChance": difference > slack,
    }


def same_age_errors(error: np.ndarray, bands: np.ndarray, grouping: Grouping) -> dict[str, float]:
    """Mean error per group if all groups had the ages of all pictures together (direct standardisation).

    Bands in which some group has fewer than 5 pictures are left out for every group.

    Args:
        error: absolute error per picture, [N].
        bands: age band per picture, [N].
    """
    members = {name: grouping.numbers == number for number, name in enumerate(grouping.names)}
    members = {name: mask for name, mask in members.items() if mask.sum() >= FEWEST}
    counts = np.array(
        [[(mask & (bands == band)).sum() for band in range(len(BAND_NAMES))] for mask in members.values()]
    )
    shared = [band for band in range(len(BAND_NAMES)) if len(counts) and counts[:, band].min() >= _FEWEST_IN_BAND]
    weights = np.array([(bands == band).sum() for band in shared], float)
    if not shared:
        return {}
    return {
        name: round(float(np.average([error[mask & (bands == band)].mean() for band in shared], weights=weights)), 3)
        for name, mask in members.items()
    }
