"""Damage to crops in measured doses."""

import io
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from agelens.analyse.cover import cover_eyes, cover_from_above, cover_from_below
from agelens.predict.logits import central
from agelens.train.augment import blur, warp

# Directions in steps of this angle never repeat and are spread evenly.
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


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


def _shifted(crops: torch.Tensor, frame: int, size: int, share: float) -> torch.Tensor:
    """As if the detector had missed by `share` of the crop's side, each picture in another direction."""
    scale, angles = frame / crops.shape[1], torch.arange(len(crops)) * _GOLDEN_ANGLE
    affine = torch.zeros(len(crops), 2, 3)
    affine[:, 0, 0] = affine[:, 1, 1] = scale
    affine[:, :, 2] = 2 * share * scale * torch.stack([angles.cos(), angles.sin()], dim=1)
    return warp(crops.permute(0, 3, 1, 2).float(), affine, size)


def _compressed(crops: torch.Tensor, frame: int, size: int, quality: float) -> torch.Tensor:
    """Through a JPEG encoder; quality 100 stands for no compression."""
    x = central(crops, frame, size)
    if quality >= 100:
        return x
    pixels = x.round().clamp(0, 255).byte().permute(0, 2, 3, 1).numpy()
    return (
        torch.from_numpy(np.stack([_through_jpeg(one, round(quality)) for one in pixels])).permute(0, 3, 1, 2).float()
    )


def _through_jpeg(pixels: np.ndarray, quality: int) -> np.ndarray:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=quality)
    return np.array(Image.open(file))


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
    Damage("shift", "Found beside the face", "share of the crop's side", (0, 0.03, 0.06, 0.1, 0.15), _shifted),
    Damage("occlusion", "Covered from below", "share of the crop", (0, 0.15, 0.3, 0.45, 0.6), cover_from_below),
    Damage("hat", "Covered from above", "share of the crop", (0, 0.06, 0.12, 0.18, 0.24), cover_from_above),
    Damage("glasses", "Dark glasses", "share of the light kept back", (0, 0.25, 0.5, 0.75, 1), cover_eyes),
    Damage("jpeg", "JPEG", "quality", (100, 40, 20, 10, 5), _compressed),
    Damage("scale", "Few pixels", "side of the face in pixels", (128, 64, 40, 24, 16), _small),
)
