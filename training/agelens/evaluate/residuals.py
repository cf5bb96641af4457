"""Intervals for a head that gives years and no posterior."""

from dataclasses import dataclass

import numpy as np

from agelens.evaluate.calibrate import KNOTS, weighted_quantile, weights_around


@dataclass(frozen=True)
class Residuals:
    """Years to add below and above an estimate, by the estimate; equally long tables."""

    level: float
    estimates: tuple[float, ...]
    below: tuple[float, ...]
    above: tuple[float, ...]

    def to_json(self) -> dict:
        """As in the app's manifest: years are rounded to a thousandth."""
        table = zip(self.estimates, self.below, self.above, strict=True)
        knots = [{"years": at, "below": round(low, 3), "above": round(high, 3)} for at, low, high in table]
        return {"level": self.level, "residuals": knots}


def residuals_from_json(content: dict) -> Residuals:
    """Read {level, residuals} back."""
    columns = ([float(knot[key]) for knot in content["residuals"]] for key in ("years", "below", "above"))
    return Residuals(content["level"], *(tuple(column) for column in columns))


def fit_residuals(years: np.ndarray, ages: np.ndarray, level: float) -> Residuals:
    """Conformal prediction with signed residuals (Lei et al., 2018), equal tails, among pictures read as about as old.

    Args:
        years: estimates on a calibration set that was not trained on, [N].
        ages: true ages, [N].
    """
    tail = (1 - level) / 2
    estimates = np.maximum(years, 0)
    tables = [weights_around(knot, estimates) for knot in KNOTS]
    below = [max(-weighted_quantile(ages - years, weights, tail), 0.0) for weights in tables]
    above = [max(weighted_quantile(ages - years, weights, 1 - tail), 0.0) for weights in tables]
    return Residuals(level, KNOTS, tuple(below), tuple(above))


def residual_interval(years: np.ndarray, residuals: Residuals) -> tuple[np.ndarray, np.ndarray]:
    """Low and high in years around estimates [N], ≥ 0."""
    low = years - np.interp(years, residuals.estimates, residuals.below)
    high = years + np.interp(years, residuals.estimates, residuals.above)
    return np.maximum(low, 0), np.maximum(high, 0)
