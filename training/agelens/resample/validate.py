"""Does a set of ages have the target's distribution?"""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from scipy.stats import chisquare

from agelens.resample.plan import Quota
from agelens.resample.target import Target


@dataclass(frozen=True)
class Validation:
    """Largest deviation in percentage points with its group; Pearson's chi-square over the groups and its p-value."""

    pictures: int
    largest_deviation: float
    group: str
    chi_square: float
    degrees_of_freedom: int
    p_value: float

    def as_json(self) -> dict[str, Any]:
        """Plain numbers and names."""
        return asdict(self)


def validate(counts: np.ndarray, target: Target) -> Validation:
    """Hold counts per group [G] against the target; groups without people in the target are left out of chi-square."""
    total = int(counts.sum())
    deviation = 100 * (counts / max(total, 1) - target.shares)
    worst = int(np.argmax(np.abs(deviation)))
    peopled = target.shares > 0
    observed = counts[peopled]
    expected = target.shares[peopled] / target.shares[peopled].sum() * observed.sum()
    statistic, p_value = chisquare(observed, expected) if total else (float("nan"), float("nan"))
    freedom = int(peopled.sum()) - 1
    return Validation(total, float(deviation[worst]), target.names[worst], float(statistic), freedom, float(p_value))


@dataclass(frozen=True)
class Resampled:
    """What came out: the quota, pictures per group, and both distributions held against the target."""

    quota: Quota
    result: np.ndarray
    before: Validation
    after: Validation
