"""Running a network over many crops."""

import numpy as np
import torch
from torch import nn

from agelens.config import Normalisation
from agelens.train.augment import central, normalise


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
