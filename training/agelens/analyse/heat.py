"""Maps of what one answer rests on."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from agelens.analyse.cover import GREY
from agelens.config import Config
from agelens.models.heads import SingleHead
from agelens.models.network import Network
from agelens.predict.logits import normalise

PATCH, STEP = 24, 8


def answer(outputs: torch.Tensor, head: SingleHead) -> torch.Tensor:
    """One number per picture, [B], differentiable: expected years, or the probability of the first class."""
    if head.output == "years":
        return outputs[:, 0]
    shares = outputs.softmax(dim=1)
    if head.figures != "years":
        return shares[:, 0]
    return shares @ torch.from_numpy(head.ages_of_classes()).to(shares.dtype)


@torch.inference_mode()
def occlusion_map(network: Network, config: Config, head: SingleHead, part: slice, pixels: torch.Tensor) -> np.ndarray:
    """How the answer changes when a grey patch hides each place (Zeiler and Fergus, 2014).

    Args:
        pixels: float32 [3, S, S] in 0…255.
    Returns:
        [S, S] answer − answer with the place hidden: positive where the place raises the answer. Averaged over patches.
    """
    size = pixels.shape[-1]
    patch, step = PATCH * size // 128, max(STEP * size // 128, 1)
    starts = [(y, x) for y in range(0, size - patch + 1, step) for x in range(0, size - patch + 1, step)]
    hidden = pixels.repeat(len(starts), 1, 1, 1)
    for number, (y, x) in enumerate(starts):
        hidden[number, :, y : y + patch, x : x + patch] = GREY
    batch = normalise(torch.cat([pixels[None], hidden]), config.normalisation.mean, config.normalisation.std)
    answers = torch.cat([answer(network(some)[:, part], head) for some in batch.split(64)])
    total, count = torch.zeros(size, size), torch.zeros(size, size)
    for (y, x), change in zip(starts, answers[0] - answers[1:], strict=True):
        total[y : y + patch, x : x + patch] += change
        count[y : y + patch, x : x + patch] += 1
    return (total / count.clamp(min=1)).numpy()


def activation_map(network: Network, config: Config, head: SingleHead, part: slice, pixels: torch.Tensor) -> np.ndarray:
    """Gradient-weighted class activation map (Selvaraju et al., 2017) of the answer, signed.

    Returns:
        [S, S]: Σ over channels of mean gradient × activation after the last layer that still has places, enlarged.
    """
    kept: list[torch.Tensor] = []
    handle = _last_places(network).register_forward_hook(lambda _module, _inputs, output: kept.append(output))
    try:
        x = normalise(pixels[None], config.normalisation.mean, config.normalisation.std)
        with torch.enable_grad():
            value = answer(network(x.requires_grad_())[:, part], head)[0]
            (gradient,) = torch.autograd.grad(value, kept[-1])
    finally:
        handle.remove()
    weighted = (gradient.mean((2, 3), keepdim=True) * kept[-1]).sum(dim=1, keepdim=True).detach()
    size = pixels.shape[-1]
    return F.interpolate(weighted, size=(size, size), mode="bilinear", align_corners=False)[0, 0].numpy()


def _last_places(network: Network) -> nn.Module:
    """The layer before the first that gives a vector: pooling over all places, or flattening."""
    kinds = [layer.kind for layer in network.spec.layers]
    vector = next(number for number, kind in enumerate(kinds) if kind in ("global-average-pool", "flatten", "dense"))
    return network.body[vector - 1]
