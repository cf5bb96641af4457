"""Measuring a head that tells groups of people apart."""

import numpy as np

from agelens.evaluate.classification import class_figures, confusion
from agelens.evaluate.decode import posterior_of
from agelens.evaluate.groupings import Grouping
from agelens.evaluate.heads import true_classes
from agelens.evaluate.testset import LabelledSet
from agelens.models.heads import AgeGroups, Gender, class_names


def class_metrics(outputs: np.ndarray, test: LabelledSet, head: AgeGroups | Gender, groupings: list[Grouping]) -> dict:
    """Figures overall and per group, and the confusion matrix.

    Args:
        outputs: logits [N, classes].
    """
    truth = true_classes(head, test.youngest, test.genders)
    same = truth == true_classes(head, test.oldest, test.genders)
    known = same & (truth >= 0)
    probabilities, truth = posterior_of(outputs[known]), truth[known]
    predicted = probabilities.argmax(axis=1)

    def of(chosen: np.ndarray) -> dict:
        return class_figures(truth[chosen], probabilities[chosen], predicted[chosen])

    return {
        "outside": int((~known).sum()),
        "missed": test.missed,
        "overall": of(np.ones(len(truth), bool)),
        "overallWithoutConflicts": of(~test.conflicts[known]),
        **{
            grouping.key: {name: of(grouping.numbers[known] == number) for number, name in enumerate(grouping.names)}
            for grouping in groupings
        },
        "confusion": confusion(truth, predicted, tuple(class_names(head))),
    }
