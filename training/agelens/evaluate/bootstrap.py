"""Bootstrap intervals (Efron, 1979): percentiles over resamples of the pictures."""

from collections.abc import Callable
from typing import Any

import numpy as np

RESAMPLES = 1000
_BLOCK = 100


def bootstrap(count: int, figure: Callable[[np.ndarray], np.ndarray], seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper ends of 95 % intervals of figures.

    Args:
        count: number of pictures.
        figure: how often each picture was drawn, [resamples, count] → the figures of each resample, [resamples, F].
    Returns:
        [F] each; NaN for a figure that no resample has.
    """
    rng = np.random.default_rng(seed)
    shares = np.full(count, 1 / count)
    blocks = [figure(rng.multinomial(count, shares, size=_BLOCK)) for _ in range(RESAMPLES // _BLOCK)]
    resampled = np.concatenate(blocks)
    known = ~np.isnan(resampled).all(axis=0)
    ends = np.full((2, resampled.shape[1]), np.nan)
    ends[:, known] = np.nanpercentile(resampled[:, known], [2.5, 97.5], axis=0)
    return ends[0], ends[1]


def entries(
    names: tuple[str, ...], values: np.ndarray, low: np.ndarray, high: np.ndarray
) -> dict[str, dict[str, Any] | None]:
    """Figures as {value, low, high}, rounded to 1e-4; None where the pictures do not allow a figure."""
    table = zip(names, values, low, high, strict=True)
    return {name: None if np.isnan(value) else _entry(value, lower, upper) for name, value, lower, upper in table}


def _entry(value: float, low: float, high: float) -> dict[str, float]:
    return {"value": round(float(value), 4), "low": round(float(low), 4), "high": round(float(high), 4)}
