"""The whole pipeline on drawn portraits: a folder of pictures in, a model in the app's format out."""

import json
from pathlib import Path

import pytest
from killing import kill_after
from portraits import write_portraits
from tiny import TINY

from agelens import cli
from agelens.align import crop
from agelens.errors import AgeLensError
from agelens.pipeline import hashing, record, run
from agelens.pipeline.run import run_pipeline
from agelens.pipeline.settings import read_pipeline

STAGES = [
    "explore",
    "split",
    "keypoints",
    "template",
    "crops",
    "train",
    "evaluate",
    "export",
    "precision",
    "parity",
    "card",
    "convert",
]

CONFIG = """
name = "tiny"
pictures = "pictures"
work = "work"
[explore]
jobs = 1
samples = 4
[split]
jobs = 1
max_bits = 0
[crops]
size = 32
margin = 4
[train]
spec = "spec.json"
[train.optimiser]
batch = 16
[train.schedule]
epochs = 2
sizes = [[0.0, 32]]
[train.runtime]
threads = 1
bf16 = false
[publish]
title = "Tiny"
models = "models"
"""


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pipeline")
    write_portraits(folder / "pictures", (2, 12, 25, 40, 60, 80), 10)
    (folder / "spec.json").write_text(json.dumps(TINY))
    (folder / "pipeline.toml").write_text(CONFIG)
    return folder / "pipeline.toml"


def _command_line(words: list[str]) -> int | None:
    return cli.app(words, standalone_mode=False)


def _outcomes(config: Path, dry_run: bool = False) -> dict[str, str]:
    return dict(run_pipeline(read_pipeline(config), dry_run, _command_line))


@pytest.fixture(scope="module")
def first(config: Path) -> dict[str, str]:
    """What became of every stage when the pipeline, killed while it searched for faces, was started again."""
    kill_after(1, "agelens.detect.keypoints:run_jobs", "pipeline", config)
    return _outcomes(config)


def test_a_dry_run_names_every_stage_and_runs_none(config: Path, capsys: pytest.CaptureFixture) -> None:
    outcomes = _outcomes(config, dry_run=True)
    assert list(outcomes) == STAGES
    assert all(outcome.startswith("runs") for outcome in outcomes.values())
    assert "agelens train " in capsys.readouterr().out
    assert not (config.parent / "work" / "data").exists()


def test_the_model_is_published_and_proven(config: Path, first: dict[str, str]) -> None:
    assert list(first) == STAGES
    manifest = json.loads((config.parent / "models" / "manifest.json").read_text())
    (entry,) = manifest["models"]
    assert (entry["id"], entry["name"]) == ("tiny", "Tiny")
    assert (config.parent / "models" / entry["weights"]["path"]).stat().st_size == entry["weights"]["bytes"]


def test_a_killed_pipeline_goes_on(first: dict[str, str]) -> None:
    outcomes = list(first.values())
    assert outcomes[:2] == ["cached", "cached"]
    assert outcomes[2].endswith("(interrupted)")
    assert all(outcome.endswith("(never run)") for outcome in outcomes[3:])


def test_nothing_runs_twice(config: Path, first: dict[str, str]) -> None:
    assert set(_outcomes(config).values()) == {"cached"}


def test_only_what_a_change_reaches_runs_again(config: Path, first: dict[str, str]) -> None:
    changed = config.with_name("changed.toml")
    changed.write_text(CONFIG.replace('title = "Tiny"', 'title = "Smallest"'))
    outcomes = _outcomes(changed, dry_run=True)
    assert outcomes.pop("convert") == "runs (settings changed)"
    assert set(outcomes.values()) == {"cached"}
    changed.write_text(CONFIG.replace("margin = 4", "margin = 6"))
    outcomes = _outcomes(changed, dry_run=True)
    assert [name for name, outcome in outcomes.items() if outcome == "cached"] == STAGES[: STAGES.index("crops")]
    assert outcomes["crops"] == "runs (settings changed)"
    assert outcomes["train"] == "runs if what it reads comes out different"


def test_a_changed_output_and_changed_code_are_noticed(
    config: Path, first: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    card = config.parent / "work" / "card.md"
    text = card.read_text()
    card.write_text(text + "edited")
    assert _outcomes(config, dry_run=True)["card"] == "runs (card.md was changed)"
    card.write_text(text)
    assert _outcomes(config, dry_run=True)["card"] == "cached"
    real = record.code_hash
    monkeypatch.setattr(record, "code_hash", lambda modules: real(modules) + "new" * ("export.card" in modules))
    assert _outcomes(config, dry_run=True)["card"] == "runs (code changed)"


def test_a_stage_that_was_killed_goes_on(config: Path, first: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    path = config.parent / "work" / "pipeline" / "export.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"state": "started"}))
    assert _outcomes(config, dry_run=True)["export"] == "runs (interrupted)"
    outcomes = _outcomes(config)
    assert outcomes.pop("export").endswith("(interrupted)")
    assert outcomes.pop("precision").endswith("(precision.json is missing)")
    assert set(outcomes.values()) == {"cached"}


def test_code_hashes_follow_imports() -> None:
    assert "agelens.align.similarity" in hashing._imports(Path(crop.__file__))
    assert hashing.code_hash(("align.crop",)) != hashing.code_hash(("align.template",))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("margin = 4", "margins = 4", r"pipeline\.toml: the key 'crops\.margins' is unknown"),
        ("epochs = 2", "epoch = 2", r"pipeline\.toml, table \[train\]: the key 'schedule\.epoch' is unknown"),
        ('pictures = "pictures"', 'pictures = "nowhere"', r"nowhere does not exist"),
    ],
)
def test_mistakes_are_named_before_anything_runs(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    (tmp_path / "pipeline.toml").write_text(CONFIG.replace(old, new))
    with pytest.raises(AgeLensError, match=sentence):
        run_pipeline(read_pipeline(tmp_path / "pipeline.toml"), True, _command_line)


def test_every_file_of_the_training_lies_relative_to_the_pipeline(tmp_path: Path) -> None:
    tables = (
        f'[train.initialise]\nweights = "face.json"\nsha256 = "{"0" * 64}"\n[train.distil]\nteachers = ["a.toml"]\n'
    )
    (tmp_path / "pipeline.toml").write_text(CONFIG.replace("[train.runtime]", tables + "[train.runtime]"))
    train = read_pipeline(tmp_path / "pipeline.toml").train
    assert train["spec"] == str(tmp_path / "spec.json")
    assert train["initialise"]["weights"] == str(tmp_path / "face.json")
    assert train["distil"]["teachers"] == [str(tmp_path / "a.toml")]


def test_a_failing_conversion_is_one_sentence(
    config: Path, first: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    changed = config.with_name("without-npm.toml")
    changed.write_text(CONFIG.replace('title = "Tiny"', 'title = "None"'))
    with pytest.raises(AgeLensError, match="npm was not found"):
        _outcomes(changed)
