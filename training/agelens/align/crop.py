"""Resampling a picture into a square crop; the browser's shader does exactly the same sums."""

import math

import torch
import torch.nn.functional as F

from agelens.align.similarity import Similarity

MAX_SAMPLES = 16


def samples_per_side(to_crop: Similarity) -> int:
    """n = clamp(ceil(k), 1, 16), where k is the number of source pixels along one crop pixel."""
    return min(max(math.ceil(1 / abs(to_crop.scale)), 1), MAX_SAMPLES)


def crop(picture: torch.Tensor, to_crop: Similarity, size: int, margin: int = 0) -> torch.Tensor:
    """Crop of side `size` + 2·`margin` pixels around the template's frame of side `size`.

    Each crop pixel is the mean over n×n sub-samples, read bilinearly between pixel centres, clamped to the edge.

    Args:
        picture: float32 [C, H, W], any range (0…255 by convention).
        to_crop: source → crop for the frame of side `size`.
    Returns:
        float32 [C, S, S] in the picture's range, not rounded; S = size + 2·margin.
    """
    n, side = samples_per_side(to_crop), size + 2 * margin
    steps = (torch.arange(side * n, dtype=torch.float64) + 0.5) / n - margin
    grid = _source_grid(steps, to_crop.inverse())
    height, width = picture.shape[-2:]
    extent = torch.tensor([width, height], dtype=torch.float64)
    grid = (2 * grid / extent - 1).to(picture.dtype)
    fine = F.grid_sample(picture[None], grid[None], "bilinear", padding_mode="border", align_corners=False)
    return F.avg_pool2d(fine, n)[0]


def _source_grid(steps: torch.Tensor, to_source: Similarity) -> torch.Tensor:
    """Source positions (x, y) of all crop positions steps × steps, float64 [P, P, 2]."""
    y, x = torch.meshgrid(steps, steps, indexing="ij")
    a, b = to_source.scale.real, to_source.scale.imag
    return torch.stack([a * x - b * y + to_source.shift.real, b * x + a * y + to_source.shift.imag], dim=-1)
