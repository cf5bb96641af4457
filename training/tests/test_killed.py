"""Long commands that are killed and started again lose at most the current step and end as if nothing happened."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from command_line import agelens
from conftest import draw_face
from killing import kill_after
from synthetic import write_data
from test_transfer import CONFIG as TRANSFER
from test_transfer import SPEC as BACKBONE
from test_tune import SHORT
from tiny import write_config

from agelens.analyse import sensitivity
from agelens.crops import array as crops
from agelens.data.duplicates import HashPicture
from agelens.detect.keypoints import DetectFace
from agelens.enhance.repair_picture import RepairPicture
from agelens.explore.measure import MeasurePicture
from agelens.jobs.run import _BATCH
from agelens.resample.write_picture import WritePicture
from agelens.train import cached, loop

COUNT = 40
JOBS = {
    "explore": (MeasurePicture, "--out", ["pictures.csv", "broken.csv"]),
    "enhance": (RepairPicture, "--out", ["enhanced.csv", "pictures"]),
    "resample": (WritePicture, "--out", ["groups.csv", "pictures"]),
    "split": (HashPicture, "--data", ["split.csv", "split.json"]),
    "keypoints": (DetectFace, "--out", [""]),
}


@pytest.fixture(scope="module")
def faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faces")
    for number in range(COUNT):
        age = number * 2
        draw_face(age, number).save(folder / f"{age}_{number % 2}_0_2017{number:04}.jpg")
    return folder


def _contents(path: Path) -> dict[str, bytes]:
    """Bytes of a file, or of all files in a folder."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {file.name if path.is_dir() else "": file.read_bytes() for file in files if file.is_file()}


def _counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[object]:
    """Lets a function note its first own argument whenever it is called."""
    original, seen = getattr(owner, name), []

    def counting(*args: object, **kwargs: object) -> object:
        seen.append(args[1] if isinstance(owner, type) else args[0])
        return original(*args, **kwargs)

    monkeypatch.setattr(owner, name, counting)
    return seen


@pytest.mark.parametrize("command", JOBS)
def test_jobs_over_a_data_set(command: str, faces: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job, option, results = JOBS[command]
    (tmp_path / "target.csv").write_text("group,count\n0-39,1\n40-99,1\n")
    more = ("--target", tmp_path / "target.csv") if command == "resample" else ()
    words = (command, faces, *more, "--jobs", 1, option)
    kill_after(1, "agelens.jobs.journal:Journal.add", *words, tmp_path / "killed")
    if command in ("explore", "enhance", "resample"):
        # Drawing reports takes most of the time, and is no part of what is resumed.
        monkeypatch.setattr(f"agelens.{command}.run.write_report", lambda *_: None)
    seen = _counted(monkeypatch, job, "__call__")
    agelens(*words, tmp_path / "killed")
    assert len(seen) == COUNT - _BATCH
    agelens(*words, tmp_path / "whole")
    for name in results:
        assert _contents(tmp_path / "killed" / name) == _contents(tmp_path / "whole" / name)


def test_crops(drawn: Path, pictures: Path, keypoints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = shutil.copytree(drawn, tmp_path / "data", ignore=shutil.ignore_patterns("crops.*", "index.csv"))
    words = ("crops", pictures, "--keypoints", keypoints, "--data", data, "--size", 32, "--margin", 4)
    kill_after(1, "agelens.crops.array:write_json", *words, _CHUNK=16)
    assert not (data / "index.csv").exists()
    seen = _counted(monkeypatch, crops, "read_picture")
    agelens(*words)
    assert len(seen) == len(np.load(drawn / "crops.npy")) - 16
    for name in ("crops.npy", "index.csv"):
        assert (data / name).read_bytes() == (drawn / name).read_bytes()


def test_features_of_a_backbone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_data(tmp_path / "data")
    transfer = 'weights = "none"\ntrain_stages = 0\ncached = true\n'
    (tmp_path / "spec.json").write_text(BACKBONE)
    (tmp_path / "config.toml").write_text(TRANSFER + transfer)
    words = ("train", tmp_path / "config.toml", "--data", data, "--run")
    kill_after(1, "agelens.train.cached:write_json", *words, tmp_path / "killed", _CHUNK=16)
    monkeypatch.setattr(cached, "_CHUNK", 16)
    seen = _counted(monkeypatch, cached, "predict_logits")
    agelens(*words, tmp_path / "killed")
    assert len(seen) == 2 + 1
    agelens(*words, tmp_path / "whole")
    for name in ("features-train.npy", "features-validation.npy"):
        assert np.array_equal(np.load(tmp_path / "killed" / name), np.load(tmp_path / "whole" / name))


@pytest.mark.parametrize(
    ("command", "more", "table"),
    [
        ("range", ("--lowest", 1e-3, "--highest", 2e-3, "--count", 2), "rates.csv"),
        ("grid", ("--rates", "1e-3,2e-3", "--decays", "0.01"), "grid.csv"),
        ("search", ("--trials", 2), "search.csv"),
    ],
)
def test_trials(command: str, more: tuple, table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed after the first of three steps of the second of two trials."""
    data = write_data(tmp_path / "data")
    config = write_config(tmp_path, SHORT + "checkpoint_seconds = 0\n")
    words = ("tune", command, config, "--data", data, *more, "--epochs", 1, "--out")
    kill_after(5, "agelens.train.checkpoint:save", *words, tmp_path / "killed")
    seen = _counted(monkeypatch, loop, "step")
    agelens(*words, tmp_path / "killed")
    assert len(seen) == 2
    agelens(*words, tmp_path / "whole")
    assert (tmp_path / "killed" / table).read_text() == (tmp_path / "whole" / table).read_text()


def test_damage(trained: Path, drawn: Path, analysed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = shutil.copytree(trained, tmp_path / "run")
    words = ("analyse", run, "--data", drawn, "--pictures", 10, "--faces", 2)
    kill_after(3, "agelens.jobs.journal:Journal.add", *words)
    seen = _counted(monkeypatch, sensitivity, "_measure")
    agelens(*words)
    assert len(seen) == (len(sensitivity.DAMAGES) - 3) * 5
    assert _contents(run / "analysis") == _contents(analysed / "analysis")


@pytest.mark.parametrize(
    ("place", "words", "result"),
    [
        ("agelens.evaluate.measure:write_json", ("evaluate", "RUN", "--data", "DATA"), "RUN/evaluation"),
        (
            "agelens.export.measure_precision:_figures",
            ("precision", "--export", "OUT", "--data", "DATA"),
            "OUT/precision.json",
        ),
    ],
)
def test_short_commands_begin_again(
    place: str, words: tuple[str, ...], result: str, trained: Path, exported: Path, drawn: Path, tmp_path: Path
) -> None:
    def run_in(folder: Path, killed: bool) -> dict[str, bytes]:
        paths = {"DATA": drawn, "RUN": folder / "RUN", "OUT": folder / "OUT"}
        shutil.copytree(trained, paths["RUN"], ignore=shutil.ignore_patterns("evaluation"))
        shutil.copytree(exported, paths["OUT"])
        given = [paths.get(word, word) for word in words]
        if killed:
            kill_after(1, place, *given)
        agelens(*given)
        return _contents(folder / result)

    assert run_in(tmp_path / "killed", True) == run_in(tmp_path / "whole", False)
