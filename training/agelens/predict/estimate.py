"""Ages of all faces of a picture."""

from dataclasses import dataclass

import numpy as np
import torch

from agelens.align.crop import crop
from agelens.align.similarity import place
from agelens.data.keypoints import Detection
from agelens.detect.blazeface import BlazeFace, Face
from agelens.detect.search import find_faces
from agelens.evaluate.decode import DECODERS, interval, posterior_of
from agelens.export.bundle import Export
from agelens.train.augment import normalise


@dataclass(frozen=True)
class Reading:
    """A face with its age in years and the interval that holds it with the export's level of confidence."""

    face: Face
    years: float
    low: float
    high: float

    def as_json(self) -> dict:
        """Box in pixels of the picture and ages in years, as plain numbers."""
        corner = self.face.centre - self.face.size / 2
        box = {"x": corner.real, "y": corner.imag, "width": self.face.size.real, "height": self.face.size.imag}
        rounded = {name: round(value, 2) for name, value in box.items()}
        ages = {"years": round(self.years, 2), "low": round(self.low, 2), "high": round(self.high, 2)}
        return {"box": rounded, "score": round(self.face.score, 4), **ages}


def read_ages(pixels: np.ndarray, export: Export) -> list[Reading]:
    """Every face of an [y, x, RGB] byte picture, from left to right; as the app reads it before any repair."""
    faces = sorted(find_faces(BlazeFace(), pixels, thorough=True), key=lambda face: face.centre.real)
    if not faces:
        return []
    posterior = _posteriors(pixels, faces, export)
    years = DECODERS[export.decode](posterior)
    low, high = interval(posterior, export.mass)
    numbers = zip(faces, years, low, high, strict=True)
    return [Reading(face, float(y), float(lo), float(hi)) for face, y, lo, hi in numbers]


@torch.inference_mode()
def _posteriors(pixels: np.ndarray, faces: list[Face], export: Export) -> np.ndarray:
    """Posteriors over ages, [faces, bins]."""
    size = export.network.spec.input.size
    picture = torch.from_numpy(pixels).permute(2, 0, 1).float()
    crops = [crop(picture, place(_detection(face, pixels), export.template, size).to_crop, size) for face in faces]
    x = normalise(torch.stack(crops), export.normalisation.mean, export.normalisation.std)
    return posterior_of(export.network(x).numpy())


def _detection(face: Face, pixels: np.ndarray) -> Detection:
    corner = face.centre - face.size / 2
    box = (corner.real, corner.imag, face.size.real, face.size.imag)
    return Detection(pixels.shape[1], pixels.shape[0], face.score, box, face.points)
