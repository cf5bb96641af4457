"""A network's raw outputs as probabilities or years, and the true classes of pictures."""

import numpy as np

from agelens.evaluate.decode import posterior_of
from agelens.models.heads import AgeClasses, AgeGroups, AgeRegression, Gender, SingleHead
from agelens.models.targets import class_of


def posterior_over_ages(outputs: np.ndarray, head: SingleHead) -> np.ndarray | None:
    """Probabilities of the ages from 0 on, [N, oldest + 1]; None for a regression.

    Ages below those that a head knows get none.
    """
    if isinstance(head, AgeRegression):
        return None
    posterior = posterior_of(outputs)
    youngest = head.ages[0] if isinstance(head, AgeClasses) else 0
    return np.pad(posterior, ((0, 0), (youngest, 0)))


def true_classes(head: AgeGroups | Gender, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
    """Class number of each picture, [N]; −1 where a label is unknown or outside of the head's classes."""
    if isinstance(head, Gender):
        return genders
    known = (ages >= head.groups[0].low) & (ages <= head.groups[-1].high)
    return np.where(known, class_of(head, np.where(known, ages, head.groups[0].low), genders), -1)
