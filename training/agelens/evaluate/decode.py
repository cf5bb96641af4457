"""From a posterior over ages to a point estimate and an interval, in years.

Bin k of a posterior is spread evenly over [k − 0.5, k + 0.5), so that the distribution function is piecewise linear.
"""

import numpy as np


def posterior_of(logits: np.ndarray) -> np.ndarray:
    """Softmax over the last axis in float64, rows sum to 1."""
    shifted = np.exp(logits.astype(float) - logits.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def quantile(posterior: np.ndarray, level: float | np.ndarray) -> np.ndarray:
    """Age below which `level` (0…1, scalar or [N]) of each row's mass lies, clamped to ≥ 0, shape [N].

    >>> quantile(np.array([[0.0, 1.0, 0.0]]), 0.25)
    array([0.75])
    """
    level = np.broadcast_to(np.asarray(level, float), len(posterior))
    cumulative = np.cumsum(posterior, axis=1)
    level = np.minimum(level, cumulative[:, -1])
    k = (cumulative < level[:, None]).sum(axis=1)
    rows = np.arange(len(posterior))
    mass = posterior[rows, k]
    before = cumulative[rows, k] - mass
    inside = np.divide(level - before, mass, out=np.zeros_like(mass), where=mass > 0)
    return np.maximum(k - 0.5 + inside, 0.0)


def median(posterior: np.ndarray) -> np.ndarray:
    """Posterior median in years, shape [N]: the estimate with the smallest expected absolute error."""
    return quantile(posterior, 0.5)


def mean(posterior: np.ndarray) -> np.ndarray:
    """Posterior mean in years, shape [N]: the estimate with the smallest expected squared error."""
    return posterior @ np.arange(posterior.shape[1])


DECODERS = {"median": median, "mean": mean}


def interval(posterior: np.ndarray, mass: float) -> tuple[np.ndarray, np.ndarray]:
    """Central interval with `mass` (0…1) of each posterior: low and high in years, shape [N] each."""
    return quantile(posterior, (1 - mass) / 2), quantile(posterior, (1 + mass) / 2)
