"""The HTML report of one evaluation."""

from pathlib import Path
from typing import Any

import numpy as np

from agelens.evaluate.age_chapters import age_part
from agelens.evaluate.class_chapters import class_part
from agelens.evaluate.groupings import Grouping
from agelens.evaluate.testset import LabelledSet
from agelens.predict.reader import HeadReader
from agelens.report.page import write_page


def write_document(
    path: Path,
    content: dict[str, Any],
    test: LabelledSet,
    groupings: list[Grouping],
    readers: list[HeadReader],
    outputs: np.ndarray,
) -> None:
    """Write the report of what `content["metrics"]` holds."""
    metrics = content["metrics"]
    sections = []
    for reader in readers:
        own, figures = outputs[:, reader.part], metrics.get("heads", {}).get(reader.head.name, metrics)
        if not figures["overall"]["n"]:
            continue
        build = age_part if reader.decoder else class_part
        groups = [("All", {"all": figures["overall"], "without conflicts": figures["overallWithoutConflicts"]})]
        groups += [(grouping.title, figures[grouping.key]) for grouping in groupings]
        name = reader.head.name or reader.head.kind
        sections.append({"name": name, "groups": groups, **build(reader, own, test, figures, groupings)})
    write_page(
        path,
        "evaluation.html.j2",
        kind="AgeLens evaluation",
        title=content["id"],
        lead=_lead(content),
        sections=sections,
        notes=_notes(metrics),
    )


def _lead(content: dict[str, Any]) -> str:
    training = content["training"]
    learnt = training["data"]
    if "images" in training:
        learnt = f"{training['images']:,} pictures ({learnt}) in {training['epochs']} epochs"
    return (
        f"Measured on {content['metrics']['set']}. A network of {content['parameters']:,} parameters that learnt from "
        f"{learnt}. Licence of the pictures: {training['licence']}."
    )


def _notes(metrics: dict[str, Any]) -> list[str]:
    notes = []
    if metrics["missed"]:
        notes.append(f"In {metrics['missed']:,} labelled pictures no face was found.")
    if metrics["outside"]:
        notes.append(f"{metrics['outside']:,} pictures are left out: the network does not know their class or age.")
    for name, head in metrics.get("heads", {}).items():
        if not head["overall"]["n"]:
            notes.append(f"No picture has a label that the head “{name}” knows.")
    return notes
