import numpy as np
import pytest

from agelens.evaluate.bands import BAND_NAMES, band_of
from agelens.evaluate.calibrate import central_mass, distance_from_centre
from agelens.evaluate.decode import interval, mean, median, posterior_of, quantile
from agelens.evaluate.figures import Outcomes, figures


def test_quantiles_by_hand() -> None:
    posterior = np.array([[0.5, 0.25, 0.25], [0.0, 0.0, 1.0], [0.2, 0.8, 0.0]])
    assert median(posterior) == pytest.approx([0.5, 2.0, 0.5 + 0.3 / 0.8])
    assert quantile(posterior, 0.0) == pytest.approx([0, 0, 0])
    assert quantile(posterior, np.array([1.0, 0.1, 0.1])) == pytest.approx([2.5, 1.6, 0.0])
    assert mean(posterior) == pytest.approx([0.75, 2.0, 0.8])


def test_intervals_hold_their_mass() -> None:
    low, high = interval(np.full((1, 10), 0.1), 0.6)
    assert (low[0], high[0]) == (pytest.approx(1.5), pytest.approx(7.5))


def test_softmax_survives_large_logits() -> None:
    assert posterior_of(np.array([[1000.0, 1000.0, 0.0]], np.float32))[0] == pytest.approx([0.5, 0.5, 0.0])


def test_distance_is_the_mass_of_the_interval_that_just_reaches_the_age() -> None:
    posterior = np.random.default_rng(0).dirichlet(np.ones(101), 50)
    ages = np.random.default_rng(1).integers(1, 100, 50)
    for row, age, mass in zip(posterior, ages, distance_from_centre(posterior, ages), strict=True):
        low, high = interval(row[None], mass)
        assert min(abs(low[0] - age), abs(high[0] - age)) < 1e-6


def test_calibrated_intervals_cover_new_pictures() -> None:
    rng = np.random.default_rng(0)
    years = np.arange(101)
    centre = rng.uniform(20, 80, 8000)
    overconfident = np.exp(-0.5 * ((years - centre[:, None]) / 2) ** 2)
    overconfident /= overconfident.sum(1, keepdims=True)
    ages = np.clip(np.round(centre + rng.normal(0, 4, 8000)), 0, 100)
    mass = central_mass(overconfident[:4000], ages[:4000], 0.8)
    low, high = interval(overconfident[4000:], mass)
    covered = (low <= ages[4000:]) & (ages[4000:] <= high)
    assert mass > 0.95
    assert covered.mean() == pytest.approx(0.8, abs=0.03)


def test_few_calibration_pictures_give_the_widest_score() -> None:
    posterior = np.full((2, 101), 1 / 101)
    assert central_mass(posterior, np.array([50, 0]), 0.8) == pytest.approx(1 - 1 / 101)


def test_figures_by_hand() -> None:
    result = figures(Outcomes(np.array([3.0, -4.0, 0.0, 9.0]), np.array([True, True, True, False])))
    assert result["n"] == 4
    values = {name: result[name]["value"] for name in ("mae", "rmse", "bias", "cs5", "coverage")}
    assert values == pytest.approx({"mae": 4, "rmse": 26.5**0.5, "bias": 2, "cs5": 0.75, "coverage": 0.75}, abs=1e-4)
    assert result["mae"]["low"] <= 4 <= result["mae"]["high"]
    assert figures(Outcomes(np.array([]), np.array([]))) == {"n": 0}


def test_bootstrap_intervals_match_the_standard_error() -> None:
    error = np.random.default_rng(0).normal(0, 5, 1000)
    entry = figures(Outcomes(error, error > 0))["bias"]
    assert entry["high"] - entry["low"] == pytest.approx(2 * 1.96 * error.std() / 1000**0.5, rel=0.08)


def test_bands() -> None:
    assert [BAND_NAMES[k] for k in band_of(np.array([0, 2, 3, 9, 10, 69, 70, 116]))] == [
        "0–2",
        "0–2",
        "3–9",
        "3–9",
        "10–19",
        "60–69",
        "70+",
        "70+",
    ]
