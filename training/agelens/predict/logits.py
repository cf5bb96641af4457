"""Running a network over many crops."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from agelens.config import Normalisation


@torch.inference_mode()
def predict_logits(
    network: nn.Module,
    crops: torch.Tensor,
    frame: int,
    size: int,
    normalisation: Normalisation,
    bf16: bool = False,
    batch: int = 128,
) -> np.ndarray:
    """Logits of the plain central crops, float32 [N, bins].

    Args:
        crops: uint8 [N, S, S, 3] with the template's frame in the central `frame` pixels.
        size: side of the network's input in pixels.
    """
    network.eval()
    parts = []
    for some in crops.split(batch):
        x = normalise(central(some, frame, size), normalisation.mean, normalisation.std)
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            parts.append(network(x).float())
    return torch.cat(parts).numpy()


def central(crops: torch.Tensor, frame: int, size: int) -> torch.Tensor:
    """The template's frame without any change but scaling: uint8 [B, S, S, 3] → float32 [B, 3, size, size]."""
    margin = (crops.shape[1] - frame) // 2
    inner = crops[:, margin : margin + frame, margin : margin + frame]
    x = inner.permute(0, 3, 1, 2).float()
    if size == frame:
        return x
    return F.interpolate(x, size=(size, size), mode="bilinear", antialias=True, align_corners=False)


def normalise(x: torch.Tensor, mean: tuple[float, ...], std: tuple[float, ...]) -> torch.Tensor:
    """(x − mean) / std per channel, in channels-last memory order."""
    shift = torch.tensor(mean).view(1, -1, 1, 1)
    scale = 1 / torch.tensor(std).view(1, -1, 1, 1)
    return ((x - shift) * scale).contiguous(memory_format=torch.channels_last)
