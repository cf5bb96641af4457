"""A model card with the headings of Mitchell et al. (2019), written from an exported folder.

    agelens card --export OUT --out OUT/card.md [--failures FILE]

writes the card and, beside it, the small drawings that it shows.
"""

from pathlib import Path
from typing import Any

from agelens.export.card_tables import (
    FEWEST_SHOWN,
    dose_table,
    failures,
    gaps_table,
    group_table,
    precision_table,
    reliability_table,
)
from agelens.export.card_words import metrics_of, reading_of
from agelens.files import read_json, read_lines, write_text
from agelens.models.heads import SingleHead, heads_of
from agelens.models.spec import read_spec
from agelens.report.charts import doses, reliability, whiskers
from agelens.report.drawing import standalone
from agelens.report.page import write_page

_GROUPS = {
    "bands": "age",
    "genders": "gender",
    "ethnicities": "ethnicity",
    "brightness": "brightness of the face (mean luma, 0…255)",
    "sharpness": "sharpness of the face (variance of the Laplacian)",
    "size": "size of the face (pixels of the picture along the crop)",
    "turn": "how far the face is turned away (distance of its points from a frontal face, share of the crop)",
}

# What exports say that were made before these keys were asked for.
_UNSAID = {"about": "", "conflicts": "drop", "teachers": []}


def write_card(export: Path, out: Path, seen: Path | None = None) -> None:
    """Fill the card with the figures of an exported folder, and with the failures that the lines of `seen` describe."""
    content = read_json(export / "export.json", "`agelens export`")
    metrics, heads = content["metrics"], heads_of(read_spec(export / "spec.json").head)
    precision_file = export / "precision.json"
    precision = read_json(precision_file, "`agelens precision`") if precision_file.is_file() else None
    analysis = content.get("analysis")
    write_page(
        out,
        "card.md.j2",
        content=content,
        metrics=metrics,
        training=_UNSAID | content["training"],
        reads_years="mae" in metrics["overall"],
        outputs=[head.output_words() for head in heads],
        readings=[reading_of(head, content) for head in heads],
        measures=list(dict.fromkeys(metrics_of(head, content) for head in heads)),
        caveats=list(dict.fromkeys(line for head in heads for line in head.caveats())),
        sections=[_section(head, metrics) for head in heads],
        others=[_other_set(other) for other in content.get("otherSets", []) if "mae" in other["overall"]],
        gaps=gaps_table(metrics, analysis),
        failures=[*failures(metrics), *(read_lines(seen) if seen else [])],
        reliability=reliability_table(metrics),
        doses=dose_table(analysis) if analysis else None,
        damaged=analysis["pictures"] if analysis else 0,
        precision=precision_table(precision) if precision else None,
        chosen=precision["chosen"] if precision else "float32",
    )
    for name, drawing in _drawings(metrics, analysis).items():
        write_text(out.with_name(name), drawing)


def _section(head: SingleHead, metrics: dict[str, Any]) -> dict[str, Any]:
    """Tables of one head."""
    own = metrics["heads"][head.name] if head.name in metrics.get("heads", {}) else metrics
    return {
        "title": head.name,
        "overall": group_table({"all": own["overall"], "without conflicts": own["overallWithoutConflicts"]}),
        "groups": [(title, group_table(own[key], FEWEST_SHOWN)) for key, title in _GROUPS.items() if key in own],
    }


def _other_set(metrics: dict[str, Any]) -> dict[str, Any]:
    """Tables of one of several data sets after the first."""
    groups = metrics["ageGroups"]
    return {
        "name": metrics["set"],
        "error": metrics["error"],
        "right": f"{groups['groupAccuracy']:.1%}",
        "near": f"{groups['withinOneGroup']:.1%}",
        "overall": group_table({"all": metrics["overall"]}),
        "groups": [
            (_GROUPS[key], group_table(metrics[key], FEWEST_SHOWN))
            for key in ("bands", "genders", "ethnicities")
            if key in metrics
        ],
    }


def _drawings(metrics: dict[str, Any], analysis: dict[str, Any] | None) -> dict[str, str]:
    """Files beside the card, by name."""
    drawings = {}
    if metrics.get("reliability"):
        people = {
            name: one for key in ("bands", "genders", "ethnicities") for name, one in metrics.get(key, {}).items()
        }
        drawings["calibration.svg"] = reliability(metrics["reliability"])
        drawings["coverage.svg"] = whiskers(people, "coverage", "inside the interval", 0.8, 0.05)
    if analysis:
        drawings["robustness.svg"] = doses(analysis["sensitivity"], analysis["figure"])
    return {name: standalone(drawing) for name, drawing in drawings.items()}
