"""A network's raw outputs as probabilities of ages, or as years."""

import numpy as np

from agelens.models.heads.kind import OLDEST, AgeHeadKind
from agelens.predict.decode import posterior_of


def posterior_over_ages(outputs: np.ndarray, head: AgeHeadKind, spread: float | None = None) -> np.ndarray:
    """Probabilities of the ages from 0 on, [N, oldest + 1], as the app makes them of any head over ages.

    Args:
        outputs: logits, or years of a regression, [N, width].
        spread: mean absolute error of a regression in years.
    """
    answers = years_of(outputs)[:, None] if head.output == "years" else posterior_of(outputs)
    return head.posterior(answers, spread or 1.0)


def years_of(outputs: np.ndarray) -> np.ndarray:
    """A regression's outputs [N, 1] as years in 0…OLDEST, [N]."""
    return np.clip(outputs[:, 0].astype(float), 0, OLDEST)
