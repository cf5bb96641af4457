import math

import numpy as np
import pytest
import torch
from torch import nn

from agelens.config import Loss, Optimiser, Sampling, Schedule
from agelens.data.labels import UNKNOWN
from agelens.train.batches import epoch_order, picture_weights
from agelens.train.losses import age_loss, expected_age, label_distribution
from agelens.train.optimiser import Ema, build_optimiser
from agelens.train.schedule import input_size, rate_factor


def test_label_distribution_widens_with_age_and_sums_to_one() -> None:
    rows = label_distribution(torch.tensor([1.0, 40.0]), 101, Loss())
    years = torch.arange(101.0)
    variance = (rows * (years - (rows @ years)[:, None]) ** 2).sum(1)
    assert torch.allclose(rows.sum(1), torch.ones(2))
    assert variance[1].item() == pytest.approx(2.6**2, rel=1e-3)
    assert variance[0] < 0.65**2


def test_the_loss_is_zero_at_the_label_distribution_and_counts_years() -> None:
    ages = torch.tensor([30.0, 50.0])
    right = label_distribution(ages, 101, Loss()).clamp_min(1e-30).log()
    assert age_loss(right, ages, Loss()).item() == pytest.approx(0, abs=1e-5)
    shifted = age_loss(right.roll(4, dims=1), ages, Loss(expected_weight=1.0))
    without = age_loss(right.roll(4, dims=1), ages, Loss(expected_weight=0.0))
    assert (shifted - without).item() == pytest.approx(4 - 2.0 / 2, rel=1e-2)


def test_expected_age_of_even_logits_is_the_middle() -> None:
    assert expected_age(torch.zeros(1, 101)).item() == pytest.approx(50)


def test_sampling_follows_the_weights_and_is_repeatable() -> None:
    ages = np.repeat([20, 70], [90, 10])
    weights = picture_weights(ages, np.zeros(100, int), Sampling(power=0.5))
    assert weights[-1] / weights[0] == pytest.approx(3)
    order = epoch_order(weights, seed=1, epoch=4)
    shown = np.bincount(order, minlength=100)
    assert len(order) == 100
    assert (np.abs(shown - weights) < 1).all()
    assert (order == epoch_order(weights, 1, 4)).all()
    assert (order != epoch_order(weights, 1, 5)).any()


def test_rare_ethnicities_can_be_drawn_more_often() -> None:
    ethnicities = np.repeat([0, 1, UNKNOWN], [80, 10, 10])
    weights = picture_weights(np.full(100, 30), ethnicities, Sampling(ethnicity_power=1.0))
    assert weights[[0, 80, 90]] == pytest.approx([90 / 160, 4.5, 1.0])


def test_schedules() -> None:
    trapezoid = Schedule(warmup=0.1, decay=0.5, sizes=[(0.5, 128), (0.0, 96)])
    assert [rate_factor(p, trapezoid) for p in (0.05, 0.3, 0.75, 1.0)] == pytest.approx([0.5, 1, 0.5, 0])
    cosine = Schedule(kind="cosine", warmup=0.0)
    assert [rate_factor(p, cosine) for p in (0.0, 0.5, 1.0)] == pytest.approx([1, 0.5, 0], abs=1e-12)
    twice = Schedule(kind="cosine", warmup=0.1, restarts=[(0.5, 0.4)])
    found = [rate_factor(p, twice) for p in (0.025, 0.05, 0.275, 0.4999, 0.5, 0.525, 0.55, 0.775, 1.0)]
    assert found == pytest.approx([0.5, 1, 0.5, 0, 0, 0.2, 0.4, 0.2, 0], abs=1e-5)
    assert [input_size(p, trapezoid) for p in (0.0, 0.49, 0.5, 1.0)] == [96, 96, 128, 128]


def test_the_average_follows_by_the_decay() -> None:
    source = nn.BatchNorm1d(1)
    ema = Ema(source, decay=0.9)
    nn.init.constant_(source.weight, 2.0)
    source.running_mean.fill_(1.0)
    ema.update(source, step=0)
    assert ema.network.weight.item() == pytest.approx(1 + 0.9)
    ema.update(source, step=10_000)
    assert ema.network.weight.item() == pytest.approx(1.9 + 0.01)
    assert ema.network.running_mean.item() == pytest.approx(0.9 + 0.01)


def test_norms_and_biases_are_not_decayed() -> None:
    modules = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4))
    decayed, free = build_optimiser(modules, Optimiser(weight_decay=0.5)).param_groups
    assert [p.ndim for p in decayed["params"]] == [4]
    assert (decayed["weight_decay"], free["weight_decay"], len(free["params"])) == (0.5, 0.0, 3)
    assert math.isclose(decayed["lr"], 3e-3)
