"""Neighbouring convolutions brought to equal ranges, channel by channel, so that one range per tensor suits them all.

Folding batch normalisation leaves depthwise networks with channels of very different sizes, which eight bits per weight
can't hold in one range. Where a channel passes through an activation with f(s·x) = s·f(x), it may leave one convolution
s times smaller and enter the next s times larger (Nagel et al., Data-Free Quantization Through Weight Equalization and
Bias Correction, 2019, section 4.1).
"""

from collections.abc import Iterator
from itertools import pairwise

import torch
from torch import nn

from agelens.models.blocks import ConvUnit, bias_of
from agelens.models.network import Network

_ROUNDS = 10
_HOMOGENEOUS = (nn.ReLU, nn.LeakyReLU, nn.Identity)


@torch.no_grad()
def equalise(folded: Network) -> Network:
    """The same function with other weights, in place: both ranges of a channel become √(range before · range after)."""
    for _ in range(_ROUNDS):
        for first, second in _neighbours(folded):
            _equalise_pair(first, second)
    return folded


def _neighbours(folded: Network) -> Iterator[tuple[nn.Conv2d, nn.Conv2d]]:
    for first, second in pairwise(folded.body.children()):
        if isinstance(first, ConvUnit) and isinstance(second, ConvUnit) and isinstance(first.act, _HOMOGENEOUS):
            yield first.conv, second.conv


def _equalise_pair(first: nn.Conv2d, second: nn.Conv2d) -> None:
    """Weights of a convolution are [out, in / groups, y, x]; those of a depthwise one have the channel first, too."""
    across = (1, 2, 3) if second.groups > 1 else (0, 2, 3)
    before, after = first.weight.abs().amax((1, 2, 3)), second.weight.abs().amax(across)
    alive = (before > 0) & (after > 0)
    factor = torch.where(alive, (after / before).sqrt(), 1.0)
    first.weight.mul_(factor[:, None, None, None])
    bias_of(first).mul_(factor)
    second.weight.div_(factor[:, None, None, None] if second.groups > 1 else factor[None, :, None, None])
