"""Random changes to a batch of crops that keep the face's age: geometry, light, and the damage that scenes do.

Every function is vectorised over the batch, takes a generator and is a pure function of it.
"""

import math

import torch
import torch.nn.functional as F

from agelens.config import Augment
from agelens.train.degrade import degrade
from agelens.train.random import chosen, uniform

LUMA = torch.tensor([0.299, 0.587, 0.114])


def augment(crops: torch.Tensor, frame: int, size: int, config: Augment, generator: torch.Generator) -> torch.Tensor:
    """Augmented inputs before normalisation.

    Args:
        crops: uint8 [B, S, S, 3], RGB; the template's frame is the central `frame` pixels.
        size: side of the result in pixels.
    Returns:
        float32 [B, 3, size, size] in 0…255.
    """
    pixels = crops.permute(0, 3, 1, 2).float()
    x = warp(pixels, _random_affine(len(crops), crops.shape[1], frame, config, generator), size)
    x = recolour(x, config, generator)
    x = degrade(x, config, generator)
    return erase(x.clamp_(0, 255), config, generator)


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


def _random_affine(count: int, side: int, frame: int, config: Augment, generator: torch.Generator) -> torch.Tensor:
    """Output → crop in normalised coordinates, [B, 2, 3]: rotation, scale, shift and flip."""
    angle = uniform(count, -1, 1, generator) * math.radians(config.rotation_degrees)
    scale = frame / side * torch.exp(uniform(count, -1, 1, generator) * math.log1p(config.scale))
    flip = torch.randint(0, 2, (count,), generator=generator) * 2 - 1
    shift = uniform(2 * count, -1, 1, generator).view(count, 2) * 2 * config.shift * frame / side
    cos, sin = torch.cos(angle) * scale, torch.sin(angle) * scale
    rows = torch.stack([cos * flip, -sin, shift[:, 0], sin * flip, cos, shift[:, 1]], dim=1)
    return rows.view(count, 2, 3)


def warp(pixels: torch.Tensor, affine: torch.Tensor, size: int) -> torch.Tensor:
    """Sample [B, 3, S, S] bilinearly at `affine` positions, edge pixels repeated outside: [B, 3, size, size]."""
    grid = F.affine_grid(affine, [len(pixels), 3, size, size], align_corners=False)
    return F.grid_sample(pixels, grid, "bilinear", padding_mode="border", align_corners=False)


def recolour(x: torch.Tensor, config: Augment, generator: torch.Generator) -> torch.Tensor:
    """Gamma on some pictures; on all, one 3×3 matrix and offset for brightness, contrast, saturation, white balance."""
    count = len(x)
    some = chosen(count, config.gamma_probability, generator)
    exponent = torch.exp(uniform(len(some), -1, 1, generator) * math.log1p(config.gamma))
    x[some] = (x[some] / 255).clamp_(1e-4, 1).pow_(exponent.view(-1, 1, 1, 1)) * 255

    saturation = 1 + uniform(count, -1, 1, generator) * config.saturation
    saturation[chosen(count, config.grey_probability, generator)] = 0
    gain = 1 + uniform(count, -1, 1, generator) * config.contrast
    balance = 1 + uniform(count * 3, -1, 1, generator).view(count, 3, 1) * config.white_balance
    matrix = saturation.view(-1, 1, 1) * torch.eye(3) + (1 - saturation).view(-1, 1, 1) * LUMA
    matrix = balance * matrix * gain.view(-1, 1, 1)
    centre = x.mean((2, 3))[:, :, None]
    light = uniform(count, -1, 1, generator).view(-1, 1, 1) * config.brightness * 127.5
    offset = balance * centre * (1 - gain.view(-1, 1, 1)) + light
    mixed = torch.baddbmm(offset, matrix, x.flatten(2))
    return mixed.view_as(x)


def erase(x: torch.Tensor, config: Augment, generator: torch.Generator) -> torch.Tensor:
    """Random erasing (Zhong et al., 2020): one grey rectangle in some pictures; changes `x` in place."""
    size = x.shape[-1]
    for index in chosen(len(x), config.erase_probability, generator).tolist():
        height, width, top, left, grey = torch.rand(5, generator=generator).tolist()
        high, wide = (int((0.1 + side * (config.erase_largest - 0.1)) * size) for side in (height, width))
        y, z = int(top * (size - high)), int(left * (size - wide))
        x[index, :, y : y + high, z : z + wide] = grey * 255
    return x
