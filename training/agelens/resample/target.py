"""The target: a CSV file of age groups and how many people are in each."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agelens.errors import AgeLensError

_RANGE = re.compile(r"^(\d+)\s*[-–]\s*(\d+)$")
_OPEN = re.compile(r"^(\d+)\s*\+$")
_SINGLE = re.compile(r"^(\d+)$")


@dataclass(frozen=True)
class Target:
    """Age groups in order: names, youngest and oldest age of each (inclusive), shares of the population (sum 1)."""

    names: tuple[str, ...]
    low: np.ndarray
    high: np.ndarray
    shares: np.ndarray

    def group_of(self, ages: np.ndarray) -> np.ndarray:
        """Index of the group of every age, −1 where there is none, shape [N]."""
        inside = (ages[:, None] >= self.low) & (ages[:, None] <= self.high)
        return np.where(inside.any(axis=1), inside.argmax(axis=1), -1)


def read_target(path: Path) -> Target:
    """Read `group,count` lines such as `20-24,1579539` or `85+,542342`; lines that begin with # are comments."""
    if not path.is_file():
        raise AgeLensError(f"{path} does not exist; pass a CSV file with the columns group and count.")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    if not rows or not {"group", "count"} <= rows[0].keys():
        raise AgeLensError(f"{path} has no lines under the columns group and count; add them.")
    ranges = [_range(row["group"], path) for row in rows]
    low, high = (np.array(ends, float) for ends in zip(*ranges, strict=True))
    _check_order(rows, low, high, path)
    counts = np.array([_count(row, path) for row in rows])
    if counts.sum() <= 0:
        raise AgeLensError(f"{path}: all counts are 0; give at least one group people.")
    return Target(tuple(row["group"] for row in rows), low, high, counts / counts.sum())


def _range(text: str, path: Path) -> tuple[float, float]:
    text = text.strip()
    if match := _RANGE.match(text):
        return float(match[1]), float(match[2])
    if match := _OPEN.match(text):
        return float(match[1]), float("inf")
    if match := _SINGLE.match(text):
        return float(match[1]), float(match[1])
    raise AgeLensError(f"{path}: the group '{text}' is no age group; write it like 20-24 or 85+.")


def _check_order(rows: list[dict[str, str]], low: np.ndarray, high: np.ndarray, path: Path) -> None:
    for k in range(len(rows)):
        if high[k] < low[k] or (k > 0 and low[k] <= high[k - 1]):
            raise AgeLensError(
                f"{path}: the group '{rows[k]['group']}' overlaps another or runs backwards; correct it."
            )


def _count(row: dict[str, str], path: Path) -> float:
    try:
        count = float(row["count"])
    except (TypeError, ValueError):
        count = -1.0
    if count < 0:
        raise AgeLensError(
            f"{path}: the count '{row['count']}' of group '{row['group']}' is no number ≥ 0; correct it."
        )
    return count
