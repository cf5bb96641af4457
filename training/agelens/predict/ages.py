"""Reading the outputs of a head over ages as years and an interval."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from agelens.errors import AgeLensError
from agelens.models.heads.kind import AgeHeadKind, HeadKind
from agelens.predict.calibrate import Tails, fit_tails, tails_from_json
from agelens.predict.decode import DECODERS, interval
from agelens.predict.posterior import posterior_over_ages, years_of

LEVEL = 0.8


@dataclass(frozen=True)
class AgeDecoder:
    """How the raw outputs of a head become years and an interval; `decode` is "direct" for a regression."""

    head: AgeHeadKind
    decode: str
    calibration: Tails

    def to_json(self) -> dict[str, Any]:
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


def fit_decoder(head: AgeHeadKind, outputs: np.ndarray, ages: np.ndarray) -> AgeDecoder:
    """The decoder with the lowest MAE on held-out pictures, and intervals that hold LEVEL of them at every age."""
    known = knows(head, ages)
    if not known.any():
        raise AgeLensError("The validation part has no picture of an age that the network knows; split other pictures.")
    outputs, ages = outputs[known], ages[known]
    if head.output == "years":
        spread = round(float(np.abs(years_of(outputs) - ages).mean()), 3)
        tails = fit_tails(posterior_over_ages(outputs, head, spread), ages, LEVEL)
        return AgeDecoder(head, "direct", replace(tails, spread=spread))
    posterior = posterior_over_ages(outputs, head)
    decode = min(DECODERS, key=lambda name: np.abs(DECODERS[name](posterior) - ages).mean())
    return AgeDecoder(head, decode, fit_tails(posterior, ages, LEVEL))


def decoder_from_json(head: AgeHeadKind, content: dict[str, Any]) -> AgeDecoder:
    """Read back what `AgeDecoder.to_json` wrote; a calibration with one `mass` for all ages is understood, too.

    The app's manifest leaves "decode" out where there is nothing to choose.
    """
    return AgeDecoder(head, content.get("decode", "direct"), tails_from_json(content["calibration"]))


def knows(head: HeadKind, ages: np.ndarray) -> np.ndarray:
    """Whether each age is one that the head can give, bool [N]; a posterior's last bin stands for all older ages."""
    low, high = head.age_range
    return (ages >= low) & (ages <= high)


def read_ages(outputs: np.ndarray, decoder: AgeDecoder) -> AgeReadings:
    """Raw outputs [N, width] as years."""
    posterior = posterior_over_ages(outputs, decoder.head, decoder.calibration.spread)
    years = years_of(outputs) if decoder.decode == "direct" else DECODERS[decoder.decode](posterior)
    return AgeReadings(years, *interval(posterior, decoder.calibration), posterior)
