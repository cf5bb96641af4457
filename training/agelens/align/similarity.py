"""Similarity transforms crop = a·z + t on complex pixel coordinates (centre of pixel (i, j) at i + 0.5, j + 0.5)."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from agelens.align.template import Template
from agelens.data.keypoints import Detection
from agelens.facts import read_facts

_PLAUSIBLE = read_facts("face.json")["plausibleSideRatio"]


# A point, or points [K].
Z = TypeVar("Z", complex, np.ndarray)


@dataclass(frozen=True)
class Similarity:
    """Maps source to crop, z ↦ scale·z + shift; |scale| is crop pixels per source pixel, its angle the rotation."""

    scale: complex
    shift: complex

    def inverse(self) -> "Similarity":
        """The transform from crop back to source."""
        return Similarity(1 / self.scale, -self.shift / self.scale)

    def __call__(self, z: Z) -> Z:
        return self.scale * z + self.shift


@dataclass(frozen=True)
class Placement:
    """How a face was placed: source → crop, by "keypoints" or by "box", and the fit's RMS residual (crop sides)."""

    to_crop: Similarity
    source: str
    residual: float


def fit(source: np.ndarray, target: np.ndarray) -> Similarity:
    """Least squares source → target over complex points [K]: Umeyama (1991) in two dimensions.

    Fitting in this direction keeps the scale right for profile views, where horizontal distances collapse.
    """
    p, q = source - source.mean(), target - target.mean()
    scale = complex(np.vdot(p, q) / max(np.vdot(p, p).real, 1e-12))
    return Similarity(scale, complex(target.mean() - scale * source.mean()))


def place(detection: Detection, template: Template, size: int) -> Placement:
    """Source → crop of side `size` pixels from eyes, nose and mouth, or from the box where they are implausible."""
    points = detection.points[:4]
    similarity = fit(points, template.points * size)
    error = np.abs(similarity(points) - template.points * size) / size
    residual = float(np.sqrt(np.mean(error**2)))
    if residual <= template.max_residual and _scale_is_plausible(similarity, detection, template, size):
        return Placement(similarity, "keypoints", residual)
    return Placement(_by_box(detection, template, size), "box", residual)


def _scale_is_plausible(similarity: Similarity, detection: Detection, template: Template, size: int) -> bool:
    """Is crop side over box width plausibly near its usual value 1/box_side?"""
    box_in_crop = abs(similarity.scale) * detection.box[2] / size
    if box_in_crop <= 0:
        return False
    return _PLAUSIBLE["min"] <= template.box_side / box_in_crop <= _PLAUSIBLE["max"]


def _by_box(detection: Detection, template: Template, size: int) -> Similarity:
    x, y, width, height = detection.box
    scale = template.box_side * size / width
    centre = complex(x + width / 2, y + height / 2)
    return Similarity(complex(scale), template.box_centre * size - scale * centre)
