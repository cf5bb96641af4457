"""Figures of one network on one data set, written as JSON, CSV and an HTML report."""

from pathlib import Path
from typing import Any

import numpy as np

from agelens.config import Normalisation
from agelens.evaluate.age_section import age_metrics
from agelens.evaluate.classification import class_metrics
from agelens.evaluate.document import write_document
from agelens.evaluate.groupings import Grouping, groupings_of
from agelens.evaluate.predictions import write_predictions
from agelens.evaluate.testset import LabelledSet, require_known
from agelens.files import write_json
from agelens.models.build import AnyNetwork
from agelens.predict.ages import read_ages
from agelens.predict.logits import predict_logits
from agelens.predict.reader import HeadReader
from agelens.predict.views import PhotoViews


def measure(
    network: AnyNetwork,
    normalisation: Normalisation,
    readers: list[HeadReader],
    about: dict[str, Any],
    test: LabelledSet,
    out: Path,
) -> dict[str, Any]:
    """Figures of every head: those of the first at the top and, where there are several, all by name under "heads".

    `about` is what evaluation.json says beside them; returns its whole content.
    """
    outputs = outputs_of(network, test, normalisation)
    groupings = groupings_of(test)
    sections = [_section(reader, outputs[:, reader.part], test, groupings) for reader in readers]
    require_known(np.array([sections[0]["overall"]["n"] > 0]), test)
    metrics = {"set": test.name, **sections[0]}
    if len(sections) > 1:
        metrics["heads"] = {str(reader.head.name): section for reader, section in zip(readers, sections, strict=True)}
    content = {**about, "metrics": metrics}
    write_json(out / "evaluation.json", content)
    write_predictions(out / "predictions.csv", test, readers, outputs)
    write_document(out / "report.html", content, test, groupings, readers, outputs)
    return content


def outputs_of(network: AnyNetwork, test: LabelledSet, normalisation: Normalisation) -> np.ndarray:
    """Raw outputs of all heads for every crop, read as photos are, float32 [N, width]."""
    spec = network.spec
    return predict_logits(PhotoViews(network, spec.head), test.crops, test.frame, spec.input.size, normalisation)


def _section(reader: HeadReader, outputs: np.ndarray, test: LabelledSet, groupings: list[Grouping]) -> dict[str, Any]:
    if reader.decoder is None:
        return class_metrics(outputs, test, reader.classes, groupings)
    return age_metrics(read_ages(outputs, reader.decoder), test, reader.head, groupings)
