"""Random choices for a batch, drawn from a given generator."""

import torch


def uniform(count: int, low: float, high: float, generator: torch.Generator) -> torch.Tensor:
    """`count` numbers drawn evenly from [low, high)."""
    return torch.rand(count, generator=generator) * (high - low) + low


def chosen(count: int, probability: float, generator: torch.Generator) -> torch.Tensor:
    """Indices of the pictures picked with `probability`, each on its own."""
    return torch.nonzero(torch.rand(count, generator=generator) < probability)[:, 0]
