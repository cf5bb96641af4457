"""Which pictures an epoch shows, in which order: a pure function of seed and epoch, so that resuming is exact."""

import numpy as np

BAND_YEARS = 5


def band_weights(ages: np.ndarray, power: float) -> np.ndarray:
    """Weight per picture ∝ (count of its five-year band)^−power, mean 1, shape [N]."""
    bands = ages // BAND_YEARS
    weights = np.bincount(bands)[bands].astype(float) ** -power
    return weights / weights.mean()


def epoch_order(weights: np.ndarray, seed: int, epoch: int) -> np.ndarray:
    """Indices for one epoch, shape [N], by systematic sampling: a weight of 1.4 gives one or two showings."""
    rng = np.random.default_rng((seed, epoch))
    shuffled = rng.permutation(len(weights))
    ends = np.cumsum(weights[shuffled])
    ticks = (np.arange(len(weights)) + rng.random()) * ends[-1] / len(weights)
    return rng.permutation(shuffled[np.searchsorted(ends, ticks)])
