"""Reading and measuring a head that gives years."""

from dataclasses import dataclass, replace

import numpy as np

from agelens.errors import AgeLensError
from agelens.evaluate.bands import BAND_NAMES, BANDS, band_of, distance_to_range
from agelens.evaluate.calibrate import Tails, fit_tails, share_below, tails_from_json
from agelens.evaluate.classification import class_figures, confusion
from agelens.evaluate.decode import DECODERS, interval
from agelens.evaluate.figures import Outcomes, figures
from agelens.evaluate.groupings import Grouping
from agelens.evaluate.heads import posterior_over_ages, years_of
from agelens.evaluate.testset import LabelledSet
from agelens.models.heads import AgeClasses, AgeRegression, SingleHead

LEVEL = 0.8
FAR_YEARS = 20
_LEVELS = np.linspace(0.1, 0.9, 9)


@dataclass(frozen=True)
class AgeDecoder:
    """How the raw outputs of a head become years and an interval; `decode` is "direct" for a regression."""

    head: SingleHead
    decode: str
    calibration: Tails

    def to_json(self) -> dict:
        return {"decode": self.decode, "calibration": self.calibration.to_json()}


@dataclass(frozen=True)
class AgeReadings:
    """Estimates and intervals in years, [N] each, and the posterior [N, ages]."""

    years: np.ndarray
    low: np.ndarray
    high: np.ndarray
    posterior: np.ndarray

    def __getitem__(self, mask: np.ndarray) -> "AgeReadings":
        return AgeReadings(self.years[mask], self.low[mask], self.high[mask], self.posterior[mask])


def fit_decoder(head: SingleHead, outputs: np.ndarray, ages: np.ndarray) -> AgeDecoder:
    """The decoder with the lowest MAE on held-out pictures, and intervals that hold LEVEL of them at every age."""
    known = knows(head, ages)
    if not known.any():
        raise AgeLensError("The validation part has no picture of an age that the network knows; split other pictures.")
    outputs, ages = outputs[known], ages[known]
    if isinstance(head, AgeRegression):
        spread = round(float(np.abs(years_of(outputs) - ages).mean()), 3)
        tails = fit_tails(posterior_over_ages(outputs, head, spread), ages, LEVEL)
        return AgeDecoder(head, "direct", replace(tails, spread=spread))
    posterior = posterior_over_ages(outputs, head)
    decode = min(DECODERS, key=lambda name: np.abs(DECODERS[name](posterior) - ages).mean())
    return AgeDecoder(head, decode, fit_tails(posterior, ages, LEVEL))


def decoder_from_json(head: SingleHead, content: dict) -> AgeDecoder:
    """Read back what `AgeDecoder.to_json` wrote; a calibration with one `mass` for all ages is understood, too."""
    return AgeDecoder(head, content["decode"], tails_from_json(content["calibration"]))


def knows(head: SingleHead, ages: np.ndarray) -> np.ndarray:
    """Whether each age is one that the head can give, bool [N]; a posterior's last bin stands for all older ages."""
    if isinstance(head, AgeClasses):
        return (ages >= head.ages[0]) & (ages <= head.ages[-1])
    return np.ones(len(ages), bool)


def read_ages(outputs: np.ndarray, decoder: AgeDecoder) -> AgeReadings:
    """Raw outputs [N, width] as years."""
    posterior = posterior_over_ages(outputs, decoder.head, decoder.calibration.spread)
    years = years_of(outputs) if decoder.decode == "direct" else DECODERS[decoder.decode](posterior)
    return AgeReadings(years, *interval(posterior, decoder.calibration), posterior)


def age_metrics(readings: AgeReadings, test: LabelledSet, head: SingleHead, groupings: list[Grouping]) -> dict:
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


def _group_metrics(readings: AgeReadings, test: LabelledSet, known: np.ndarray) -> dict:
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
