"""AdamW with weight decay on weights only."""

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
