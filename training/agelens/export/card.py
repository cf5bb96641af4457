"""A model card with the headings of Mitchell et al. (2019), written from export.json."""

from pathlib import Path
from string import Template as Text

from agelens.files import read_json, write_atomic

_TEXT = Path(__file__).with_name("card.md.txt")
_COLUMNS = ("mae", "rmse", "bias", "cs5", "coverage")
_HEAD = "| group | n | MAE | RMSE | bias | within 5 years | inside the interval |\n|---|---|---|---|---|---|---|"


def write_card(export: Path, out: Path) -> None:
    """Fill the card's text with the figures of an exported folder."""
    content = read_json(export / "export.json", "`agelens export`")
    metrics, training = content["metrics"], content["training"]
    values = {
        "id": content["id"],
        "parameters": f"{content['parameters']:,}",
        "size": content["input"]["size"],
        "bins": content["head"]["bins"],
        "oldest": content["head"]["bins"] - 1,
        "decode": content["decode"],
        "level": f"{content['calibration']['level']:.0%}",
        "calibration_n": f"{training['split']['counts']['validation']:,}",
        "set": metrics["set"],
        "data": training["data"],
        "licence": training["licence"],
        "images": f"{training['images']:,}",
        "epochs": training["epochs"],
        "seed": training["seed"],
        "counts": ", ".join(f"{part} {count:,}" for part, count in training["split"]["counts"].items()),
        "sha256": training["split"]["sha256"],
        "overall": _table({"all": metrics["overall"], "without conflicts": metrics["overallWithoutConflicts"]}),
        "bands": _table(metrics["bands"]),
        "genders": _table(metrics["genders"]),
        "ethnicities": _table(metrics["ethnicities"]),
    }
    text = Text(_TEXT.read_text(encoding="utf-8")).substitute(values)
    write_atomic(out, lambda partial: partial.write_text(text, encoding="utf-8"))


def _table(groups: dict[str, dict]) -> str:
    rows = [f"| {name} | {group['n']:,} | {_cells(group)} |" for name, group in groups.items()]
    return "\n".join([_HEAD, *rows])


def _cells(group: dict) -> str:
    if not group["n"]:
        return " | ".join("–" for _ in _COLUMNS)
    return " | ".join(_cell(group[name], name in ("cs5", "coverage")) for name in _COLUMNS)


def _cell(entry: dict[str, float], is_share: bool) -> str:
    value, low, high = (entry[key] for key in ("value", "low", "high"))
    if is_share:
        return f"{value:.1%} ({low:.1%} – {high:.1%})"
    return f"{value:.2f} ({low:.2f} – {high:.2f})"
