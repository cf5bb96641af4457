import numpy as np
import pytest
from sklearn.metrics import precision_recall_fscore_support, roc_auc_score
from sklearn.metrics import roc_curve as their_roc_curve

from agelens.evaluate.classification import class_figures, confusion, roc_curve


def _pictures(classes: int, count: int = 300) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(classes)
    truth = rng.integers(0, classes, count)
    scores = rng.dirichlet(np.ones(classes), count) + 0.3 * np.eye(classes)[truth]
    return truth, np.round(scores / scores.sum(axis=1, keepdims=True), 2)


@pytest.mark.parametrize("classes", [2, 3, 9])
def test_figures_are_those_of_scikit_learn(classes: int) -> None:
    truth, scores = _pictures(classes)
    predicted = scores.argmax(axis=1)
    result = class_figures(truth, scores, predicted)
    precision, recall, f1, _ = precision_recall_fscore_support(truth, predicted, average="macro", zero_division=0)
    expected = {"accuracy": (truth == predicted).mean(), "precision": precision, "recall": recall, "f1": f1}
    areas = [roc_auc_score(truth == number, scores[:, number]) for number in range(classes)]
    expected["auc"] = np.mean(areas)
    assert {name: result[name]["value"] for name in expected} == pytest.approx(expected, abs=1e-4)
    assert all(result[name]["low"] < result[name]["value"] < result[name]["high"] for name in expected)


def test_intervals_have_the_width_of_a_binomial() -> None:
    truth = np.array([0, 1] * 500)
    predicted = np.where(np.arange(1000) % 5 == 0, 1 - truth, truth)
    entry = class_figures(truth, np.eye(2)[predicted], predicted)["accuracy"]
    assert entry["high"] - entry["low"] == pytest.approx(2 * 1.96 * (0.8 * 0.2 / 1000) ** 0.5, rel=0.08)


def test_one_class_alone_has_no_area_and_no_pictures_have_nothing() -> None:
    scores = np.array([[0.9, 0.1], [0.4, 0.6]])
    result = class_figures(np.array([0, 0]), scores, scores.argmax(axis=1))
    assert result["auc"] is None
    assert result["accuracy"]["value"] == 0.5
    assert class_figures(np.zeros(0, int), np.zeros((0, 2)), np.zeros(0, int)) == {"n": 0}


def test_confusion_has_a_row_per_label() -> None:
    table = confusion(np.array([0, 0, 1, 2]), np.array([0, 1, 1, 1]), ("young", "middle", "old"))
    assert table == {"classes": ["young", "middle", "old"], "counts": [[1, 1, 0], [0, 1, 0], [0, 1, 0]]}


@pytest.mark.parametrize("digits", [1, 6])
def test_roc_curve_is_that_of_scikit_learn(digits: int) -> None:
    """Scores of one digit tie often."""
    rng = np.random.default_rng(3)
    positive = rng.random(200) < 0.3
    scores = np.round(rng.random(200) + 0.4 * positive, digits)
    rates = np.linspace(0, 1, 101)
    false, true, _ = their_roc_curve(positive, scores)
    assert roc_curve(positive, scores, rates) == pytest.approx(np.interp(rates, false, true))
