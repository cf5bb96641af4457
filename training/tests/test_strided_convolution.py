"""Strided depthwise convolutions compute the same while training, where they take another way."""

import pytest
import torch

from agelens.models.blocks import SameConv2d


@pytest.mark.parametrize("side", [9, 10])
def test_training_and_reading_agree_and_so_do_gradients(side: int) -> None:
    torch.manual_seed(1)
    conv = SameConv2d(4, 4, kernel=3, stride=2, groups=4)
    x = torch.randn(2, 4, side, side, requires_grad=True)
    results = []
    for training in (False, True):
        out = conv.train(training)(x)
        results.append((out, *torch.autograd.grad(out.square().sum(), (x, conv.weight))))
    for reading, learning in zip(*results, strict=True):
        torch.testing.assert_close(learning, reading)
