"""Weights with fewer bits, as TensorFlow.js' layers format stores them.

float16 is IEEE half precision. uint8 is affine with one range per tensor, value = min + scale · k, k = 0 … 255; biases,
tensors of few numbers and depthwise kernels stay in float16, because they weigh little and matter much.
"""

from dataclasses import dataclass
from typing import Any, Literal, get_args

import torch

Precision = Literal["float32", "float16", "uint8"]
PRECISIONS: tuple[Precision, ...] = get_args(Precision)

_STEPS = 255
_LARGE = 1024
_CLIPS = torch.linspace(0.6, 1.0, 21)


@dataclass(frozen=True)
class Stored:
    """A tensor as it comes back after loading, and how it was written: min and scale of uint8."""

    values: torch.Tensor
    dtype: Precision
    low: float = 0.0
    scale: float = 0.0

    @property
    def bytes(self) -> int:
        return self.values.numel() * {"float32": 4, "float16": 2, "uint8": 1}[self.dtype]

    def to_json(self) -> dict[str, Any]:
        return {"dtype": self.dtype, **({"min": self.low, "scale": self.scale} if self.dtype == "uint8" else {})}


def store(weights: dict[str, torch.Tensor], precision: Precision) -> dict[str, Stored]:
    """Every weight of an export at a precision."""
    return {name: _stored(values, precision) for name, values in weights.items()}


def _stored(values: torch.Tensor, precision: Precision) -> Stored:
    if precision == "float32":
        return Stored(values, "float32")
    if precision == "float16" or values.numel() < _LARGE or _is_depthwise(values):
        return Stored(values.half().float(), "float16")
    candidates = [_affine(values, float(clip)) for clip in _CLIPS]
    return min(candidates, key=lambda one: float((one.values - values).square().sum()))


def _is_depthwise(values: torch.Tensor) -> bool:
    return values.ndim == 4 and values.shape[1] == 1


def _affine(values: torch.Tensor, clip: float) -> Stored:
    """The range of the values shrunk to a share `clip` around its middle; 0 is representable, as padding wants it."""
    low, high = float(values.min()) * clip, float(values.max()) * clip
    scale = (high - low) / _STEPS or 1.0
    low = -round(-low / scale) * scale
    steps = ((values - low) / scale).round().clamp(0, _STEPS)
    return Stored(steps * scale + low, "uint8", low, scale)
