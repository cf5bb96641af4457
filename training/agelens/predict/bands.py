"""Age bands under which errors are reported."""

import re

import numpy as np

from agelens.errors import AgeLensError
from agelens.facts import read_facts

BANDS = tuple((band["low"], band["high"] or 200) for band in read_facts("ages.json")["groups"])
BAND_NAMES = tuple(f"{low}–{high}" if high < 200 else f"{low}+" for low, high in BANDS)


def band_of(ages: np.ndarray) -> np.ndarray:
    """Number of the band of each age, shape [N]; an age between two whole years belongs to the younger one."""
    return np.searchsorted([high + 1 for _, high in BANDS], ages, side="right")


def range_of_group(name: str) -> tuple[int, int]:
    """Youngest and oldest whole age of a group as data sets write it.

    >>> range_of_group("20-29"), range_of_group("more than 70"), range_of_group("70+")
    ((20, 29), (70, 200), (70, 200))
    """
    numbers = [int(number) for number in re.findall(r"\d+", name)]
    if len(numbers) == 2:
        return numbers[0], numbers[1]
    if len(numbers) == 1:
        return numbers[0], BANDS[-1][1]
    raise AgeLensError(f"'{name}' is no age group; write it like 20-29 or 70+.")


def distance_to_range(years: np.ndarray, youngest: np.ndarray, oldest: np.ndarray) -> np.ndarray:
    """Estimate − age where the label names an age, else years beyond the group's nearest edge: 0 inside, [N].

    A group of whole ages reaches to the next birthday after its oldest.
    """
    end = np.where(youngest == oldest, oldest, oldest + 1)
    return np.where(years < youngest, years - youngest, np.where(years > end, years - end, 0.0))
