"""The report's part on a head that tells groups of people apart."""

from typing import Any

import numpy as np
from markupsafe import Markup

from agelens.evaluate.classification import roc_curve
from agelens.evaluate.groupings import Grouping
from agelens.evaluate.testset import LabelledSet
from agelens.models.targets import true_classes
from agelens.predict.decode import posterior_of
from agelens.predict.reader import HeadReader
from agelens.report.chapter import Chapter, shown
from agelens.report.charts import lines, matrix, whiskers

_COLUMNS = (("accuracy", "accuracy"), ("precision", "precision"), ("recall", "recall"), ("f1", "F1"), ("auc", "AUC"))


def class_part(
    reader: HeadReader, outputs: np.ndarray, test: LabelledSet, figures: dict[str, Any], groupings: list[Grouping]
) -> dict[str, Any]:
    """Headline figures, chapters and the table's columns."""
    headline = [(label[0].upper() + label[1:], *shown(figures["overall"], key)) for key, label in _COLUMNS]
    truth = true_classes(reader.classes, test.youngest, test.genders)
    probabilities = posterior_of(outputs)[truth >= 0]
    errors = [
        ("In per cent of each row.", matrix(figures["confusion"])),
        (
            "Each class against the rest; a diagonal would be guessing.",
            _curves(truth[truth >= 0], probabilities, reader.head.class_names()),
        ),
    ]
    accuracy = figures["overall"]["accuracy"]["value"]
    groups = [
        (
            f"{grouping.title}. The line is the share over all pictures.",
            whiskers(figures[grouping.key], "accuracy", "accuracy", accuracy),
        )
        for grouping in groupings
    ]
    chapters = [
        Chapter("Where it errs", "Precision, recall and F1 are means over the classes.", errors),
        Chapter("Whom it reads worse", "Dots are shares, lines their 95 % intervals.", groups),
    ]
    return {"headline": headline, "chapters": chapters, "columns": _COLUMNS}


def _curves(truth: np.ndarray, probabilities: np.ndarray, names: list[str]) -> Markup:
    false_rates = np.linspace(0, 1, 101)
    shown = range(1, 2) if len(names) == 2 else range(len(names))
    curves = {names[number]: roc_curve(truth == number, probabilities[:, number], false_rates) for number in shown}
    return lines(false_rates, curves, "false positive rate", "true positive rate", share=True)
