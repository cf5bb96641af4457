"""A card says of every kind of head what its outputs mean, and has its figures."""

from pathlib import Path

import pytest

from agelens.export.card import write_card
from agelens.files import write_json

FIGURE = {"value": 0.5, "low": 0.4, "high": 0.6}
YEARS = {"n": 9} | dict.fromkeys(("mae", "rmse", "bias", "cs5", "coverage"), FIGURE)
CLASSES = {"n": 9} | dict.fromkeys(("accuracy", "precision", "recall", "f1", "auc"), FIGURE)
GENDER = {"kind": "gender", "classes": ["male", "female"]}
TWO = {"kind": "multi", "heads": [{"kind": "age-posterior", "name": "age", "bins": 101}, {"name": "gender", **GENDER}]}
GROUPS = [{"name": "young", "low": 0, "high": 39}, {"name": "old", "low": 40, "high": 99}]


def _section(overall: dict) -> dict:
    grouped = {"bands": {"0–2": overall, "70+": {"n": 0}}, "genders": {}, "ethnicities": {}}
    return {"overall": overall, "overallWithoutConflicts": overall, **grouped}


def _card(folder: Path, head: dict, metrics: dict) -> str:
    split = {"counts": {"train": 80, "validation": 10, "test": 9}, "sha256": "ab", "seed": 1}
    training = {"data": "drawn", "licence": "none", "images": 80, "epochs": 2, "seed": 1, "split": split}
    content = {
        "id": "tested",
        "parameters": 1234,
        "input": {"size": 64},
        "head": head,
        "decode": "median",
        "calibration": {"level": 0.8, "spread": 6.5},
        "metrics": {"set": "drawn test part", **metrics},
        "training": training,
    }
    write_json(folder / "export.json", content)
    write_card(folder, folder / "card.md")
    return (folder / "card.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("head", "overall", "words"),
    [
        ({"kind": "age-regression"}, YEARS, ["as one number", "Laplace's distribution, 6.50 years", "| MAE |"]),
        ({"kind": "age-classes", "ages": [20, 21]}, YEARS, ["the ages 20…21", "below 20 or above 21"]),
        ({"kind": "age-groups", "groups": GROUPS}, CLASSES, ["young (0–39 years), old (40–99 years)", "| accuracy |"]),
        (GENDER, CLASSES, ["the two apparent genders", "not about who somebody is", "| AUC |"]),
    ],
)
def test_every_head_has_its_words(head: dict, overall: dict, words: list[str], tmp_path: Path) -> None:
    card = _card(tmp_path, head, _section(overall))
    assert all(word in card for word in words)
    assert "$" not in card
    assert "| 70+ | 0 | – | – | – | – | – |" in card


def test_two_heads_have_two_sets_of_tables(tmp_path: Path) -> None:
    sections = {"age": _section(YEARS), "gender": _section(CLASSES)}
    card = _card(tmp_path, TWO, {**sections["age"], "heads": sections})
    assert card.index("### Age") < card.index("| MAE |") < card.index("### Gender") < card.index("| accuracy |")
