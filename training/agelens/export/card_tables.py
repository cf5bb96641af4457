"""The tables of a model card, as Markdown."""

from typing import Any

from agelens.analyse.gaps import FEWEST
from agelens.evaluate.age_section import FAR_YEARS
from agelens.report.numbers import interval_text, number

_AGE = {"mae": "MAE", "rmse": "RMSE", "bias": "bias", "cs5": "within 5 years", "coverage": "inside the interval"}
_CLASSES = {"accuracy": "accuracy", "precision": "precision", "recall": "recall", "f1": "F1", "auc": "AUC"}
FEWEST_SHOWN = 20
_PEOPLE = ("bands", "genders", "ethnicities")


def group_table(groups: dict[str, dict[str, Any]], fewest: int = 1) -> str:
    """A row with figures and their intervals for each group of at least `fewest` pictures."""
    shown = {name: group for name, group in groups.items() if group["n"] >= fewest}
    columns = _AGE if any("mae" in group for group in shown.values()) else _CLASSES
    rows = [[name, f"{group['n']:,}", *(_cell(group, key) for key in columns)] for name, group in shown.items()]
    return table(["group", "n", *columns.values()], rows)


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(group: dict[str, Any], key: str) -> str:
    if not group[key]:
        return "–"
    return f"{number(group[key]['value'], key)} ({interval_text(group[key], key)})"


def gaps_table(metrics: dict[str, Any], analysis: dict[str, Any] | None) -> str | None:
    """Per grouping of people the best and the worst read group, and the gap at the same ages where it was analysed."""
    figure = "mae" if "mae" in metrics["overall"] else "accuracy"
    rows = []
    for key, title in zip(_PEOPLE, ("age", "gender", "ethnicity"), strict=True):
        groups = {name: one for name, one in metrics.get(key, {}).items() if one["n"] >= FEWEST and one[figure]}
        if len(groups) > 1:
            rows.append([title, *_extremes({name: one[figure]["value"] for name, one in groups.items()}, figure)])
            same = (analysis or {}).get("sameAge", {}).get(key, {})
            rows[-1].append(f"{max(same.values()) - min(same.values()):.2f}" if len(same) > 1 else "–")
    return table(["groups", "lowest", "highest", "apart", "apart at the same ages"], rows) if rows else None


def _extremes(values: dict[str, float], figure: str) -> list[str]:
    low, high = min(values, key=values.__getitem__), max(values, key=values.__getitem__)
    shown = [f"{name} {number(values[name], figure)}" for name in (low, high)]
    return [*shown, number(values[high] - values[low], figure)]


def failures(metrics: dict[str, Any]) -> list[str]:
    """What goes wrong most, in words, from the figures."""
    if "mae" not in metrics["overall"]:
        return []
    bands = {name: one for name, one in metrics.get("bands", {}).items() if one["n"] >= FEWEST}
    found = [f"{metrics['farOff']:.1%} of the test pictures are misread by more than {FAR_YEARS} years."]
    if bands:
        worst = max(bands, key=lambda name: bands[name]["mae"]["value"])
        found.append(f"Errors are largest at {worst}: {bands[worst]['mae']['value']:.1f} years on average.")
        for name, one in bands.items():
            if one["bias"]["low"] > 1 or one["bias"]["high"] < -1:
                direction = "old" if one["bias"]["value"] > 0 else "young"
                found.append(
                    f"People of {name} come out {abs(one['bias']['value']):.1f} years too {direction} on average."
                )
        off = [name for name, one in bands.items() if abs(one["coverage"]["value"] - 0.8) > 0.05]
        if off:
            found.append(f"The interval holds the age more than 5 % too often or too seldom at {', '.join(off)}.")
    return found


def reliability_table(metrics: dict[str, Any]) -> str | None:
    """Mass of the posterior's central part against how often it holds the age."""
    rows = metrics.get("reliability")
    if not rows:
        return None
    head = ["central mass", *(f"{row['mass']:.0%}" for row in rows)]
    return table(head, [["ages inside", *(f"{row['held']:.1%}" for row in rows)]])


def dose_table(analysis: dict[str, Any]) -> str:
    """Mean error per kind and level of damage."""
    rows = []
    for one in analysis["sensitivity"].values():
        pairs = zip(one["levels"], one["rows"], strict=True)
        cells = [f"{level:g}: {row['error']['value']:.2f}".replace("-", "−") for level, row in pairs]
        rows.append([f"{one['title']}, {one['unit']}", *cells])
    return table(["damage", "none", "little", "some", "much", "very much"], rows)


def precision_table(precision: dict[str, Any]) -> str:
    """Bytes and figures per number format."""
    rows = []
    for name, one in precision["variants"].items():
        figure = "mae" if "mae" in one else "accuracy"
        rows.append([name, f"{one['bytes']:,}", number(one[figure], figure), f"{one['lost']:.4f}".replace("-", "−")])
    return table(["weights", "bytes", "MAE or accuracy", "lost"], rows)
