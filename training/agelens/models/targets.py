"""The label of each head: which pictures can teach it, and their right classes."""

import numpy as np

from agelens.data.label_words import UNKNOWN
from agelens.models.heads import Head, Multi, SingleHead, age_range


def class_of_ranges(head: SingleHead, ranges: np.ndarray, genders: np.ndarray) -> np.ndarray:
    """As `class_of` for labels that allow the ages `ranges` [N, 2]; −1 where they lie in several classes."""
    youngest, oldest = (head.class_of(ranges[:, end], genders) for end in (0, 1))
    return np.where(youngest == oldest, youngest, UNKNOWN)


def teachable(head: Head, ranges: np.ndarray, genders: np.ndarray) -> np.ndarray:
    """Whether the head can learn from each picture, bool [N]: it knows all ages that the label allows, [N, 2].

    A head over genders alone also needs the gender; a picture without one still teaches the other heads of a network
    that has several.
    """
    low, high = age_range(head)
    covered = (ranges[:, 0] >= low) & (ranges[:, 1] <= high)
    asks_gender = not isinstance(head, Multi) and head.says == "gender"
    return covered & (genders >= 0) if asks_gender else covered


def true_classes(head: SingleHead, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
    """Class number of each picture, [N]; −1 where a label is unknown or outside of the head's classes."""
    low, high = head.age_range
    known = (ages >= low) & (ages <= high)
    return np.where(known, head.class_of(np.where(known, ages, low), genders), UNKNOWN)
