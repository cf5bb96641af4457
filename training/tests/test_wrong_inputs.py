"""Files that are there but wrong, and too little memory: one sentence that names the file or the key."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from command_line import complaint_of
from tiny import CONFIG, write_config

from agelens import memory
from agelens.train import loop

Given = dict[str, Path]
CONFIGURED = ("train", "tune check", "tune range", "tune grid", "tune search")


def _words(command: str, *more: object) -> list[object]:
    return [*command.split(), *more]


@pytest.mark.parametrize("command", CONFIGURED)
def test_unknown_keys_of_a_training_are_named(command: str, existing: Given, tmp_path: Path) -> None:
    config = write_config(tmp_path, CONFIG + "speed = 9\n")
    out = "--run" if command == "train" else "--out"
    sentence = complaint_of(*_words(command, config, "--data", existing["DATA"], out, tmp_path / "out"))
    assert sentence == f"{config}: the key 'runtime.speed' is unknown; remove it or correct its spelling."


@pytest.mark.parametrize("command", ["explore", "enhance", "resample", "split"])
def test_unknown_keys_of_data_commands_are_named(command: str, existing: Given, tmp_path: Path) -> None:
    config = tmp_path / "settings.toml"
    config.write_text("speed = 9\n")
    out = ("--data" if command == "split" else "--out", tmp_path / "out")
    target = ("--target", existing["TARGET"]) if command == "resample" else ()
    sentence = complaint_of(command, existing["PICTURES"], "--config", config, *out, *target)
    assert sentence == f"{config}: the key 'speed' is unknown; remove it or correct its spelling."


def _halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _replace(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    return change


@pytest.mark.parametrize(
    ("command", "name", "change", "said"),
    [
        ("evaluate RUN --data DATA", "RUN best.pt", _halve, "holds no weights"),
        ("evaluate RUN --data DATA", "RUN config.json", _replace('"seed"', '"sead"'), "the key 'sead' is unknown"),
        ("evaluate RUN --data DATA", "RUN spec.json", _replace('"out": 8', '"out": 4'), "belongs to another network"),
        ("analyse RUN --data DATA", "RUN evaluation/evaluation.json", _halve, "is not valid JSON"),
        ("export RUN --out OUT", "RUN spec.json", _replace('"kernel"', '"kern"'), "kern"),
        ("train CONFIG --data DATA --run RUN", "RUN checkpoint.pt", _halve, "holds no weights"),
        ("train CONFIG --data DATA --run OUT", "DATA crops.npy", _halve, "cannot be read"),
        ("train CONFIG --data DATA --run OUT", "DATA split.csv", _replace(",1,0,", ",x,0,"), "invalid literal"),
        ("train CONFIG --data DATA --run OUT", "DATA split.csv", _replace(",70,", ",700,"), "the age 700"),
        ("tune check CONFIG --data DATA --out OUT", "DATA split.csv", _replace(",70,", ",-7,"), "the age -7"),
        ("precision --export EXPORT --data DATA", "EXPORT weights.safetensors", _halve, "holds no weights"),
        ("onnx --export EXPORT --out OUT", "EXPORT weights.safetensors", _halve, "holds no weights"),
        ("torchscript --export EXPORT --out OUT", "EXPORT spec.json", _halve, "is not valid JSON"),
        ("tflite --export EXPORT --out OUT", "EXPORT export.json", _halve, "is not valid JSON"),
        ("card --export EXPORT --out OUT", "EXPORT export.json", _halve, "is not valid JSON"),
    ],
)
def test_a_damaged_file_is_named(
    command: str, name: str, change: Callable, said: str, existing: Given, tmp_path: Path
) -> None:
    word, file = name.split()
    copy = shutil.copytree(existing[word], tmp_path / "copy")
    change(copy / file)
    paths = {**existing, "OUT": tmp_path / "out", word: copy}
    sentence = complaint_of(*(paths.get(part, part) for part in command.split()))
    assert said in sentence
    assert str(copy / file) in sentence or str(copy / "best.pt") in sentence


@pytest.mark.parametrize(
    ("command", "word", "change", "said"),
    [
        ("crops PICTURES --keypoints KEYPOINTS --data DATA", "KEYPOINTS", _replace(",0.9,", ",high,"), "high"),
        ("explore PICTURES --template TEMPLATE --out OUT", "TEMPLATE", _replace('"nose"', '"chin"'), "is no template"),
        ("explore PICTURES --labels LABELS --out OUT", "LABELS", _replace("filename", "number"), "needs “filename”"),
        ("resample PICTURES --target TARGET --out OUT", "TARGET", _replace("20-24", "twenty"), "no age group"),
        (
            "test-set PICTURES --labels LABELS --keypoints KEYPOINTS --template TEMPLATE --out OUT",
            "LABELS",
            _replace("filename,age", "filename,years_of_age"),
            "needs “filename” and “age” or “age_group”",
        ),
        ("table --models MODELS --times TIMES --readme README", "README", _replace("models: begin", ""), "lacks the"),
    ],
)
def test_a_wrong_line_is_named(
    command: str, word: str, change: Callable, said: str, existing: Given, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(existing[word], tmp_path))
    change(copy)
    paths = {**existing, "OUT": tmp_path / "out", word: copy}
    sentence = complaint_of(*(paths.get(part, part) for part in command.split()))
    assert said in sentence
    assert str(copy) in sentence


def test_labels_in_another_encoding_are_named_and_a_byte_order_mark_is_not_in_the_way(
    existing: Given, tmp_path: Path
) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text(existing["LABELS"].read_text() + "José.jpg,3\n", encoding="latin-1")
    words = ("split", existing["PICTURES"], "--labels", labels, "--data", tmp_path / "data", "--jobs", 1)
    assert complaint_of(*words) == f"{labels} is not text in UTF-8; save it again with that encoding."
    labels.write_text("filename,age\nx.jpg,200\n", encoding="utf-8-sig")
    assert "has a label" in complaint_of(*words)


def test_ages_that_are_all_out_of_range_are_named(existing: Given, tmp_path: Path) -> None:
    labels = tmp_path / "labels.csv"
    names = sorted(path.name for path in existing["PICTURES"].glob("*.jpg"))
    labels.write_text("filename,age\n" + "".join(f"{name},200\n" for name in names))
    sentence = complaint_of("split", existing["PICTURES"], "--labels", labels, "--data", tmp_path / "data")
    assert f"{names[0]}: labels.csv, line 2: age 200 is outside 0…120" in sentence


@pytest.mark.parametrize("command", ["crops PICTURES --keypoints KEYPOINTS --data DATA", "parity"])
def test_a_picture_that_cannot_be_decoded_is_named(command: str, existing: Given, tmp_path: Path) -> None:
    pictures = shutil.copytree(existing["PICTURES"], tmp_path / "pictures")
    broken = sorted(pictures.glob("1_*.jpg"))[0]
    _halve(broken)
    data = shutil.copytree(existing["DATA"], tmp_path / "data", ignore=shutil.ignore_patterns("crops.*"))
    if command == "parity":
        command = "parity --export EXPORT --images PICTURES --keypoints KEYPOINTS --out OUT"
    paths = {**existing, "OUT": tmp_path / "out", "PICTURES": pictures, "DATA": data}
    sentence = complaint_of(*(paths.get(part, part) for part in command.split()))
    assert f"{broken} cannot be read as a picture" in sentence


@pytest.mark.parametrize(
    "command",
    [
        "train CONFIG --data DATA --run OUT",
        "tune check CONFIG --data DATA --out OUT",
        "evaluate RUN --data DATA",
        "analyse RUN --data DATA",
        "precision --export EXPORT --data DATA",
    ],
)
def test_too_little_memory_is_said_before_anything_is_loaded(
    command: str, existing: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory.psutil, "virtual_memory", lambda: SimpleNamespace(available=1000))
    paths = {**existing, "OUT": tmp_path / "out"}
    sentence = complaint_of(*(paths.get(part, part) for part in command.split()))
    assert "GB of memory" in sentence
    assert str(existing["DATA"]) in sentence


@pytest.mark.parametrize(
    "error", [MemoryError(), RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes")]
)
def test_running_out_of_memory_is_one_sentence(
    error: Exception, existing: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhaust(*_: object) -> None:
        raise error

    monkeypatch.setattr(loop, "prepare", exhaust)
    words = ("train", existing["CONFIG"], "--data", existing["DATA"], "--run", tmp_path)
    assert complaint_of(*words).startswith("There is not enough memory")


def test_a_damaged_journal_is_named(existing: Given, tmp_path: Path) -> None:
    (tmp_path / "measured.jsonl").write_text("{}\n[nonsense\n")
    sentence = complaint_of("explore", existing["PICTURES"], "--out", tmp_path, "--jobs", 1)
    assert sentence.startswith(f"{tmp_path / 'measured.jsonl'} is damaged")
