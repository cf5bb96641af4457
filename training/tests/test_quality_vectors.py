"""The vectors that the app's tests rest on are what this OpenCV gives; known figures by hand."""

import json

import numpy as np
import pytest

from agelens.quality.filters import FILTERS
from agelens.quality.metrics import measure
from agelens.quality.patterns import pattern
from agelens.quality.vectors import VECTORS, build


@pytest.fixture(scope="module")
def committed() -> dict:
    return json.loads(VECTORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def fresh() -> dict:
    return build()


def test_metric_vectors_are_opencvs(committed, fresh):
    assert len(committed["metrics"]) == len(fresh["metrics"])
    for old, new in zip(committed["metrics"], fresh["metrics"], strict=True):
        assert old["pattern"] == new["pattern"]
        assert old["values"] == pytest.approx(new["values"], rel=1e-5, abs=1e-4)


def test_filter_vectors_are_opencvs(committed, fresh):
    for old, new in zip(committed["filters"], fresh["filters"], strict=True):
        assert {**old, "samples": []} == {**new, "samples": []}
        assert old["samples"] == pytest.approx(new["samples"], abs=2e-3), old["filterId"]


def test_every_filter_has_a_vector(committed):
    assert {vector["filterId"] for vector in committed["filters"]} == set(FILTERS)


def test_measure_by_hand():
    image = np.zeros((1, 2, 3), np.float32)
    image[0, 1] = 100
    metrics = measure(image)
    assert metrics["sharpness"] == pytest.approx(200**2)
    assert (metrics["brightness"], metrics["contrast"]) == pytest.approx((50, 50))
    assert metrics["clippedShadows"] == 0.5


def test_noise_of_known_deviation():
    noise = np.random.default_rng(1).normal(0, 7, (256, 256, 1)).repeat(3, axis=2)
    assert measure(120 + noise)["noise"] == pytest.approx(7, rel=0.03)


def test_unknown_pattern_is_refused():
    with pytest.raises(ValueError, match="no pattern"):
        pattern("faces", 4, 4)
