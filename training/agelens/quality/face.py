"""The part of a picture that is measured: the 128×128 crop that a network would see."""

from dataclasses import dataclass

import numpy as np
import torch

from agelens.align.crop import crop
from agelens.align.similarity import Similarity, place
from agelens.align.template import Template
from agelens.data.keypoints import Detection
from agelens.quality.metrics import measure

CROP_SIDE = 128


@dataclass(frozen=True)
class FaceView:
    """Where a face lies: picture → crop, and the side of the face's box in pixels of the picture."""

    to_crop: Similarity
    resolution: float

    @property
    def enlargement(self) -> float:
        """Crop pixels per picture pixel: above 1 where a small face is enlarged."""
        return abs(self.to_crop.scale)


def view_of(shape: tuple[int, ...], detection: Detection | None, template: Template) -> FaceView:
    """The face of a picture [y, x, …]: as detected, else the picture's central square."""
    if detection is not None:
        return FaceView(place(detection, template, CROP_SIDE).to_crop, min(detection.box[2:]))
    height, width = shape[:2]
    side = min(height, width)
    scale = CROP_SIDE / side
    return FaceView(Similarity(complex(scale), -scale * complex(width - side, height - side) / 2), side)


def measure_face(pixels: np.ndarray, view: FaceView) -> dict[str, float]:
    """Every metric of the face of an [y, x, RGB] picture 0…255, with `resolutionPx`."""
    picture = torch.from_numpy(np.ascontiguousarray(pixels)).permute(2, 0, 1).float()
    seen = crop(picture, view.to_crop, CROP_SIDE).permute(1, 2, 0).numpy()
    return {**measure(seen), "resolutionPx": float(view.resolution)}
