"""Figures of a head that tells classes apart, with bootstrap intervals."""

from typing import Any

import numpy as np

from agelens.evaluate.bootstrap import bootstrap, entries
from agelens.evaluate.groupings import Grouping
from agelens.evaluate.testset import LabelledSet
from agelens.models.heads import SingleHead
from agelens.models.targets import true_classes
from agelens.predict.decode import posterior_of

NAMES = ("accuracy", "precision", "recall", "f1", "auc")


def class_figures(truth: np.ndarray, scores: np.ndarray, predicted: np.ndarray, seed: int = 0) -> dict[str, Any]:
    """n and, each as {value, low, high} with a 95 % interval, the figures in NAMES.

    Precision, recall and F1 are means over the classes that occur; AUC is that of one class against the rest, averaged
    over the classes for which there are both (for two classes: the ordinary AUC). None where nothing allows a figure.

    Args:
        truth: [N] class numbers.
        scores: [N, classes]; their order is what AUC judges.
        predicted: [N] class numbers, which everything else judges.
    """
    count, classes = scores.shape
    if count == 0:
        return {"n": 0}
    cells = np.eye(classes * classes)[truth * classes + predicted]
    areas = _AreasUnderCurves(truth, scores)

    def of(draws: np.ndarray) -> np.ndarray:
        confusion = (draws @ cells).reshape(-1, classes, classes)
        return np.column_stack([_from_confusion(confusion), areas(draws)])

    low, high = bootstrap(count, of, seed)
    return {"n": count} | entries(NAMES, of(np.ones((1, count)))[0], low, high)


def confusion(truth: np.ndarray, predicted: np.ndarray, classes: tuple[str, ...]) -> dict[str, Any]:
    """Names of the classes and the counts, a row per true class."""
    count = len(classes)
    counts = np.bincount(truth * count + predicted, minlength=count * count).reshape(count, count)
    return {"classes": list(classes), "counts": counts.tolist()}


def _from_confusion(counts: np.ndarray) -> np.ndarray:
    """Accuracy and macro precision, recall and F1 of confusion matrices [R, K, K], rows are truths: [R, 4]."""
    right = np.diagonal(counts, axis1=1, axis2=2)
    true, predicted = counts.sum(axis=2), counts.sum(axis=1)
    occurs = (true > 0) | (predicted > 0)
    precision = right / np.maximum(predicted, 1)
    recall = right / np.maximum(true, 1)
    f1 = 2 * right / np.maximum(true + predicted, 1)
    macro = [(figure * occurs).sum(axis=1) / occurs.sum(axis=1) for figure in (precision, recall, f1)]
    return np.column_stack([right.sum(axis=1) / counts.sum(axis=(1, 2)), *macro])


def roc_curve(positive: np.ndarray, scores: np.ndarray, false_rates: np.ndarray) -> np.ndarray:
    """True positive rates, 0…1, at the given false positive rates; linear between the curve's points.

    Args:
        positive: bool [N], with at least one of each.
        scores: [N]; pictures of equal score share one point.
    """
    order = np.argsort(-scores, kind="stable")
    ends = np.flatnonzero(np.diff(scores[order], append=-np.inf))
    true = np.cumsum(positive[order])[ends]
    false = ends + 1 - true
    return np.interp(false_rates, [0, *false / max(false[-1], 1)], [0, *true / max(true[-1], 1)])


class _AreasUnderCurves:
    """Mean area under the ROC curves, class against rest, of weighted pictures.

    The area is the share of pairs (one of the class, one of the rest) that the score puts in order; ties count half.
    Two classes have two equal areas.
    """

    def __init__(self, truth: np.ndarray, scores: np.ndarray):
        self.classes = [_Ranked(truth == number, column) for number, column in enumerate(scores.T)]

    def __call__(self, draws: np.ndarray) -> np.ndarray:
        areas = np.stack([ranked.area(draws) for ranked in self.classes], axis=1)
        known = ~np.isnan(areas)
        sums = np.where(known, areas, 0).sum(axis=1)
        return np.divide(sums, known.sum(axis=1), out=np.full(len(draws), np.nan), where=known.any(axis=1))


class _Ranked:
    """Pictures in the order of a score, with equal scores at one step."""

    def __init__(self, positive: np.ndarray, scores: np.ndarray):
        self.order = np.argsort(scores, kind="stable")
        self.positive = positive[self.order]
        _, self.starts = np.unique(scores[self.order], return_index=True)

    def area(self, draws: np.ndarray) -> np.ndarray:
        weights = draws[:, self.order]
        positive = np.add.reduceat(weights * self.positive, self.starts, axis=1)
        negative = np.add.reduceat(weights * ~self.positive, self.starts, axis=1)
        ordered = (positive * (negative.cumsum(axis=1) - negative / 2)).sum(axis=1)
        pairs = positive.sum(axis=1) * negative.sum(axis=1)
        return np.divide(ordered, pairs, out=np.full(len(draws), np.nan), where=pairs > 0)


def class_metrics(
    outputs: np.ndarray, test: LabelledSet, head: SingleHead, groupings: list[Grouping]
) -> dict[str, Any]:
    """Figures overall and per group, and the confusion matrix.

    Args:
        outputs: logits [N, classes].
    """
    truth = true_classes(head, test.youngest, test.genders)
    same = truth == true_classes(head, test.oldest, test.genders)
    known = same & (truth >= 0)
    probabilities, truth = posterior_of(outputs[known]), truth[known]
    predicted = probabilities.argmax(axis=1)

    def of(chosen: np.ndarray) -> dict[str, Any]:
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
        "confusion": confusion(truth, predicted, tuple(head.class_names())),
    }
