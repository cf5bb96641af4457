"""Reading and measuring a head that gives years."""

from typing import Any

import numpy as np

from agelens.evaluate.classification import class_figures, confusion
from agelens.evaluate.figures import Outcomes, figures
from agelens.evaluate.groupings import Grouping
from agelens.evaluate.testset import LabelledSet
from agelens.models.heads import SingleHead
from agelens.predict.ages import AgeReadings, knows
from agelens.predict.bands import BAND_NAMES, BANDS, band_of, distance_to_range
from agelens.predict.calibrate import share_below

FAR_YEARS = 20
_LEVELS = np.linspace(0.1, 0.9, 9)


def age_metrics(
    readings: AgeReadings, test: LabelledSet, head: SingleHead, groupings: list[Grouping]
) -> dict[str, Any]:
    """Figures overall and per group; "overallWithoutConflicts" leaves out pictures that occur under another age, too.

    "ageGroups" judges the estimates by the nine bands: a picture without a detected face counts as wrong.
    """
    known = knows(head, test.youngest) & knows(head, test.oldest)
    outcomes = _outcomes(readings[known], test.youngest[known], test.oldest[known])
    return {
        "error": "years to the labelled age" if test.has_ages else "years to the labelled group's nearest edge",
        "outside": int((~known).sum()),
        "missed": test.missed,
        "overall": figures(outcomes),
        "farOff": round(float((np.abs(outcomes.error) > FAR_YEARS).mean()), 4) if len(outcomes) else None,
        "reliability": _reliability(readings[known], test.youngest[known]) if test.has_ages else [],
        "overallWithoutConflicts": figures(outcomes[~test.conflicts[known]]),
        **{
            grouping.key: {
                name: figures(outcomes[grouping.numbers[known] == number]) for number, name in enumerate(grouping.names)
            }
            for grouping in groupings
        },
        "ageGroups": _group_metrics(readings[known], test, known),
    }


def _outcomes(readings: AgeReadings, youngest: np.ndarray, oldest: np.ndarray) -> Outcomes:
    covered = (readings.low <= np.where(youngest == oldest, oldest, oldest + 1)) & (youngest <= readings.high)
    return Outcomes(distance_to_range(readings.years, youngest, oldest), covered, readings.high - readings.low)


def _reliability(readings: AgeReadings, ages: np.ndarray) -> list[dict[str, float]]:
    """How often the central part of the raw posterior holds the age, per mass of that part; nothing of no pictures."""
    if not len(ages):
        return []
    reached = np.abs(2 * share_below(readings.posterior, ages) - 1)
    return [{"mass": round(float(mass), 2), "held": round(float((reached <= mass).mean()), 4)} for mass in _LEVELS]


def _group_metrics(readings: AgeReadings, test: LabelledSet, known: np.ndarray) -> dict[str, Any]:
    truth, band = band_of(test.youngest[known]), band_of(readings.years)
    one = truth == band_of(test.oldest[known])
    truth, band = truth[one], band[one]
    found = len(truth) / max(len(truth) + test.missed, 1)
    return {
        **class_figures(truth, _band_scores(readings[one]), band),
        "groupAccuracy": round(float((truth == band).mean() * found), 4),
        "withinOneGroup": round(float((np.abs(truth - band) <= 1).mean() * found), 4),
        "confusion": confusion(truth, band, BAND_NAMES),
    }


def _band_scores(readings: AgeReadings) -> np.ndarray:
    """A score per band, [N, bands]: the posterior's mass in it."""
    owner = band_of(np.arange(readings.posterior.shape[1]))
    return np.stack([readings.posterior[:, owner == number].sum(axis=1) for number in range(len(BANDS))], axis=1)
