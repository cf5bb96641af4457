"""Error figures with bootstrap intervals."""

from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000
_BLOCK = 200
CS_YEARS = 5


@dataclass(frozen=True)
class Outcomes:
    """Per picture, shape [N] each: estimate − age in years, and whether the interval covered the age."""

    error: np.ndarray
    covered: np.ndarray

    def __getitem__(self, mask: np.ndarray) -> "Outcomes":
        return Outcomes(self.error[mask], self.covered[mask])

    def __len__(self) -> int:
        return len(self.error)


def figures(outcomes: Outcomes, seed: int = 0) -> dict:
    """MAE, RMSE, bias in years, CS5 (share within 5 years) and coverage, each with a 95 % interval, and n.

    Intervals are percentiles over bootstrap resamples of the pictures (Efron, 1979). A group without pictures has
    n = 0 and nothing else.
    """
    count = len(outcomes)
    if count == 0:
        return {"n": 0}
    moments = _moments(outcomes)
    low, high = np.percentile(_resampled(moments, seed), [2.5, 97.5], axis=0)
    values = _from_means(moments.mean(axis=0))
    names = ("mae", "rmse", "bias", "cs5", "coverage")
    table = zip(names, values, low, high, strict=True)
    return {"n": count} | {name: _entry(value, lower, upper) for name, value, lower, upper in table}


def _moments(outcomes: Outcomes) -> np.ndarray:
    """Per picture what the figures are means of, [N, 5]."""
    error = outcomes.error
    return np.stack([np.abs(error), error**2, error, np.abs(error) <= CS_YEARS, outcomes.covered], axis=1).astype(float)


def _from_means(means: np.ndarray) -> np.ndarray:
    """Mean squares become RMSE; the last axis is that of `_moments`."""
    values = means.copy()
    values[..., 1] = np.sqrt(values[..., 1])
    return values


def _resampled(moments: np.ndarray, seed: int) -> np.ndarray:
    """The figures of each resample, [RESAMPLES, 5]."""
    rng = np.random.default_rng(seed)
    count = len(moments)
    shares = np.full(count, 1 / count)
    blocks = [rng.multinomial(count, shares, size=_BLOCK) @ moments / count for _ in range(RESAMPLES // _BLOCK)]
    return _from_means(np.concatenate(blocks))


def _entry(value: float, low: float, high: float) -> dict[str, float]:
    return {"value": round(float(value), 4), "low": round(float(low), 4), "high": round(float(high), 4)}
