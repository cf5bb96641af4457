"""Reading and measuring a head that gives years."""

from dataclasses import dataclass

import numpy as np

from agelens.evaluate.bands import BAND_NAMES, BANDS, band_of, distance_to_range
from agelens.evaluate.calibrate import Tails, fit_tails, tails_from_json
from agelens.evaluate.classification import class_figures, confusion
from agelens.evaluate.decode import DECODERS, interval
from agelens.evaluate.figures import Outcomes, figures
from agelens.evaluate.groupings import Grouping
from agelens.evaluate.heads import posterior_over_ages
from agelens.evaluate.residuals import Residuals, fit_residuals, residual_interval, residuals_from_json
from agelens.evaluate.testset import LabelledSet
from agelens.models.heads import AgeClasses, SingleHead

LEVEL = 0.8


@dataclass(frozen=True)
class AgeDecoder:
    """How the raw outputs of a head become years and an interval; `decode` is "direct" for a regression."""

    head: SingleHead
    decode: str
    calibration: Tails | Residuals

    def to_json(self) -> dict:
        return {"decode": self.decode, "calibration": self.calibration.to_json()}


@dataclass(frozen=True)
class AgeReadings:
    """Estimates and intervals in years, [N] each, and the posterior [N, ages] where there is one."""

    years: np.ndarray
    low: np.ndarray
    high: np.ndarray
    posterior: np.ndarray | None

    def __getitem__(self, mask: np.ndarray) -> "AgeReadings":
        posterior = None if self.posterior is None else self.posterior[mask]
        return AgeReadings(self.years[mask], self.low[mask], self.high[mask], posterior)


def fit_decoder(head: SingleHead, outputs: np.ndarray, ages: np.ndarray) -> AgeDecoder:
    """The decoder with the lowest MAE on held-out pictures, and intervals that hold LEVEL of them at every age."""
    posterior = posterior_over_ages(outputs, head)
    known = knows(head, ages)
    if posterior is None:
        return AgeDecoder(head, "direct", fit_residuals(outputs[known, 0], ages[known], LEVEL))
    posterior, ages = posterior[known], ages[known]
    decode = min(DECODERS, key=lambda name: np.abs(DECODERS[name](posterior) - ages).mean())
    return AgeDecoder(head, decode, fit_tails(posterior, ages, LEVEL))


def decoder_from_json(head: SingleHead, content: dict) -> AgeDecoder:
    """Read back what `AgeDecoder.to_json` wrote; a calibration with one `mass` for all ages is understood, too."""
    calibration = content["calibration"]
    read = residuals_from_json if "residuals" in calibration else tails_from_json
    return AgeDecoder(head, content["decode"], read(calibration))


def knows(head: SingleHead, ages: np.ndarray) -> np.ndarray:
    """Whether each age is one that the head can give, bool [N]; a posterior's last bin stands for all older ages."""
    if isinstance(head, AgeClasses):
        return (ages >= head.ages[0]) & (ages <= head.ages[-1])
    return np.ones(len(ages), bool)


def read_ages(outputs: np.ndarray, decoder: AgeDecoder) -> AgeReadings:
    """Raw outputs [N, width] as years."""
    posterior = posterior_over_ages(outputs, decoder.head)
    if posterior is None:
        years = np.maximum(outputs[:, 0].astype(float), 0)
        return AgeReadings(years, *residual_interval(years, decoder.calibration), None)
    return AgeReadings(DECODERS[decoder.decode](posterior), *interval(posterior, decoder.calibration), posterior)


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


def _group_metrics(readings: AgeReadings, test: LabelledSet, known: np.ndarray) -> dict:
    truth, band = band_of(test.youngest[known]), band_of(readings.years)
    one = truth == band_of(test.oldest[known])
    truth, band = truth[one], band[one]
    found = len(truth) / max(len(truth) + test.missed, 1)
    return {
        **class_figures(truth, _band_scores(readings[one]), band),
        "rightGroup": round(float((truth == band).mean() * found), 4),
        "withinOneGroup": round(float((np.abs(truth - band) <= 1).mean() * found), 4),
        "confusion": confusion(truth, band, BAND_NAMES),
    }


def _band_scores(readings: AgeReadings) -> np.ndarray:
    """A score per band, [N, bands]: the posterior's mass in it, or how near to it the estimate is."""
    if readings.posterior is None:
        youngest, oldest = np.array(BANDS).T[:, None]
        return -np.abs(distance_to_range(readings.years[:, None], youngest, oldest))
    owner = band_of(np.arange(readings.posterior.shape[1]))
    return np.stack([readings.posterior[:, owner == number].sum(axis=1) for number in range(len(BANDS))], axis=1)
