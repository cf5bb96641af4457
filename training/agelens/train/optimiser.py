"""AdamW with weight decay on weights only, and the average of the weights that is evaluated."""

import copy

import torch
from torch import nn

from agelens.config import Optimiser


def build_optimiser(modules: nn.Module, config: Optimiser) -> torch.optim.AdamW:
    """Norm parameters and biases (one-dimensional) are not decayed."""
    parameters = list(modules.parameters())
    groups = [
        {"params": [p for p in parameters if p.ndim > 1], "weight_decay": config.weight_decay},
        {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=config.learning_rate, betas=(0.9, config.second_moment_decay), fused=True)


def set_rate(optimiser: torch.optim.Optimizer, rate: float) -> None:
    """Use this learning rate from now on."""
    for group in optimiser.param_groups:
        group["lr"] = rate


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
