"""A model card with the headings of Mitchell et al. (2019), written from export.json."""

from pathlib import Path
from string import Template as Text

from pydantic import TypeAdapter

from agelens.export.card_words import caveats_of, metrics_of, output_of, reading_of
from agelens.files import read_json, write_atomic
from agelens.models.heads import Head, SingleHead, heads_of

_TEXT = Path(__file__).with_name("card.md.txt")
_AGES = {
    "mae": "MAE",
    "rmse": "RMSE",
    "bias": "bias",
    "cs5": "within 5 years",
    "coverage": "inside the interval",
}
_CLASSES = {"accuracy": "accuracy", "precision": "precision", "recall": "recall", "f1": "F1", "auc": "AUC"}
_SHARES = ("cs5", "coverage", "accuracy", "precision", "recall")
_GROUPINGS = {"bands": "age", "genders": "gender", "ethnicities": "ethnicity"}


def write_card(export: Path, out: Path) -> None:
    """Fill the card's text with the figures of an exported folder."""
    content = read_json(export / "export.json", "`agelens export`")
    training = content["training"]
    heads = heads_of(TypeAdapter(Head).validate_python(content["head"]))
    values = {
        "id": content["id"],
        "parameters": f"{content['parameters']:,}",
        "size": content["input"]["size"],
        "output": "; ".join(output_of(head) for head in heads),
        "readings": "\n".join(f"- {reading_of(head, content)}" for head in heads),
        "measures": " ".join(dict.fromkeys(metrics_of(head, content) for head in heads)),
        "caveats": "\n".join(dict.fromkeys(line for head in heads for line in caveats_of(head))),
        "set": content["metrics"]["set"],
        "data": training["data"],
        "licence": training["licence"],
        "images": f"{training['images']:,}",
        "epochs": training["epochs"],
        "seed": training["seed"],
        "counts": ", ".join(f"{part} {count:,}" for part, count in training["split"]["counts"].items()),
        "sha256": training["split"]["sha256"],
        "analyses": "\n\n".join(_analyses(head, content["metrics"]) for head in heads),
    }
    text = Text(_TEXT.read_text(encoding="utf-8")).substitute(values)
    write_atomic(out, lambda partial: partial.write_text(text, encoding="utf-8"))


def _analyses(head: SingleHead, metrics: dict) -> str:
    """Tables of one head: overall, by age, gender and ethnicity."""
    section = metrics["heads"][head.name] if head.name in metrics.get("heads", {}) else metrics
    title = [f"### {head.name.capitalize()}"] if head.name else []
    overall = _table({"all": section["overall"], "without conflicts": section["overallWithoutConflicts"]})
    groups = [f"By {label}:\n\n{_table(section[key])}" for key, label in _GROUPINGS.items()]
    return "\n\n".join([*title, overall, *groups])


def _table(groups: dict[str, dict]) -> str:
    columns = _CLASSES if any("accuracy" in group for group in groups.values()) else _AGES
    head = f"| group | n | {' | '.join(columns.values())} |\n|---|---{'|---' * len(columns)}|"
    rows = [f"| {name} | {group['n']:,} | {_cells(group, columns)} |" for name, group in groups.items()]
    return "\n".join([head, *rows])


def _cells(group: dict, columns: dict[str, str]) -> str:
    return " | ".join(_cell(group[name], name in _SHARES) if group.get(name) else "–" for name in columns)


def _cell(entry: dict[str, float], is_share: bool) -> str:
    value, low, high = (entry[key] for key in ("value", "low", "high"))
    if is_share:
        return f"{value:.1%} ({low:.1%} – {high:.1%})"
    return f"{value:.2f} ({low:.2f} – {high:.2f})"
