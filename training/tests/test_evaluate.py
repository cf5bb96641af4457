import json

import numpy as np
import pytest

from agelens.errors import AgeLensError
from agelens.evaluate.figures import Outcomes, figures
from agelens.models.heads import AgeGroup, AgeGroups, AgeRegression
from agelens.predict import vectors
from agelens.predict.ages import decoder_from_json, fit_decoder, read_ages
from agelens.predict.bands import BAND_NAMES, band_of, distance_to_range, range_of_group
from agelens.predict.calibrate import constant_tails, fit_tails, share_below, tails_from_json
from agelens.predict.decode import interval, mean, median, posterior_of, quantile
from agelens.predict.posterior import posterior_over_ages


def test_quantiles_by_hand() -> None:
    posterior = np.array([[0.5, 0.25, 0.25], [0.0, 0.0, 1.0], [0.2, 0.8, 0.0]])
    assert median(posterior) == pytest.approx([0.5, 2.0, 0.5 + 0.3 / 0.8])
    assert quantile(posterior, 0.0) == pytest.approx([0, 0, 0])
    assert quantile(posterior, np.array([1.0, 0.1, 0.1])) == pytest.approx([2.5, 1.6, 0.0])
    assert mean(posterior) == pytest.approx([0.75, 2.0, 0.8])


def test_intervals_hold_their_mass() -> None:
    low, high = interval(np.full((1, 10), 0.1), constant_tails(0.8, 0.6))
    assert (low[0], high[0]) == (pytest.approx(1.5), pytest.approx(7.5))


def test_constant_tails_are_quantiles() -> None:
    posterior = np.random.default_rng(0).dirichlet(np.full(101, 0.2), 200)
    low, high = interval(posterior, constant_tails(0.8, 0.7))
    assert low == pytest.approx(quantile(posterior, 0.15))
    assert high == pytest.approx(quantile(posterior, 0.85))


def test_tails_may_change_with_age() -> None:
    tails = tails_from_json(
        {"level": 0.8, "tails": [{"age": 0, "below": 0, "above": 0.4}, {"age": 10, "below": 0.4, "above": 0}]}
    )
    low, high = interval(np.full((1, 10), 0.1), tails)
    # F(y) = (y + ½)/10 meets y·0.04 below 0 and 1 − 0.4 + 0.04·y at y = 9.17.
    assert (low[0], high[0]) == (0, pytest.approx(0.55 / 0.06))


def test_softmax_survives_large_logits() -> None:
    assert posterior_of(np.array([[1000.0, 1000.0, 0.0]], np.float32))[0] == pytest.approx([0.5, 0.5, 0.0])


def test_share_below_is_the_inverse_of_the_quantile() -> None:
    posterior = np.random.default_rng(0).dirichlet(np.ones(101), 50)
    shares = np.random.default_rng(1).uniform(0.1, 0.9, 50)
    assert share_below(posterior, quantile(posterior, shares)) == pytest.approx(shares)


def _overconfident(rng: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Posteriors with σ 3 of people whose estimates have σ 2 at 20 and 5 at 80, and a bias from 0 to −3."""
    years, ages = np.arange(101), rng.integers(20, 81, count)
    old = (ages - 20) / 60
    centre = ages - 3 * old + rng.normal(0, 2 + 3 * old)
    posterior = np.exp(-0.5 * ((years - centre[:, None]) / 3) ** 2)
    return posterior / posterior.sum(1, keepdims=True), ages.astype(float)


def test_calibrated_intervals_cover_new_pictures_of_every_age() -> None:
    rng = np.random.default_rng(0)
    posterior, ages = _overconfident(rng, 8000)
    tails = fit_tails(*_overconfident(rng, 8000), 0.8)
    low, high = interval(posterior, tails_from_json(tails.to_json()))
    covered = (low <= ages) & (ages <= high)
    middle = median(posterior)
    for decade in range(20, 80, 10):
        assert covered[(ages >= decade) & (ages < decade + 10)].mean() == pytest.approx(0.8, abs=0.04)
    assert ((low <= middle) & (middle <= high)).all()
    assert (high - low)[ages > 60].mean() > 1.5 * (high - low)[ages < 40].mean()


def test_years_without_a_posterior_get_one_from_their_errors() -> None:
    rng = np.random.default_rng(0)
    ages = rng.integers(0, 90, 20_000).astype(float)
    outputs = (ages + rng.normal(0, 1 + ages / 10))[:, None]
    head = AgeRegression(kind="age-regression")
    decoder = fit_decoder(head, outputs[:10_000], ages[:10_000])
    decoder = decoder_from_json(head, decoder.to_json())
    readings, ages = read_ages(outputs[10_000:], decoder), ages[10_000:]
    assert readings.posterior.sum(axis=1) == pytest.approx(1)
    covered = (readings.low <= ages) & (ages <= readings.high)
    for start in range(10, 70, 20):
        assert covered[(ages >= start) & (ages < start + 20)].mean() == pytest.approx(0.8, abs=0.04)
    assert (readings.low >= 0).all()


def test_laplaces_posterior_is_the_apps() -> None:
    posterior = posterior_over_ages(np.array([[40.25], [-3.0]]), AgeRegression(kind="age-regression"), spread=5)
    assert posterior.shape == (2, 101)
    assert posterior[0, 40] == pytest.approx(1 - (np.exp(-0.75 / 5) + np.exp(-0.25 / 5)) / 2)
    assert posterior[1, 0] == pytest.approx(1 - np.exp(-0.5 / 5) / 2)


def test_a_groups_share_is_spread_over_its_ages() -> None:
    groups = [AgeGroup(name="young", low=0, high=9), AgeGroup(name="old", low=10, high=109)]
    posterior = posterior_over_ages(np.log([[0.2, 0.8]]), AgeGroups(kind="age-groups", groups=groups))
    assert posterior.shape == (1, 110)
    assert posterior[0, [9, 10, 109]] == pytest.approx([0.02, 0.008, 0.008])


def test_figures_by_hand() -> None:
    outcomes = Outcomes(np.array([3.0, -4.0, 0.0, 9.0]), np.array([True, True, True, False]), np.full(4, 10.0))
    result = figures(outcomes)
    assert result["n"] == 4
    values = {name: result[name]["value"] for name in ("mae", "mse", "rmse", "bias", "coverage", "width")}
    assert values == pytest.approx(
        {"mae": 4, "mse": 26.5, "rmse": 26.5**0.5, "bias": 2, "coverage": 0.75, "width": 10}, abs=1e-4
    )
    assert [result[f"cs{years}"]["value"] for years in (1, 3, 4, 8, 9)] == [0.25, 0.5, 0.75, 0.75, 1]
    assert result["mae"]["low"] <= 4 <= result["mae"]["high"]
    assert figures(outcomes[np.zeros(4, bool)]) == {"n": 0}


def test_bootstrap_intervals_match_the_standard_error() -> None:
    error = np.random.default_rng(0).normal(0, 5, 1000)
    entry = figures(Outcomes(error, error > 0, error))["bias"]
    assert entry["high"] - entry["low"] == pytest.approx(2 * 1.96 * error.std() / 1000**0.5, rel=0.08)


def test_bands() -> None:
    assert [BAND_NAMES[k] for k in band_of(np.array([0, 2.9, 3, 9.9, 10, 69, 70, 116]))] == [
        "0–2",
        "0–2",
        "3–9",
        "3–9",
        "10–19",
        "60–69",
        "70+",
        "70+",
    ]


def test_groups_of_other_data_sets() -> None:
    assert [range_of_group(name) for name in ("0-2", "20–29", "more than 70", "70+")] == [
        (0, 2),
        (20, 29),
        (70, 200),
        (70, 200),
    ]
    distance = distance_to_range(np.array([19, 29.5, 32, 40]), np.array([20, 20, 20, 38]), np.array([29, 29, 29, 38]))
    assert distance.tolist() == [-1, 0, 2, 2]
    with pytest.raises(AgeLensError, match="'adult' is no age group"):
        range_of_group("adult")


def test_the_app_reads_the_same_intervals() -> None:
    published = json.loads(vectors.VECTORS.read_text())
    assert published["calibration"] == vectors.CALIBRATION
    for theirs, ours in zip(published["cases"], vectors.cases(), strict=True):
        assert theirs["posterior"] == ours["posterior"]
        assert (theirs["low"], theirs["high"]) == pytest.approx((ours["low"], ours["high"]), abs=1e-5)
