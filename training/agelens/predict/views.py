"""What the network sees of a face: its crop and, as the app does with photos, the crop's mirror image."""

import torch
from torch import Tensor, nn

from agelens.facts import read_facts
from agelens.models.heads import Head, heads_of, slices_of

# Whether photos are read so; frames of a video have no time for it.
PHOTO_MIRRORED: bool = read_facts("estimate.json")["views"]["photo"]["mirrored"]


class PhotoViews(nn.Module):
    """A network as it reads photos: raw outputs [N, width] for normalised crops [N, 3, S, S].

    With mirror images, years are the mean of both views, and logits the logarithm of the mean probabilities.
    """

    def __init__(self, network: nn.Module, head: Head):
        super().__init__()
        self.network, self.head = network, head

    def forward(self, x: Tensor) -> Tensor:
        outputs: Tensor = self.network(x).float()
        if not PHOTO_MIRRORED:
            return outputs
        mirrored: Tensor = self.network(x.flip(3)).float()
        parts = zip(heads_of(self.head), slices_of(self.head), strict=True)
        return torch.cat([_mean(one.output, outputs[:, part], mirrored[:, part]) for one, part in parts], dim=1)


def _mean(output: str, one: Tensor, other: Tensor) -> Tensor:
    if output == "years":
        return (one + other) / 2
    return ((one.softmax(1) + other.softmax(1)) / 2).log()
