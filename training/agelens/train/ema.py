"""Exponential moving average of a network's parameters and running statistics."""

import copy

import torch
from torch import nn


class Ema:
    """Keeps `network`, the average that is evaluated and exported; early on it follows faster (timm's warm-up)."""

    def __init__(self, source: nn.Module, decay: float):
        self.network = copy.deepcopy(source).eval().requires_grad_(False)
        self.decay = decay

    @torch.no_grad()
    def update(self, source: nn.Module, step: int) -> None:
        """Move the average towards `source` after optimiser step number `step`, counted from 0."""
        keep = min(self.decay, (1 + step) / (10 + step))
        average, current = self.network.state_dict(), source.state_dict()
        floating = [name for name, value in average.items() if value.is_floating_point()]
        torch._foreach_lerp_([average[n] for n in floating], [current[n] for n in floating], 1 - keep)
