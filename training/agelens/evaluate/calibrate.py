"""How wide an interval must be to hold what it promises."""

import math

import numpy as np


def distance_from_centre(posterior: np.ndarray, ages: np.ndarray) -> np.ndarray:
    """Mass of the smallest central interval that contains each age: 2·|F(age) − ½|, 0…1, shape [N]."""
    bins = posterior.shape[1]
    cumulative = np.concatenate([np.zeros((len(ages), 1)), np.cumsum(posterior, axis=1)], axis=1)
    position = np.clip(np.asarray(ages, float) + 0.5, 0, bins)
    k = np.minimum(position.astype(int), bins - 1)
    rows = np.arange(len(ages))
    below = cumulative[rows, k] + (position - k) * posterior[rows, k]
    return np.minimum(2 * np.abs(below - 0.5), 1.0)


def central_mass(posterior: np.ndarray, ages: np.ndarray, level: float) -> float:
    """Mass of the central interval that covers a share `level` of new pictures like these.

    Distributional conformal prediction (Chernozhukov, Wüthrich and Zhu, 2021): the ⌈(n + 1)·level⌉-th smallest
    conformity score, so that coverage is at least `level` for exchangeable pictures.

    Args:
        posterior: [N, bins] of a calibration set that was not trained on.
        ages: true ages in years, [N].
    """
    scores = np.sort(distance_from_centre(posterior, ages))
    rank = min(math.ceil((len(scores) + 1) * level), len(scores))
    return float(scores[rank - 1])
