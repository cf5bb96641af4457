"""A run is resumed, measured and tuned with the list of pictures that it was started with, and with no other."""

import shutil
from pathlib import Path

import pytest
from command_line import agelens, complaint_of
from tiny import write_config

from agelens.data.split import read_source, read_split, write_split


@pytest.fixture
def other(drawn: Path, tmp_path: Path) -> Path:
    """The drawn data with two pictures on other sides."""
    folder = shutil.copytree(drawn, tmp_path / "other")
    first, *rest = read_split(folder)
    write_split(folder, [*rest, first], 1, read_source(folder))
    return folder


@pytest.mark.parametrize("command", ["train CONFIG --run RUN", "evaluate RUN", "analyse RUN"])
def test_another_list_is_refused(command: str, trained: Path, other: Path, tmp_path: Path) -> None:
    run = shutil.copytree(trained, tmp_path / "run")
    words = {"RUN": run, "CONFIG": write_config(tmp_path)}
    sentence = complaint_of(*(words.get(word, word) for word in command.split()), "--data", other)
    assert sentence.startswith(f"{other / 'split.csv'} is not the list of pictures that {run} was started with")


def test_tuning_goes_on_with_the_same_list_only(drawn: Path, other: Path, tmp_path: Path) -> None:
    words = ("tune", "check", write_config(tmp_path), "--out", tmp_path / "out", "--pictures", 4, "--steps", 1)
    agelens(*words, "--data", drawn)
    agelens(*words, "--data", drawn)
    assert "is not the list of pictures" in complaint_of(*words, "--data", other)


def test_runs_of_earlier_versions_kept_no_list(trained: Path, other: Path, tmp_path: Path) -> None:
    run = shutil.copytree(trained, tmp_path / "run")
    (run / "split.json").unlink()
    agelens("evaluate", run, "--data", other)
