"""Whole training runs on synthetic crops: every kind of head, stopping, killing, several processes."""

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch
from synthetic import write_data
from tiny import CONFIG, spec_with, write_config

from agelens.config import Config, read_config
from agelens.errors import AgeLensError
from agelens.train.loop import train

GROUPS = [{"name": "young", "low": 0, "high": 40}, {"name": "old", "low": 41, "high": 120}]
POSTERIOR = {"kind": "age-posterior", "bins": 101}
TWO = {"kind": "multi", "heads": [{"name": "age", **POSTERIOR}, {"name": "gender", "kind": "gender"}]}
HEADS = {
    "regression": ({"kind": "age-regression"}, 1, "huber", "mae"),
    "groups": ({"kind": "age-groups", "groups": GROUPS}, 2, "cross-entropy", "accuracy"),
    "gender": ({"kind": "gender"}, 2, "cross-entropy", "accuracy"),
    "two heads": (TWO, 103, "mean-variance", "gender_accuracy"),
}
PLAIN = "\n[augment]\nrotation_degrees = 0\nbrightness = 0\nsaturation = 0\nwhite_balance = 0\nerase_probability = 0\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("data"))


def _history(run: Path) -> list[dict[str, str]]:
    with (run / "history.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def _weights(run: Path) -> dict[str, torch.Tensor]:
    return torch.load(run / "checkpoint.pt", weights_only=True)["trainee"]


def _command(*words: object) -> list[str]:
    return [sys.executable, *map(str, words)]


def _longer(config: Config, epochs: int, seconds: float) -> Config:
    schedule = config.schedule.model_copy(update={"epochs": epochs})
    runtime = config.runtime.model_copy(update={"checkpoint_seconds": seconds})
    return config.model_copy(update={"schedule": schedule, "runtime": runtime})


@pytest.mark.parametrize("name", HEADS)
def test_every_kind_of_head_learns(name: str, data: Path, tmp_path: Path) -> None:
    head, width, loss, metric = HEADS[name]
    text = CONFIG.replace("[loss]", f'[loss]\nkind = "{loss}"').replace("epochs = 3", "epochs = 12") + PLAIN
    config = read_config(write_config(tmp_path, text, spec_with(head, width)))
    assert train(config, data, tmp_path / "run")
    history = _history(tmp_path / "run")
    assert float(history[-1]["loss"]) < float(history[0]["loss"])
    assert metric in history[0]
    assert (tmp_path / "run" / "best.pt").is_file()


def test_training_stops_when_nothing_gets_better(data: Path, tmp_path: Path) -> None:
    text = CONFIG.replace("batch = 16", "batch = 16\nlearning_rate = 1e-12").replace("epochs = 3", "epochs = 50")
    text = text.replace("[[0.0, 24], [0.6, 32]]", "[[0.0, 32]]") + "[selection]\npatience = 2\n"
    config = read_config(write_config(tmp_path, text))
    assert train(config, data, tmp_path / "run")
    assert len(_history(tmp_path / "run")) < 10
    assert train(config, data, tmp_path / "run")


@pytest.mark.parametrize(
    ("change", "head", "message"),
    [
        (
            "",
            {"kind": "age-classes", "ages": list(range(20, 51))},
            r"'train' has no picture for the class\(es\) 22, 24",
        ),
        (
            '[selection]\nmetric = "speed"\n',
            POSTERIOR,
            r"selection\.metric 'speed' is not measured; choose one of epoch",
        ),
    ],
)
def test_classes_and_metrics_that_do_not_exist_are_named(
    change: str, head: dict, message: str, data: Path, tmp_path: Path
) -> None:
    width = len(head.get("ages", range(101)))
    config = read_config(write_config(tmp_path, CONFIG + change, spec_with(head, width)))
    with pytest.raises(AgeLensError, match=message):
        train(config, data, tmp_path / "run")


def test_a_killed_run_loses_at_most_a_step(data: Path, tmp_path: Path) -> None:
    path = write_config(tmp_path, CONFIG + "checkpoint_seconds = 0\n")
    words = ("-m", "agelens", "train", path, "--data", data, "--epochs", 12)
    process = subprocess.Popen(_command(*words, "--run", tmp_path / "killed"), stderr=subprocess.DEVNULL)
    checkpoint = tmp_path / "killed" / "checkpoint.pt"
    while not checkpoint.is_file():
        assert process.poll() is None
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    step = torch.load(checkpoint, weights_only=True)["progress"]["step"]
    assert 1 <= step < 36
    config = _longer(read_config(path), 12, 0)
    assert train(config, data, tmp_path / "killed")
    assert train(_longer(config, 12, 1e6), data, tmp_path / "whole")
    whole, killed = _weights(tmp_path / "whole"), _weights(tmp_path / "killed")
    assert all(torch.equal(value, killed[name]) for name, value in whole.items())
    assert [row["loss"] for row in _history(tmp_path / "killed")] == [
        row["loss"] for row in _history(tmp_path / "whole")
    ]


def test_two_processes_measure_what_one_does(data: Path, tmp_path: Path) -> None:
    path = write_config(tmp_path)
    assert train(read_config(path), data, tmp_path / "one")
    launch = ("-m", "torch.distributed.run", "--standalone", "--nproc-per-node", 2, "-m", "--")
    words = ("agelens", "train", path, "--data", data, "--run", tmp_path / "two")
    subprocess.run(_command(*launch, *words), check=True, capture_output=True)
    one, two = _history(tmp_path / "one"), _history(tmp_path / "two")
    assert len(one) == len(two) == 3
    for alone, together in zip(one, two, strict=True):
        for name in ("loss", "mae", "mae_of_mean"):
            assert float(together[name]) == pytest.approx(float(alone[name]), rel=1e-3)
