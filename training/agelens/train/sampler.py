"""Which pictures an epoch shows, in which order: a pure function of seed and epoch, so that resuming is exact."""

import numpy as np

from agelens.config import Sampling
from agelens.data.labels import UNKNOWN

BAND_YEARS = 5


def picture_weights(ages: np.ndarray, ethnicities: np.ndarray, config: Sampling) -> np.ndarray:
    """How often each picture is drawn, mean 1, shape [N]: rare ages and, if asked for, rare ethnicities more often."""
    weights = _rarity(ages // BAND_YEARS, config.power) * _rarity(ethnicities, config.ethnicity_power)
    return weights / weights.mean()


def _rarity(classes: np.ndarray, power: float) -> np.ndarray:
    """Weight per picture ∝ (count of its class)^−power, mean 1 over those whose class is known and 1 for the others."""
    weights, known = np.ones(len(classes)), classes != UNKNOWN
    if known.any():
        found = np.bincount(classes[known])[classes[known]].astype(float) ** -power
        weights[known] = found / found.mean()
    return weights


def epoch_order(weights: np.ndarray, seed: int, epoch: int) -> np.ndarray:
    """Indices for one epoch, shape [N], by systematic sampling: a weight of 1.4 gives one or two showings."""
    rng = np.random.default_rng((seed, epoch))
    shuffled = rng.permutation(len(weights))
    ends = np.cumsum(weights[shuffled])
    ticks = (np.arange(len(weights)) + rng.random()) * ends[-1] / len(weights)
    return rng.permutation(shuffled[np.searchsorted(ends, ticks)])
