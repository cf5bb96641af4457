"""The flagship's way of training: these numbers must not change unnoticed."""

import pytest
import torch
from tiny import TINY

from agelens.config import Config
from agelens.models.build import build
from agelens.models.spec import Spec
from agelens.train.batches import Batch
from agelens.train.loop import step
from agelens.train.optimiser import build_optimiser, set_rate
from agelens.train.trainee import Trainee


def test_three_steps_of_a_posterior_with_auxiliary_heads() -> None:
    torch.manual_seed(7)
    auxiliary = {"gender_weight": 0.1, "ethnicity_weight": 0.1}
    config = Config.model_validate({"name": "pin", "spec": "-", "loss": auxiliary, "runtime": {"bf16": False}})
    trainee = Trainee(build(Spec.model_validate(TINY))).to(memory_format=torch.channels_last)
    optimiser = build_optimiser(trainee, config.optimiser)
    set_rate(optimiser, 1e-3)
    x = torch.randn(8, 3, 32, 32, generator=torch.Generator().manual_seed(1))
    numbers = torch.arange(8)
    batch = Batch(x, numbers * 12.0, numbers % 2, numbers % 5)
    losses = [step(trainee, optimiser, batch, config) for _ in range(3)]
    assert losses == pytest.approx([5.139957427978516, 5.137375354766846, 5.133147239685059], rel=1e-6)
    network = trainee.network
    assert network.head.weight.double().abs().sum().item() == pytest.approx(6.775136348122032, rel=1e-5)
    assert network.body.stem.conv.weight.double().sum().item() == pytest.approx(0.1488387380959466, rel=1e-4)
