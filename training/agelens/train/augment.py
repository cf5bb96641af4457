"""Random changes to a batch of crops that keep the face's age: geometry, light, and the damage that cameras do.

Every function is vectorised over the batch, takes a generator and is a pure function of it.
"""

import math

import torch
import torch.nn.functional as F

from agelens.config import Augment

LUMA = torch.tensor([0.299, 0.587, 0.114])

# Pictures that are down-sampled or blurred share a strength with others, to work on batches.
_GROUPS = 4


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


def uniform(count: int, low: float, high: float, generator: torch.Generator) -> torch.Tensor:
    """`count` numbers drawn evenly from [low, high)."""
    return torch.rand(count, generator=generator) * (high - low) + low


def chosen(count: int, probability: float, generator: torch.Generator) -> torch.Tensor:
    """Indices of the pictures picked with `probability`, each on its own."""
    return torch.nonzero(torch.rand(count, generator=generator) < probability)[:, 0]


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
