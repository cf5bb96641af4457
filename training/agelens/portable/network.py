"""The network as other programs call it."""

from typing import Any

import torch
from torch import nn

from agelens.export.bundle import Export


class Portable(nn.Module):
    """Pixels in, answers out.

    Input: float32 [N, 3, S, S], RGB 0…255, aligned crops. Output: one tensor per head, [N, width] each: probabilities
    that sum to 1, or years. Several heads give a tuple in their order.
    """

    mean: torch.Tensor
    scale: torch.Tensor

    def __init__(self, export: Export):
        super().__init__()
        self.network = export.network
        self.parts = [(reader.part, reader.head.output == "years") for reader in export.readers]
        self.register_buffer("mean", torch.tensor(export.normalisation.mean).view(1, -1, 1, 1))
        self.register_buffer("scale", 1 / torch.tensor(export.normalisation.std).view(1, -1, 1, 1))
        self.eval()

    def forward(self, pixels: torch.Tensor) -> torch.Tensor | tuple[torch.Tensor, ...]:
        outputs = self.network((pixels - self.mean) * self.scale)
        answers = [outputs[:, part] if years else outputs[:, part].softmax(dim=1) for part, years in self.parts]
        return answers[0] if len(answers) == 1 else tuple(answers)


def answer_names(export: Export) -> list[str]:
    """Names of the outputs: those of the heads."""
    return [reader.head.name or "answer" for reader in export.readers]


def licence_of(export: Export) -> str:
    """On what terms the weights may be used; the app's manifest and exported folders say it in two places."""
    content = export.content
    return str(content["licence"] if "licence" in content else content["training"]["licence"])


def example_pixels(export: Export, count: int = 1) -> torch.Tensor:
    """A smooth picture that is the same every time, float32 [count, 3, S, S] in 0…255."""
    size = export.network.spec.input.size
    y, x = torch.meshgrid(torch.linspace(0, 1, size), torch.linspace(0, 1, size), indexing="ij")
    waves = [torch.sin(6 * x + k) * torch.cos(5 * y - k) for k in range(3 * count)]
    return (127.5 + 120 * torch.stack(waves)).view(count, 3, size, size)


def largest_difference(expected: torch.Tensor | tuple[torch.Tensor, ...], found: list[Any]) -> float:
    """Over all answers: probabilities differ by at most this much, or years."""
    parts = (expected,) if isinstance(expected, torch.Tensor) else expected
    return max(float((one - torch.as_tensor(two)).abs().max()) for one, two in zip(parts, found, strict=True))
