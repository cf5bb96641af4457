"""The standards are read from the app's own file and applied as the app does."""

import pytest

from agelens.quality.verdict import failed_checks

GOOD = {"sharpness": 300, "brightness": 120, "contrast": 50, "resolutionPx": 240}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"sharpness": 99}, ["blurry"]),
        ({"sharpness": 1001}, ["noisy"]),
        ({"brightness": 49}, ["dark"]),
        ({"brightness": 201}, ["bright"]),
        ({"contrast": 9}, ["flat"]),
        ({"contrast": 101}, ["noisy"]),
        ({"resolutionPx": 99}, ["small"]),
        ({"sharpness": 100, "brightness": 200, "resolutionPx": 100}, []),
    ],
)
def test_failed_checks(change, expected):
    assert failed_checks({**GOOD, **change}) == expected


def test_missing_metrics_are_not_checked():
    assert failed_checks({"brightness": 20}) == ["dark"]
