"""The figures of one test set: overall, per age band, gender and ethnicity."""

import numpy as np

from agelens.data.labels import ETHNICITIES, GENDERS
from agelens.evaluate.bands import BAND_NAMES, band_of
from agelens.evaluate.decode import DECODERS, interval
from agelens.evaluate.figures import Outcomes, figures
from agelens.train.data import Part


def outcomes_of(posterior: np.ndarray, ages: np.ndarray, decode: str, mass: float) -> Outcomes:
    """Errors and coverage of the estimates that the export would give."""
    low, high = interval(posterior, mass)
    return Outcomes(DECODERS[decode](posterior) - ages, (low <= ages) & (ages <= high))


def report(outcomes: Outcomes, part: Part) -> dict:
    """All figures; "overallWithoutConflicts" leaves out near-duplicates whose names give different ages."""
    bands = band_of(part.ages.numpy())
    return {
        "overall": figures(outcomes),
        "overallWithoutConflicts": figures(outcomes[~part.conflicts.numpy()]),
        "bands": _grouped(outcomes, bands, BAND_NAMES),
        "genders": _grouped(outcomes, part.genders.numpy(), GENDERS),
        "ethnicities": _grouped(outcomes, part.ethnicities.numpy(), ETHNICITIES),
    }


def _grouped(outcomes: Outcomes, group: np.ndarray, names: tuple[str, ...]) -> dict:
    return {name: figures(outcomes[group == number]) for number, name in enumerate(names)}
