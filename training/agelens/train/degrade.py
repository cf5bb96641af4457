"""What cameras in scenes do to a face: few pixels, blur, noise, little light."""

import math

import torch
import torch.nn.functional as F

from agelens.config import Augment
from agelens.train.random import chosen, uniform

_GROUPS = 4


def degrade(x: torch.Tensor, config: Augment, generator: torch.Generator) -> torch.Tensor:
    """Damage some pictures of float32 [B, 3, S, S] in 0…255; changes `x` in place and returns it.

    Down-sampling and blur draw one strength for each quarter of the chosen pictures, to work on batches.
    """
    for some in chosen(len(x), config.dark_probability, generator).split(len(x)):
        x[some] *= uniform(len(some), 0.25, 0.7, generator).view(-1, 1, 1, 1)
    for some in _groups(chosen(len(x), config.blur_probability, generator)):
        x[some] = blur(x[some], float(uniform(1, 0.4, config.blur_sigma, generator)))
    for some in _groups(chosen(len(x), config.downsample_probability, generator)):
        x[some] = _few_pixels(x[some], config, generator)
    for some in chosen(len(x), config.noise_probability, generator).split(len(x)):
        sigma = uniform(len(some), 0, config.noise_sigma, generator).view(-1, 1, 1, 1)
        x[some] += torch.randn(x[some].shape, generator=generator) * sigma
    return x


def _groups(indices: torch.Tensor) -> tuple[torch.Tensor, ...]:
    return indices.tensor_split(_GROUPS) if len(indices) >= _GROUPS else indices.split(1)


def _few_pixels(x: torch.Tensor, config: Augment, generator: torch.Generator) -> torch.Tensor:
    """Down to a side drawn evenly on a log scale, and back up."""
    low, high = math.log(config.downsample_smallest), math.log(config.downsample_largest)
    side = round(math.exp(float(uniform(1, low, high, generator))))
    small = F.interpolate(x, size=(side, side), mode="bilinear", antialias=True, align_corners=False)
    return F.interpolate(small, size=x.shape[-2:], mode="bilinear", align_corners=False)


def blur(x: torch.Tensor, sigma: float) -> torch.Tensor:
    """Gaussian blur of [B, C, H, W] with `sigma` in pixels, kernel to 3σ, edge pixels repeated."""
    radius = max(1, math.ceil(3 * sigma))
    steps = torch.arange(-radius, radius + 1, dtype=x.dtype)
    kernel = torch.softmax(-0.5 * (steps / sigma) ** 2, dim=0)
    channels = x.shape[1]
    x = F.pad(x, (radius,) * 4, mode="replicate")
    x = F.conv2d(x, kernel.view(1, 1, 1, -1).repeat(channels, 1, 1, 1), groups=channels)
    return F.conv2d(x, kernel.view(1, 1, -1, 1).repeat(channels, 1, 1, 1), groups=channels)
