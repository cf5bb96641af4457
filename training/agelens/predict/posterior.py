"""A network's raw outputs as probabilities or years, and the true classes of pictures."""

import numpy as np

from agelens.facts import read_facts
from agelens.models.heads import AgeClasses, AgeGroups, AgeRegression, SingleHead
from agelens.predict.decode import posterior_of

# The oldest age of posteriors that are made of other outputs.
OLDEST: int = read_facts("ages.json")["oldestOfPosteriors"]


def posterior_over_ages(outputs: np.ndarray, head: SingleHead, spread: float | None = None) -> np.ndarray:
    """Probabilities of the ages from 0 on, [N, oldest + 1], as the app makes them of any head over ages.

    Ages that a head does not know get none; a group's share is spread evenly over its ages. A regression's error is
    taken to follow Laplace's distribution with the mean absolute value `spread` in years; what would lie below 0 or
    above 100 counts as 0 or 100.
    """
    if isinstance(head, AgeRegression):
        return _laplace(years_of(outputs), spread or 1.0)
    posterior = posterior_of(outputs)
    if isinstance(head, AgeGroups):
        return _scattered(posterior, head)
    youngest = head.ages[0] if isinstance(head, AgeClasses) else 0
    return np.pad(posterior, ((0, 0), (youngest, 0)))


def years_of(outputs: np.ndarray) -> np.ndarray:
    """A regression's outputs [N, 1] as years in 0…OLDEST, [N]."""
    return np.clip(outputs[:, 0].astype(float), 0, OLDEST)


def _laplace(years: np.ndarray, spread: float) -> np.ndarray:
    distance = (np.arange(OLDEST) + 0.5 - years[:, None]) / spread
    below = np.where(distance < 0, np.exp(np.minimum(distance, 0)) / 2, 1 - np.exp(-np.maximum(distance, 0)) / 2)
    return np.diff(below, axis=1, prepend=0, append=1)


def _scattered(shares: np.ndarray, head: AgeGroups) -> np.ndarray:
    oldest = max(OLDEST, head.groups[-1].high)
    posterior = np.zeros((len(shares), oldest + 1))
    for number, group in enumerate(head.groups):
        posterior[:, group.low : group.high + 1] = shares[:, [number]] / (group.high - group.low + 1)
    return posterior
