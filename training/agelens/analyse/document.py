"""The HTML report of an analysis."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from agelens.report.chapter import Tile, titled
from agelens.report.charts import dose, whiskers
from agelens.report.page import write_page

_PEOPLE = {"bands": "Age", "genders": "Gender", "ethnicities": "Ethnicity"}


def write_document(path: Path, content: dict[str, Any], metrics: dict[str, Any], tiles: list[Tile]) -> None:
    """Write the report of what analysis.json holds."""
    highest = max(row["error"]["high"] for one in content["sensitivity"].values() for row in one["rows"])
    curves = [(_caption(one), dose(one, content["figure"], highest)) for one in content["sensitivity"].values()]
    figure = "mae" if "mae" in metrics["overall"] else "accuracy"
    groups = [
        (title, whiskers(metrics[key], figure, content["figure"], metrics["overall"][figure]["value"]))
        for key, title in _PEOPLE.items()
        if key in metrics
    ]
    findings = [_finding(gap, content["sameAge"].get(gap["key"], {}), figure) for gap in content["gaps"]]
    write_page(
        path,
        "analysis.html.j2",
        kind="AgeLens analysis",
        title=content["id"],
        lead=f"What its answers depend on, on {content['set']}; {content['pictures']:,} of its pictures were damaged.",
        content=content,
        curves=curves,
        groups=groups,
        findings=findings,
        tiles=tiles,
    )


def _caption(damage: dict[str, Any]) -> Markup:
    first, last = damage["rows"][0]["error"]["value"], damage["rows"][-1]["error"]["value"]
    bias = damage["rows"][-1]["bias"]["value"]
    direction = "older" if bias > damage["rows"][0]["bias"]["value"] else "younger"
    return titled(f"{damage['title']}.", f"From {first:.2f} to {last:.2f}; people come out {direction}.")


def _finding(gap: dict[str, Any], same_age: dict[str, float], figure: str) -> dict[str, str]:
    """A gap in words: who, how much, whether by chance, and whether the groups' ages explain it."""
    unit = " years" if figure == "mae" else ""
    parts = [f"“{gap['most']}” {gap['mostValue']:.2f}, “{gap['least']}” {gap['leastValue']:.2f}: "]
    parts.append(f"{gap['difference']:.2f}{unit} apart")
    parts.append(", more than chance." if gap["beyondChance"] else ", which chance can explain.")
    if len(same_age) > 1:
        spread = max(same_age.values()) - min(same_age.values())
        most, least = (choose(same_age, key=same_age.__getitem__) for choose in (max, min))
        parts.append(f" Among people of the same ages the largest gap is {spread:.2f}{unit} (“{most}” and “{least}”).")
    return {"title": gap["title"], "text": "".join(parts)}
