"""Packages of the extras that are not installed: one sentence, or everything but their file."""

import sys
from pathlib import Path

import pytest
from command_line import complaint_of

from agelens.explore.table import COLUMNS, write_rows
from agelens.train.journal import Journal


@pytest.mark.parametrize(
    ("package", "words", "sentence"),
    [
        (
            "optuna",
            ("tune", "search", "missing.toml", "--data", "data", "--out", "out"),
            "`agelens tune search` needs optuna; install it with `pip install -e '.[search]'`.",
        ),
        (
            "onnxscript",
            ("onnx", "--export", "export", "--out", "age.onnx"),
            "`agelens onnx` needs onnxscript; install it with `pip install -e '.[onnx]'`.",
        ),
        (
            "distributed",
            ("keypoints", "PICTURES", "--out", "OUT", "--scheduler", "tcp://nowhere:1"),
            "--scheduler needs distributed; install it with `pip install -e '.[dask]'`.",
        ),
    ],
)
def test_a_command_names_the_extra_that_it_needs(
    package: str, words: tuple[str, ...], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"")
    paths = {"PICTURES": tmp_path / "pictures", "OUT": tmp_path / "keypoints.csv"}
    assert complaint_of(*(paths.get(word, word) for word in words)) == sentence


def test_without_pyarrow_there_is_the_csv_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    write_rows([dict.fromkeys(COLUMNS)], tmp_path)
    assert "pictures.parquet needs pyarrow and is not written" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["pictures.csv"]


def test_without_tensorboard_a_run_keeps_its_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "tensorboard", None)
    journal = Journal(tmp_path, 0)
    journal.write([{"epoch": 1, "loss": 2.0, "mae": 9.0}], "mae")
    journal.close()
    assert "install it with `pip install -e '.[tensorboard]'`" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["history.csv", "learning-curve.png"]
