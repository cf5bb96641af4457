"""How wide an interval must be to hold what it promises, at every age.

Label-conditional conformal prediction (Vovk, 2012): each age y is accepted or refused on its own, by thresholds found
on held-out pictures of people about that old, so that the promise holds for the old as well as for the young, and not
only on average. The score is the distribution function F(y) (Chernozhukov, Wüthrich and Zhu, 2021): y is in the
interval when F(y) ≥ below(y) and F(y) ≤ 1 − above(y). Both thresholds are quantiles with Gaussian weights over the
calibration pictures' ages, which lets neighbouring ages share pictures, tabulated at KNOTS and linear in between.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

KNOTS = (0, 1, 2, 4, 7, 11, 16, 22, 28, 34, 40, 46, 52, 58, 64, 70, 76, 82, 88, 95)

# Chosen by five-fold cross-validation within the validation part of UTKFace among 0.05 … 0.5.
BANDWIDTH = 0.1
_OFFSET_YEARS = 4

# Neither tail may reach the middle, so that the median always lies inside, nor be lost in the rounding of float32.
LARGEST_TAIL = 0.45
SMALLEST_TAIL = 1e-4


@dataclass(frozen=True)
class Tails:
    """Share of the posterior left out below and above the interval, by the age at its end; equally long tables.

    `spread` is a regression's mean absolute error in years on the calibration set, of which its posterior is made.
    """

    level: float
    ages: tuple[float, ...]
    below: tuple[float, ...]
    above: tuple[float, ...]
    spread: float | None = None

    def to_json(self) -> dict[str, Any]:
        """As in the app's manifest: shares are rounded to a millionth."""
        table = zip(self.ages, self.below, self.above, strict=True)
        knots = [{"age": age, "below": round(below, 6), "above": round(above, 6)} for age, below, above in table]
        return {"level": self.level, "tails": knots, **({"spread": self.spread} if self.spread else {})}


def constant_tails(level: float, mass: float) -> Tails:
    """The same central mass at every age."""
    tail = (1 - mass) / 2
    return Tails(level, (0,), (tail,), (tail,))


def tails_from_json(content: dict[str, Any]) -> Tails:
    """Read either form of a calibration: {level, tails}, with the spread of a regression, or {level, mass}."""
    if "mass" in content:
        return constant_tails(content["level"], content["mass"])
    ages, below, above = (tuple(float(knot[key]) for knot in content["tails"]) for key in ("age", "below", "above"))
    return Tails(content["level"], ages, below, above, content.get("spread"))


def share_below(posterior: np.ndarray, ages: np.ndarray) -> np.ndarray:
    """F(age) of each row's posterior with the bins spread over a year each, 0…1, shape [N]."""
    bins = posterior.shape[1]
    cumulative = np.concatenate([np.zeros((len(ages), 1)), np.cumsum(posterior, axis=1)], axis=1)
    position = np.clip(np.asarray(ages, float) + 0.5, 0, bins)
    k = np.minimum(position.astype(int), bins - 1)
    rows = np.arange(len(ages))
    return np.minimum(cumulative[rows, k] + (position - k) * posterior[rows, k], 1.0)


def fit_tails(posterior: np.ndarray, ages: np.ndarray, level: float) -> Tails:
    """Thresholds under which a share `level` of pictures like these is covered, at every age.

    Args:
        posterior: [N, bins] of a calibration set that was not trained on.
        ages: true ages in years, [N].
    """
    scores = share_below(posterior, ages)
    pairs = [_tails_at(scores, weights_around(knot, ages), level) for knot in KNOTS]
    below, above = zip(*pairs, strict=True)
    return Tails(level, KNOTS, below, above)


def weights_around(knot: float, ages: np.ndarray) -> np.ndarray:
    """Gaussian weights in log(age + 4): a year counts for more the younger people are. Sum to 1."""
    distance = (np.log(ages + _OFFSET_YEARS) - np.log(knot + _OFFSET_YEARS)) / BANDWIDTH
    exponent = -0.5 * distance**2
    weights = np.exp(exponent - exponent.max())
    return weights / weights.sum()


def _tails_at(scores: np.ndarray, weights: np.ndarray, level: float) -> tuple[float, float]:
    """Equal shares of pictures outside on both sides, unless that would move a tail beyond LARGEST_TAIL."""
    low = min(weighted_quantile(scores, weights, (1 - level) / 2), LARGEST_TAIL)
    high = weighted_quantile(scores, weights, weights[scores < low].sum() + level)
    if high < 1 - LARGEST_TAIL:
        high = 1 - LARGEST_TAIL
        low = min(weighted_quantile(scores, weights, max(1 - weights[scores > high].sum() - level, 0)), LARGEST_TAIL)
    return max(float(low), SMALLEST_TAIL), max(float(1 - high), SMALLEST_TAIL)


def weighted_quantile(scores: np.ndarray, weights: np.ndarray, share: float) -> float:
    """The score below which `share` of the weights lies, linear between scores; weights sum to 1."""
    order = np.argsort(scores)
    return float(np.interp(share, np.cumsum(weights[order]), scores[order]))
