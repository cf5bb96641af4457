"""Age bands under which errors are reported."""

import numpy as np

BANDS = ((0, 2), (3, 9), (10, 19), (20, 29), (30, 39), (40, 49), (50, 59), (60, 69), (70, 200))
BAND_NAMES = tuple(f"{low}–{high}" if high < 200 else f"{low}+" for low, high in BANDS)


def band_of(ages: np.ndarray) -> np.ndarray:
    """Number of the band of each age, shape [N]."""
    return np.searchsorted([high for _, high in BANDS], ages)
