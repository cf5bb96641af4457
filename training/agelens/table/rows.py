"""A row of figures per published model, from the app's manifest and the measured times."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agelens.errors import AgeLensError
from agelens.facts import read_facts
from agelens.files import read_json


@dataclass(frozen=True)
class Row:
    """One model; figures are None where its head does not allow them. `milliseconds` is per face, in a batch of one."""

    id: str
    head: str
    input: int
    parameters: int
    bytes: int
    mae: float | None
    accuracy: float | None
    auc: float | None
    milliseconds: float | None


def read_rows(models: Path, times: Path) -> list[Row]:
    """Rows in the manifest's order.

    Args:
        models: the app's folder public/models.
        times: file that `npm run time:models` wrote.
    """
    manifest = read_json(models / "manifest.json", "`npm run convert`")
    measured = read_json(times, "`npm run time:models`")["milliseconds"]
    if not manifest.get("models"):
        raise AgeLensError(f"{models / 'manifest.json'} lists no model; publish one with `npm run convert`.")
    return [_row(model, measured.get(model["id"])) for model in manifest["models"]]


def _row(model: dict[str, Any], milliseconds: float | None) -> Row:
    figures = model["metrics"][0]
    return Row(
        model["id"],
        _head(model["head"]),
        model["input"]["size"],
        model["parameters"],
        model["topology"]["bytes"] + model["weights"]["bytes"],
        figures.get("mae"),
        _published(figures, "accuracy"),
        _published(figures, "auc"),
        milliseconds,
    )


def _head(head: dict[str, Any]) -> str:
    kinds = read_facts("head-kinds.json")["kinds"]
    return " + ".join(kinds[one["kind"]]["title"] for one in head.get("heads", [head]))


def _published(figures: dict[str, Any], measured: str) -> float | None:
    """The figure of whichever head has it; a manifest has no other names than those of figures.json."""
    published = read_facts("figures.json")["published"].values()
    names = [name for heads in published for name, of in heads.items() if of == measured]
    return next((figures[name] for name in names if name in figures), None)
