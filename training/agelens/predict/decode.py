"""From a posterior over ages to a point estimate and an interval, in years.

Bin k of a posterior is spread evenly over [k − 0.5, k + 0.5), so that the distribution function is piecewise linear.
"""

import numpy as np

from agelens.predict.calibrate import Tails


def posterior_of(logits: np.ndarray) -> np.ndarray:
    """Softmax over the last axis in float64, rows sum to 1."""
    shifted = np.exp(logits.astype(float) - logits.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def quantile(posterior: np.ndarray, level: float | np.ndarray) -> np.ndarray:
    """Age below which `level` (0…1, scalar or [N]) of each row's mass lies, clamped to ≥ 0, shape [N].

    >>> quantile(np.array([[0.0, 1.0, 0.0]]), 0.25)
    array([0.75])
    """
    cumulative = np.cumsum(posterior, axis=1)
    wanted = np.minimum(np.broadcast_to(np.asarray(level, float), len(posterior)), cumulative[:, -1])
    k = (cumulative < wanted[:, None]).sum(axis=1)
    rows = np.arange(len(posterior))
    mass = posterior[rows, k]
    before = cumulative[rows, k] - mass
    inside = np.divide(wanted - before, mass, out=np.zeros_like(mass), where=mass > 0)
    return np.maximum(k - 0.5 + inside, 0.0)


def median(posterior: np.ndarray) -> np.ndarray:
    """Posterior median in years, shape [N]: the estimate with the smallest expected absolute error."""
    return quantile(posterior, 0.5)


def mean(posterior: np.ndarray) -> np.ndarray:
    """Posterior mean in years, shape [N]: the estimate with the smallest expected squared error."""
    return posterior @ np.arange(posterior.shape[1])


DECODERS = {"median": median, "mean": mean}


def interval(posterior: np.ndarray, tails: Tails) -> tuple[np.ndarray, np.ndarray]:
    """Calibrated interval of each posterior: low and high in years, ≥ 0, shape [N] each.

    From the youngest to the oldest age y with F(y) ≥ below(y) and F(y) ≤ 1 − above(y). Thresholds are looked up at the
    bins' edges and taken as linear inside a bin, as F is.
    """
    bins = posterior.shape[1]
    edges = np.arange(bins + 1) - 0.5
    cumulative = np.concatenate([np.zeros((len(posterior), 1)), np.cumsum(posterior, axis=1)], axis=1)
    cumulative /= cumulative[:, -1:]
    inside_low = cumulative - np.interp(edges, tails.ages, tails.below)
    inside_high = 1 - np.interp(edges, tails.ages, tails.above) - cumulative
    first = np.maximum((inside_low >= 0).argmax(axis=1), 1)
    last = np.minimum(bins - (inside_high >= 0)[:, ::-1].argmax(axis=1), bins - 1)
    return _crossing(inside_low, first - 1), _crossing(inside_high, last)


def _crossing(difference: np.ndarray, edge: np.ndarray) -> np.ndarray:
    """Where each row, linear from one edge to the next, is 0, clamped to that bin and to ≥ 0, in years."""
    rows = np.arange(len(difference))
    here, there = difference[rows, edge], difference[rows, edge + 1]
    step = np.divide(-here, there - here, out=np.zeros_like(here), where=there != here)
    return np.maximum(edge - 0.5 + np.clip(step, 0, 1), 0.0)
