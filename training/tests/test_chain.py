"""The whole chain on drawn faces: pictures → split → template → crops → training → evaluation → export."""

import csv
import json
import shutil
import signal
from pathlib import Path

import numpy as np
import pytest
import torch
from command_line import agelens
from tiny import CONFIG, write_config

from agelens.config import read_config
from agelens.crops.array import open_crops
from agelens.crops.part import load_part
from agelens.errors import AgeLensError
from agelens.train import loop


def _column(path: Path, name: str) -> list[str]:
    with path.open(newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def test_reports_name_what_was_left_out(drawn: Path) -> None:
    assert _column(drawn / "malformed.csv", "filename") == ["5_1_20170000.jpg.chip.jpg"]
    assert set(_column(drawn / "conflicts.csv", "age")) == {"30", "70"}
    assert len(_column(drawn / "undetected.csv", "filename")) == 1
    assert (drawn / "split.png").stat().st_size > 0


def test_crops_show_the_faces_upright_in_the_frame(drawn: Path) -> None:
    crops, _, settings = open_crops(drawn)
    assert crops.shape == (72, 40, 40, 3)
    assert settings["size"] == 32
    eyes = crops[:, 4 + round(0.3 * 32), [4 + round(0.31 * 32), 4 + round(0.69 * 32)]]
    assert np.median(eyes) < 80


def test_crops_continue_and_refuse_other_settings(drawn: Path, pictures: Path, keypoints: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(drawn, tmp_path / "data")
    array = np.load(copy / "crops.npy", mmap_mode="r+")
    array[:] = 0
    state = json.loads((copy / "crops.json").read_text())
    (copy / "crops.json").write_text(json.dumps(state | {"done": 70}))
    agelens("crops", pictures, "--keypoints", keypoints, "--data", copy, "--size", 32, "--margin", 4)
    again = np.load(copy / "crops.npy")
    assert not again[:70].any()
    assert (again[70:] == open_crops(drawn)[0][70:]).all()
    with pytest.raises(AgeLensError, match="other settings"):
        agelens("crops", pictures, "--keypoints", keypoints, "--data", copy, "--size", 32, "--margin", 2)


def test_conflicting_pictures_are_not_learnt_from(drawn: Path) -> None:
    everything = [part for name in ("train", "validation", "test") for part in load_part(drawn, name).names]
    conflicts = set(_column(drawn / "conflicts.csv", "filename"))
    clean = [part for name in ("train", "validation", "test") for part in load_part(drawn, name, True).names]
    assert set(everything) - set(clean) == conflicts
    assert len(everything) == 72


def test_an_interrupted_run_ends_like_an_uninterrupted_one(
    drawn: Path, trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = read_config(write_config(tmp_path))
    step, steps = loop.step, []

    def interrupting(*arguments: object) -> float:
        steps.append(1)
        if len(steps) == 4:
            signal.raise_signal(signal.SIGINT)
        return step(*arguments)

    monkeypatch.setattr(loop, "step", interrupting)
    assert not loop.train(config, drawn, tmp_path / "run")
    assert loop.train(config, drawn, tmp_path / "run")
    once, twice = (torch.load(folder / "checkpoint.pt") for folder in (trained, tmp_path / "run"))
    for part in ("trainee", "ema"):
        assert all(torch.equal(value, twice[part][name]) for name, value in once[part].items())
    assert [row["loss"] for row in once["progress"]["history"]] == [row["loss"] for row in twice["progress"]["history"]]


def test_a_finished_run_can_be_lengthened_but_not_changed(drawn: Path, trained: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(trained, tmp_path / "run")
    agelens("train", copy / "config.toml", "--data", drawn, "--run", copy, "--epochs", 4)
    assert _column(copy / "history.csv", "epoch") == ["1", "2", "3", "4"]
    write_config(copy, CONFIG.replace("seed = 3", "seed = 4"))
    with pytest.raises(AgeLensError, match=r"other values of \[seed\]"):
        agelens("train", copy / "config.toml", "--data", drawn, "--run", copy)


def test_a_run_leaves_its_history_and_curve(trained: Path) -> None:
    assert _column(trained / "history.csv", "size") == ["24", "24", "32"]
    assert (trained / "learning-curve.png").stat().st_size > 0
    assert any((trained / "tensorboard").iterdir())


def test_the_export_reproduces_the_evaluated_network(
    trained: Path, exported: Path, drawn: Path, pictures: Path, keypoints: Path, tmp_path: Path
) -> None:
    agelens("parity", "--export", exported, "--images", pictures, "--keypoints", keypoints, "--out", tmp_path / "p")
    content = json.loads((exported / "export.json").read_text())
    assert content["training"]["images"] == len(load_part(drawn, "train", True))
    measured = dict(
        zip(
            _column(trained / "evaluation" / "predictions.csv", "filename"),
            _column(trained / "evaluation" / "predictions.csv", "years"),
            strict=True,
        )
    )
    parity = {entry["filename"]: entry for entry in json.loads((tmp_path / "p").read_text())["pictures"]}
    assert len(parity) == 73
    for name, years in measured.items():
        assert parity[name]["photo"]["years"] == pytest.approx(float(years), abs=0.05)
        assert sum(parity[name]["posterior"]) == pytest.approx(1)
        assert parity[name]["interval"]["low"] <= parity[name]["years"] <= parity[name]["interval"]["high"]


def test_the_card_has_every_heading_and_figure(exported: Path, tmp_path: Path) -> None:
    agelens("card", "--export", exported, "--out", tmp_path / "card.md")
    card = (tmp_path / "card.md").read_text()
    headings = [line[3:] for line in card.splitlines() if line.startswith("## ")]
    assert headings[:2] == ["Model details", "Intended use"]
    assert len(headings) == 11
    assert "Known failures" in headings
    assert "- Licence of the training pictures: CC0-1.0." in card
    assert "Drawn faces: " in card
    assert "were left\nout of training. Not real. Licence: CC0-1.0." in card
    assert "UTKFace" not in card
    mae = json.loads((exported / "export.json").read_text())["metrics"]["overall"]["mae"]["value"]
    assert f"| {mae:.2f} (" in card
    assert "{" not in card
    assert "(calibration.svg)" in card
    assert (tmp_path / "calibration.svg").read_text().startswith("<svg")


def test_an_export_that_says_less_of_its_data_gets_a_card(exported: Path, tmp_path: Path) -> None:
    export = shutil.copytree(exported, tmp_path / "export")
    content = json.loads((export / "export.json").read_text())
    content["training"] = {
        key: value for key, value in content["training"].items() if key not in ("about", "conflicts")
    }
    (export / "export.json").write_text(json.dumps(content))
    agelens("card", "--export", export, "--out", tmp_path / "card.md")
    assert "were left\nout of training. Licence: CC0-1.0." in (tmp_path / "card.md").read_text()
