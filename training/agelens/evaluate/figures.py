"""Figures of estimates in years, with bootstrap intervals."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from agelens.evaluate.bootstrap import bootstrap, entries

CUMULATIVE_YEARS = tuple(range(1, 11))
NAMES = ("mae", "mse", "rmse", "bias", "coverage", "width", *(f"cs{years}" for years in CUMULATIVE_YEARS))
_MSE, _RMSE = NAMES.index("mse"), NAMES.index("rmse")


@dataclass(frozen=True)
class Outcomes:
    """Per picture, shape [N] each: estimate − age in years, whether the interval held the age, and its width."""

    error: np.ndarray
    covered: np.ndarray
    width: np.ndarray

    def __getitem__(self, mask: np.ndarray) -> "Outcomes":
        return Outcomes(self.error[mask], self.covered[mask], self.width[mask])

    def __len__(self) -> int:
        return len(self.error)


def figures(outcomes: Outcomes, seed: int = 0) -> dict[str, Any]:
    """n and, each as {value, low, high} with a 95 % interval, the figures in NAMES.

    MAE, RMSE, bias and the interval's mean width are in years, MSE in square years; csX is the share within X years,
    coverage the share inside the interval. A group without pictures has n = 0 and nothing else.
    """
    count = len(outcomes)
    if count == 0:
        return {"n": 0}
    moments = _moments(outcomes)
    low, high = bootstrap(count, lambda draws: _from_means(draws @ moments / count), seed)
    return {"n": count} | entries(NAMES, _from_means(moments.mean(axis=0)), low, high)


def _moments(outcomes: Outcomes) -> np.ndarray:
    """Per picture what the figures are means of, [N, figures]."""
    distance = np.abs(outcomes.error)
    square = distance**2
    within = [distance <= years for years in CUMULATIVE_YEARS]
    columns = [distance, square, square, outcomes.error, outcomes.covered, outcomes.width, *within]
    return np.stack(columns, axis=1).astype(float)


def _from_means(means: np.ndarray) -> np.ndarray:
    """The mean square becomes RMSE; the last axis is that of `_moments`."""
    values = means.copy()
    values[..., _RMSE] = np.sqrt(values[..., _MSE])
    return values
