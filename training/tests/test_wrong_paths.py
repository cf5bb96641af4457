"""Every command with every path that it reads missing: one sentence that names the path, and no traceback."""

import shutil
from pathlib import Path

import pytest
from command_line import complaint_of

from agelens import cli

LABELLED = ("PICTURES", "--labels", "LABELS")
PLACED = (*LABELLED, "--keypoints", "KEYPOINTS", "--template", "TEMPLATE")

# Words in capitals stand for paths: OUT is written, all others are read.
COMMANDS = {
    "explore": (*PLACED, "--config", "SETTINGS", "--out", "OUT"),
    "enhance": (*PLACED, "--config", "SETTINGS", "--out", "OUT"),
    "resample": (*LABELLED, "--target", "TARGET", "--split", "DATA", "--config", "SETTINGS", "--out", "OUT"),
    "split": (*LABELLED, "--config", "SETTINGS", "--data", "OUT"),
    "keypoints": ("PICTURES", "--out", "OUT"),
    "template": ("--keypoints", "KEYPOINTS", "--data", "DATA"),
    "crops": ("PICTURES", "--keypoints", "KEYPOINTS", "--data", "DATA"),
    "join": ("OUT", "one=DATA", "other=OTHER"),
    "train": ("CONFIG", "--data", "DATA", "--run", "OUT"),
    "tune check": ("CONFIG", "--data", "DATA", "--out", "OUT"),
    "tune range": ("CONFIG", "--data", "DATA", "--out", "OUT"),
    "tune grid": ("CONFIG", "--data", "DATA", "--out", "OUT"),
    "tune search": ("CONFIG", "--data", "DATA", "--out", "OUT"),
    "evaluate": ("RUN", "--data", "DATA", "--on", "OTHER"),
    "test-set": (*PLACED, "--out", "OUT"),
    "analyse": ("RUN", "--data", "DATA"),
    "export": ("RUN", "--out", "OUT"),
    "precision": ("--export", "EXPORT", "--data", "DATA"),
    "parity": ("--export", "EXPORT", "--images", "PICTURES", "--keypoints", "KEYPOINTS", "--out", "OUT"),
    "card": ("--export", "EXPORT", "--failures", "FAILURES", "--out", "OUT"),
    "onnx": ("--export", "EXPORT", "--out", "OUT"),
    "torchscript": ("--export", "EXPORT", "--out", "OUT"),
    "tflite": ("--export", "EXPORT", "--out", "OUT"),
    "release": ("--out", "OUT"),
    "predict": ("PICTURE", "--export", "EXPORT", "--out", "OUT"),
    "pipeline": ("PIPELINE",),
    "table": ("--models", "MODELS", "--times", "TIMES", "--readme", "README"),
    "plot-repair": ("RESULTS", "--out", "OUT"),
    "compare-metrics": ("MEASURED",),
}
READ = [(command, word.rpartition("=")[2]) for command, words in COMMANDS.items() for word in words]
CASES = [(command, word) for command, word in READ if word.isupper() and word != "OUT"]


def _filled(word: str, paths: dict[str, Path]) -> str:
    name, equals, place = word.rpartition("=")
    return f"{name}{equals}{paths[place]}" if place.isupper() else word


def test_every_command_is_in_the_table() -> None:
    names = set()
    for group, app in [(None, cli.app), *((group.name, group.typer_instance) for group in cli.app.registered_groups)]:
        found = (command.name or command.callback.__name__ for command in app.registered_commands)
        names |= {f"{group} {name}" if group else name for name in found}
    assert names == set(COMMANDS)


@pytest.mark.parametrize(("command", "missing"), CASES, ids=lambda word: str(word).replace(" ", "-"))
def test_a_missing_path_is_named(command: str, missing: str, existing: dict[str, Path], tmp_path: Path) -> None:
    # A copy of what a command would write into, so that a check that comes too late spoils no other test.
    paths = {**existing, "OUT": tmp_path / "out.png", missing: tmp_path / "nowhere"}
    if command in ("template", "crops") and missing != "DATA":
        paths["DATA"] = shutil.copytree(existing["DATA"], tmp_path / "data")
    words = [_filled(word, paths) for word in COMMANDS[command]]
    sentence = complaint_of(*command.split(), *words)
    assert str(tmp_path / "nowhere") in sentence
    assert not list(tmp_path.glob("out.png/pictures/*"))
