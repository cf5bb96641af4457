"""What the app and this workspace both know is read from one place, and a pipeline notices when it changes."""

import shutil
from pathlib import Path

import pytest

from agelens import facts
from agelens.evaluate import classification, figures
from agelens.export.precision import PRECISIONS
from agelens.pipeline import hashing
from agelens.report.numbers import SHARES

PACKAGE = Path(facts.__file__).parent


@pytest.mark.parametrize("path", sorted(facts.FACTS.glob("*.json")), ids=lambda path: path.name)
def test_every_file_is_read_here(path: Path) -> None:
    assert any(f'"{path.name}"' in module.read_text(encoding="utf-8") for module in PACKAGE.rglob("*.py"))


def test_a_changed_fact_runs_its_stages_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hash_of = hashing.code_hash.__wrapped__
    before = {name: hash_of((name,)) for name in ("quality.verdict", "align.crop")}
    shutil.copytree(facts.FACTS, tmp_path / "facts")
    monkeypatch.setattr(hashing, "FACTS", tmp_path / "facts")
    thresholds = tmp_path / "facts" / "thresholds.json"
    thresholds.write_text(thresholds.read_text(encoding="utf-8").replace("100", "101"), encoding="utf-8")
    assert hash_of(("quality.verdict",)) != before["quality.verdict"]
    assert hash_of(("align.crop",)) == before["align.crop"]


def test_figures_have_the_names_that_both_languages_know() -> None:
    measured = facts.read_facts("figures.json")["measured"]
    assert tuple(measured["years"]) == figures.NAMES
    assert tuple(measured["classes"]) == classification.NAMES
    assert set(measured["ageGroups"]) <= set(SHARES)


def test_weights_have_the_precisions_that_both_languages_know() -> None:
    assert facts.read_facts("files.json")["precisions"] == list(PRECISIONS)
