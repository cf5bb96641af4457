"""Measuring a published model on other people's pictures."""

import csv
import json
from pathlib import Path

import pytest
from command_line import agelens, complaint_of

from agelens.evaluate.testset import load_test_set
from agelens.export.model import load_model
from agelens.predict.ages import read_ages
from agelens.predict.logits import predict_logits
from agelens.predict.views import PhotoViews


@pytest.fixture(scope="module")
def labelled(pictures: Path, keypoints: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The drawn pictures, cut along the default model's template."""
    folder = tmp_path_factory.mktemp("labelled")
    rows = [f"{picture.name},{picture.name.split('_')[0]}" for picture in sorted(pictures.glob("*.jpg"))]
    (folder / "labels.csv").write_text("\n".join(["filename,age", *rows]) + "\n")
    words = ("--labels", folder / "labels.csv", "--keypoints", keypoints, "--size", 144, "--name", "Drawn")
    agelens("test-set", pictures, *words, "--out", folder / "set")
    return folder / "set"


def test_a_published_model_is_measured_as_it_was_published(labelled: Path, tmp_path: Path) -> None:
    assert "Drawn" in agelens("evaluate", "--model", "compact-age", "--data", labelled, "--out", tmp_path)
    content = json.loads((tmp_path / "evaluation.json").read_text())
    model, test = load_model(None, "compact-age"), load_test_set(labelled)
    network = PhotoViews(model.network, model.network.spec.head)
    outputs = predict_logits(network, test.crops, test.frame, 144, model.normalisation)
    readings = read_ages(outputs, model.readers[0].years)
    assert content["calibration"] == model.content["calibration"]
    assert content["metrics"]["overall"]["mae"]["value"] == pytest.approx(abs(readings.years - test.youngest).mean())
    with (tmp_path / "predictions.csv").open() as file:
        found = [float(row["years"]) for row in csv.DictReader(file)]
    assert found == pytest.approx(readings.years.tolist(), abs=0.001)
    assert "learnt from UTKFace" in (tmp_path / "report.html").read_text()


def test_crops_along_another_template_are_refused(drawn: Path, tmp_path: Path) -> None:
    complaint = complaint_of("evaluate", "--model", "compact-age", "--data", drawn, "--out", tmp_path / "out")
    assert "not cut along the template of compact-age" in complaint
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", [(), ("RUN", "--model", "compact-age", "--out", "OUT"), ("--model", "compact-age")])
def test_it_is_a_run_or_a_model(words: tuple[str, ...], drawn: Path) -> None:
    assert complaint_of("evaluate", *words, "--data", drawn).startswith("Name a RUN, or a published --model")


def test_one_template_at_a_time(pictures: Path, keypoints: Path, drawn: Path, tmp_path: Path) -> None:
    words = ("--labels", keypoints, "--keypoints", keypoints, "--out", tmp_path)
    template = ("--template", drawn / "template.json", "--model", "compact-age")
    assert "name two templates" in complaint_of("test-set", pictures, *words, *template)
