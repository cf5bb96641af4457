"""Plots of the repairs' proof from a small made-up results.json."""

import json
from pathlib import Path

import pytest
from PIL import Image

from agelens.errors import AgeLensError
from agelens.repair.plots import plot_repair
from agelens.repair.results import read_results

_FIGURE = {"value": 8.0, "low": 7.0, "high": 9.0}
_SHARE = {"value": 0.7, "low": 0.6, "high": 0.8}
_OUTCOME = {"mae": 9.0, "change": None, "pass": 0.5, "coverage": 0.8}


def _results() -> dict:
    condition = {"id": "dark-0.2", "label": "Underexposed", "strengthLabel": "× 0.2"}
    entry = {"from": 0, "to": None, "mean": 30.0, "mae": _FIGURE, "coverage": _SHARE, "widenedCoverage": 0.8}
    row = {"condition": condition, "before": _OUTCOME, "whole": _OUTCOME, "kept": _OUTCOME}
    return {
        "pictures": 10,
        "level": 0.8,
        "guessMae": 15.0,
        "thresholds": [{"check": "dark", "metric": "brightness", "direction": "below", "limit": 50}],
        "conditions": [row, row],
        "curves": [{"metric": metric, "all": [entry], "own": [entry]} for metric in ("brightness", "sharpness")],
        "policy": {
            "repairBeforeEstimate": ["dark"],
            "rules": [{"check": "blurry", "metric": "sharpness", "from": 0, "to": 20, "tailFactor": 0}],
        },
    }


def test_draws_three_figures(tmp_path: Path):
    source = tmp_path / "results.json"
    source.write_text(json.dumps(_results()))
    paths = plot_repair(source, tmp_path / "figures")
    assert [path.name for path in paths] == ["repair-conditions.png", "repair-error.png", "repair-coverage.png"]
    for path in paths:
        assert Image.open(path).size[0] > 500


def test_says_which_field_is_wrong(tmp_path: Path):
    source = tmp_path / "results.json"
    source.write_text(json.dumps(_results() | {"level": "high"}))
    with pytest.raises(AgeLensError, match="not usable at level; make it again with `npm run prove:repair`"):
        read_results(source)
