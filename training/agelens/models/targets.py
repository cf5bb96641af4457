"""The label of each head: from the ages and genders of pictures to class numbers."""

import numpy as np

from agelens.data.label_words import UNKNOWN
from agelens.models.heads import AgeClasses, AgeGroups, AgePosterior, Gender, Head, SingleHead, age_range


def class_of(head: SingleHead, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
    """Number of the right class per picture, int64 [N], −1 where the gender is unknown.

    Raises TypeError for a regression, which has no classes. Ages must lie within `age_range(head)`; those above a
    posterior's last bin belong to it.
    """
    match head:
        case Gender():
            return np.asarray(genders, dtype=np.int64)
        case AgePosterior():
            return np.minimum(ages, head.bins - 1).astype(np.int64)
        case AgeClasses():
            return (np.asarray(ages) - head.ages[0]).astype(np.int64)
        case AgeGroups():
            return np.searchsorted([group.high for group in head.groups], ages).astype(np.int64)
    raise TypeError(f"A head of kind '{head.kind}' has no classes.")


def class_of_ranges(head: SingleHead, ranges: np.ndarray, genders: np.ndarray) -> np.ndarray:
    """As `class_of` for labels that allow the ages `ranges` [N, 2]; −1 where they lie in several classes."""
    youngest, oldest = (class_of(head, ranges[:, end], genders) for end in (0, 1))
    return np.where(youngest == oldest, youngest, UNKNOWN)


def teachable(head: Head, ranges: np.ndarray, genders: np.ndarray) -> np.ndarray:
    """Whether the head can learn from each picture, bool [N]: it knows all ages that the label allows, [N, 2].

    A head over genders alone also needs the gender; a picture without one still teaches the other heads of a network
    that has several.
    """
    low, high = age_range(head)
    covered = (ranges[:, 0] >= low) & (ranges[:, 1] <= high)
    return covered & (genders >= 0) if isinstance(head, Gender) else covered


def true_classes(head: AgeGroups | Gender, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
    """Class number of each picture, [N]; −1 where a label is unknown or outside of the head's classes."""
    if isinstance(head, Gender):
        return genders
    known = (ages >= head.groups[0].low) & (ages <= head.groups[-1].high)
    return np.where(known, class_of(head, np.where(known, ages, head.groups[0].low), genders), -1)
