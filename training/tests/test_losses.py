"""Losses against values computed by hand, and the head that each fits."""

import math

import numpy as np
import pytest
import torch
from pydantic import TypeAdapter

from agelens.config import Loss
from agelens.errors import AgeLensError
from agelens.models.heads import Head
from agelens.train.batches import Batch
from agelens.train.losses import age_loss, check_loss, years_loss
from agelens.train.trainee import own_loss

HEAD = TypeAdapter(Head)
YOUNG_OLD = {
    "kind": "age-groups",
    "groups": [{"name": "young", "low": 0, "high": 39}, {"name": "old", "low": 40, "high": 99}],
}
TWO = {
    "kind": "multi",
    "heads": [{"kind": "age-regression", "name": "age"}, {"kind": "gender", "name": "gender"}],
}


def _batch(ages: list[float], genders: list[int]) -> Batch:
    labels = torch.tensor(genders)
    return Batch(torch.zeros(len(ages), 3, 2, 2), torch.tensor(ages), labels, labels)


def test_cross_entropy_of_even_logits_is_the_logarithm_of_the_classes() -> None:
    loss = age_loss(torch.zeros(2, 31), torch.tensor([20.0, 50.0]), Loss(kind="cross-entropy"), torch.arange(20, 51))
    assert loss.item() == pytest.approx(math.log(31))


def test_mean_variance_adds_half_the_squared_error_and_the_variance() -> None:
    logits = torch.log(torch.tensor([[0.5, 0.25, 0.25]]))
    loss = age_loss(logits, torch.tensor([0.0]), Loss(kind="mean-variance", mean_weight=0.2, variance_weight=0.05))
    mean, variance = 0.75, 0.25 + 4 * 0.25 - 0.75**2
    assert loss.item() == pytest.approx(math.log(2) + 0.1 * mean**2 + 0.05 * variance, rel=1e-6)


def test_the_ordinal_loss_asks_for_every_year_whether_the_face_is_older() -> None:
    logits = torch.log(torch.tensor([[0.1, 0.3, 0.6]]))
    loss = age_loss(logits, torch.tensor([1.0]), Loss(kind="ordinal"))
    assert loss.item() == pytest.approx(-(math.log(0.9) + math.log(0.4)) / 2, rel=1e-6)


def test_regressions_count_years() -> None:
    years, ages = torch.tensor([30.0, 31.0]), torch.tensor([40.0, 30.0])
    assert years_loss(years, ages, Loss(kind="l1")).item() == pytest.approx(5.5)
    assert years_loss(years, ages, Loss(kind="huber", huber_delta=2.0)).item() == pytest.approx((9 + 0.25) / 2)


def test_groups_and_two_heads_learn_by_cross_entropy() -> None:
    groups = own_loss(
        HEAD.validate_python(YOUNG_OLD), torch.log(torch.tensor([[0.2, 0.8]])), _batch([39.0], [0]), Loss()
    )
    assert groups.item() == pytest.approx(-math.log(0.2))
    config = Loss(kind="l1", head_weights={"gender": 0.5})
    both = own_loss(HEAD.validate_python(TWO), torch.tensor([[33.0, 0.0, 0.0]]), _batch([30.0], [1]), config)
    assert both.item() == pytest.approx(3 + 0.5 * math.log(2), rel=1e-6)


@pytest.mark.parametrize(
    ("head", "loss", "message"),
    [
        ({"kind": "age-regression"}, Loss(), r"'label-distribution' does not fit a head of kind 'age-regression'"),
        ({"kind": "age-posterior", "bins": 9}, Loss(kind="l1"), r"choose label-distribution, cross-entropy"),
        (TWO, Loss(kind="l1", head_weights={"sex": 1}), r"head_weights names 'sex'"),
    ],
)
def test_losses_that_do_not_fit_are_refused(head: dict, loss: Loss, message: str) -> None:
    with pytest.raises(AgeLensError, match=message):
        check_loss(HEAD.validate_python(head), loss)


@pytest.mark.parametrize("kind", ["label-distribution", "cross-entropy", "mean-variance", "ordinal"])
def test_every_loss_of_ages_as_classes_falls_towards_the_right_age(kind: str) -> None:
    logits = torch.zeros(4, 21, requires_grad=True)
    ages, years = torch.tensor([20.0, 25.0, 33.0, 40.0]), torch.arange(20, 41)
    optimiser = torch.optim.Adam([logits], lr=0.2)
    for _ in range(150):
        optimiser.zero_grad()
        age_loss(logits, ages, Loss(kind=kind), years).backward()
        optimiser.step()
    assert np.abs(logits.argmax(1).numpy() + 20 - ages.numpy()).max() <= 1
