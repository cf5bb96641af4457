"""The whole chain on drawn faces: pictures → split → template → crops → training → evaluation → export."""

import csv
import json
import shutil
import signal
from pathlib import Path

import numpy as np
import pytest
import torch
from tiny import CONFIG, write_config
from typer.testing import CliRunner

from agelens import cli
from agelens.config import read_config
from agelens.data.crops import open_crops
from agelens.errors import AgeLensError
from agelens.train import loop
from agelens.train.data import load_part

runner = CliRunner()


def _agelens(*words: object) -> str:
    result = runner.invoke(cli.app, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def data(pictures: Path, keypoints: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    _agelens("split", pictures, "--data", folder)
    _agelens("template", "--keypoints", keypoints, "--data", folder)
    _agelens("crops", pictures, "--keypoints", keypoints, "--data", folder, "--size", 32, "--margin", 4)
    return folder


@pytest.fixture(scope="module")
def run(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    _agelens("train", write_config(folder), "--data", data, "--run", folder)
    return folder


def _column(path: Path, name: str) -> list[str]:
    with path.open(newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def test_reports_name_what_was_left_out(data: Path) -> None:
    assert _column(data / "malformed.csv", "filename") == ["5_1_20170000.jpg.chip.jpg"]
    assert set(_column(data / "conflicts.csv", "age")) == {"30", "70"}
    assert len(_column(data / "undetected.csv", "filename")) == 1
    assert (data / "split.png").stat().st_size > 0


def test_crops_show_the_faces_upright_in_the_frame(data: Path) -> None:
    crops, _, settings = open_crops(data)
    assert crops.shape == (72, 40, 40, 3)
    assert settings["size"] == 32
    eyes = crops[:, 4 + round(0.3 * 32), [4 + round(0.31 * 32), 4 + round(0.69 * 32)]]
    assert np.median(eyes) < 80


def test_crops_continue_and_refuse_other_settings(data: Path, pictures: Path, keypoints: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(data, tmp_path / "data")
    array = np.load(copy / "crops.npy", mmap_mode="r+")
    array[:] = 0
    state = json.loads((copy / "crops.json").read_text())
    (copy / "crops.json").write_text(json.dumps(state | {"done": 70}))
    _agelens("crops", pictures, "--keypoints", keypoints, "--data", copy, "--size", 32, "--margin", 4)
    again = np.load(copy / "crops.npy")
    assert not again[:70].any()
    assert (again[70:] == open_crops(data)[0][70:]).all()
    with pytest.raises(AgeLensError, match="other settings"):
        _agelens("crops", pictures, "--keypoints", keypoints, "--data", copy, "--size", 32, "--margin", 2)


def test_conflicting_pictures_are_not_learnt_from(data: Path) -> None:
    everything = [part for name in ("train", "validation", "test") for part in load_part(data, name).names]
    conflicts = set(_column(data / "conflicts.csv", "filename"))
    clean = [part for name in ("train", "validation", "test") for part in load_part(data, name, True).names]
    assert set(everything) - set(clean) == conflicts
    assert len(everything) == 72


def test_an_interrupted_run_ends_like_an_uninterrupted_one(
    data: Path, run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = read_config(write_config(tmp_path))
    step, steps = loop.step, []

    def interrupting(*arguments: object) -> float:
        steps.append(1)
        if len(steps) == 4:
            signal.raise_signal(signal.SIGINT)
        return step(*arguments)

    monkeypatch.setattr(loop, "step", interrupting)
    assert not loop.train(config, data, tmp_path / "run")
    assert loop.train(config, data, tmp_path / "run")
    once, twice = (torch.load(folder / "checkpoint.pt") for folder in (run, tmp_path / "run"))
    for part in ("trainee", "ema"):
        assert all(torch.equal(value, twice[part][name]) for name, value in once[part].items())
    assert [row["loss"] for row in once["progress"]["history"]] == [row["loss"] for row in twice["progress"]["history"]]


def test_a_finished_run_can_be_lengthened_but_not_changed(data: Path, run: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(run, tmp_path / "run")
    _agelens("train", copy / "config.toml", "--data", data, "--run", copy, "--epochs", 4)
    assert _column(copy / "history.csv", "epoch") == ["1", "2", "3", "4"]
    write_config(copy, CONFIG.replace("seed = 3", "seed = 4"))
    with pytest.raises(AgeLensError, match=r"other values of \[seed\]"):
        _agelens("train", copy / "config.toml", "--data", data, "--run", copy)


def test_a_run_leaves_its_history_and_curve(run: Path) -> None:
    assert _column(run / "history.csv", "size") == ["24", "24", "32"]
    assert (run / "learning-curve.png").stat().st_size > 0
    assert any((run / "tensorboard").iterdir())


def test_the_export_reproduces_the_evaluated_network(
    run: Path, data: Path, pictures: Path, keypoints: Path, tmp_path: Path
) -> None:
    _agelens("evaluate", run, "--data", data)
    _agelens("export", run, "--out", tmp_path / "out")
    _agelens(
        "parity", "--export", tmp_path / "out", "--images", pictures, "--keypoints", keypoints, "--out", tmp_path / "p"
    )
    content = json.loads((tmp_path / "out" / "export.json").read_text())
    assert content["training"]["images"] == len(load_part(data, "train", True))
    measured = dict(
        zip(
            _column(run / "evaluation" / "predictions.csv", "filename"),
            _column(run / "evaluation" / "predictions.csv", "years"),
            strict=True,
        )
    )
    parity = {entry["filename"]: entry for entry in json.loads((tmp_path / "p").read_text())["pictures"]}
    assert len(parity) == 73
    for name, years in measured.items():
        assert parity[name]["years"] == pytest.approx(float(years), abs=0.05)
        assert sum(parity[name]["posterior"]) == pytest.approx(1)
        assert parity[name]["interval"]["low"] <= parity[name]["years"] <= parity[name]["interval"]["high"]


def test_the_card_has_every_heading_and_figure(run: Path, data: Path, tmp_path: Path) -> None:
    _agelens("evaluate", run, "--data", data)
    _agelens("export", run, "--out", tmp_path)
    _agelens("card", "--export", tmp_path, "--out", tmp_path / "card.md")
    card = (tmp_path / "card.md").read_text()
    headings = [line[3:] for line in card.splitlines() if line.startswith("## ")]
    assert headings[:2] == ["Model details", "Intended use"]
    assert len(headings) == 11
    assert "Known failures" in headings
    assert "non-commercial research only" in card
    mae = json.loads((tmp_path / "export.json").read_text())["metrics"]["overall"]["mae"]["value"]
    assert f"| {mae:.2f} (" in card
    assert "{" not in card
    assert "(calibration.svg)" in card
    assert (tmp_path / "calibration.svg").read_text().startswith("<svg")


def test_errors_are_one_sentence_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["agelens", "export", str(tmp_path), "--out", str(tmp_path / "out")])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    assert capsys.readouterr().err.strip().endswith("is missing; make it with `agelens evaluate`.")
