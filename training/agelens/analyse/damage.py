"""Damage to crops in measured doses."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from agelens.train.augment import central, warp
from agelens.train.degrade import blur

GREY = 127.5


@dataclass(frozen=True)
class Damage:
    """One kind of damage; the first level is none. `apply` maps uint8 [B, S, S, 3] to float32 [B, 3, size, size]."""

    key: str
    title: str
    unit: str
    levels: tuple[float, ...]
    apply: Callable[[torch.Tensor, int, int, float], torch.Tensor]


def _blurred(crops: torch.Tensor, frame: int, size: int, sigma: float) -> torch.Tensor:
    x = central(crops, frame, size)
    return blur(x, sigma) if sigma else x


def _noisy(crops: torch.Tensor, frame: int, size: int, sigma: float) -> torch.Tensor:
    x = central(crops, frame, size)
    noise = torch.randn(x.shape, generator=torch.Generator().manual_seed(0))
    return (x + sigma * noise).clamp(0, 255)


def _lit(crops: torch.Tensor, frame: int, size: int, stops: float) -> torch.Tensor:
    """Exposure: each stop doubles the light; what is too bright clips."""
    return (central(crops, frame, size) * 2**stops).clamp(0, 255)


def _rotated(crops: torch.Tensor, frame: int, size: int, degrees: float) -> torch.Tensor:
    """As if the detector's keypoints were turned; what lies outside of the crop repeats its edge."""
    angle, scale = math.radians(degrees), frame / crops.shape[1]
    cos, sin = math.cos(angle) * scale, math.sin(angle) * scale
    affine = torch.tensor([[cos, -sin, 0.0], [sin, cos, 0.0]]).expand(len(crops), 2, 3)
    return warp(crops.permute(0, 3, 1, 2).float(), affine, size)


def _covered(crops: torch.Tensor, frame: int, size: int, share: float) -> torch.Tensor:
    """A grey bar from below, like a mask or a scarf, over `share` of the crop."""
    x = central(crops, frame, size).clone()
    rows = round(share * size)
    x[:, :, size - rows :] = GREY
    return x


def _small(crops: torch.Tensor, frame: int, size: int, side: float) -> torch.Tensor:
    x = central(crops, frame, size)
    if side >= size:
        return x
    small = F.interpolate(x, size=(round(side), round(side)), mode="bilinear", antialias=True, align_corners=False)
    return F.interpolate(small, size=(size, size), mode="bilinear", align_corners=False)


DAMAGES = (
    Damage("blur", "Blur", "σ in pixels of the crop", (0, 1, 2, 3, 4), _blurred),
    Damage("noise", "Noise", "σ in grey levels", (0, 10, 20, 35, 50), _noisy),
    Damage("dark", "Too little light", "stops", (0, -1, -2, -3, -4), _lit),
    Damage("bright", "Too much light", "stops", (0, 0.5, 1, 1.5, 2), _lit),
    Damage("rotation", "Rotation", "degrees", (0, 10, 20, 35, 50), _rotated),
    Damage("occlusion", "Covered from below", "share of the crop", (0, 0.15, 0.3, 0.45, 0.6), _covered),
    Damage("scale", "Few pixels", "side of the face in pixels", (128, 64, 40, 24, 16), _small),
)
