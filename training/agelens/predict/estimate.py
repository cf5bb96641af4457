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
from agelens.quality.metrics import measure
from agelens.quality.plan import repair
from agelens.quality.policy import read_policy, tail_factor
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
    """Every face of an [y, x, RGB] byte picture, from left to right, with the app's care for bad pictures."""
    faces = sorted(find_faces(BlazeFace(), pixels, thorough=True), key=lambda face: face.centre.real)
    if not faces:
        return []
    prepared = [prepare(pixels, face, export) for face in faces]
    posterior = _posteriors([image for image, _ in prepared], export)
    years = DECODERS[export.decode](posterior)
    tails = np.array([tail for _, tail in prepared])
    low, high = interval(posterior, 1 - tails * (1 - export.mass))
    numbers = zip(faces, years, low, high, strict=True)
    return [Reading(face, float(y), float(lo), float(hi)) for face, y, lo, hi in numbers]


def prepare(pixels: np.ndarray, face: Face, export: Export) -> tuple[np.ndarray, float]:
    """The face's crop [y, x, RGB], repaired where that is known to help, and the share of the interval's tails."""
    size = export.network.spec.input.size
    detection = _detection(face, pixels)
    to_crop = place(detection, export.template, size).to_crop
    picture = torch.from_numpy(pixels).permute(2, 0, 1).float()
    found = crop(picture, to_crop, size).permute(1, 2, 0).numpy()

    def measured(image: np.ndarray) -> dict[str, float]:
        return {**measure(image), "resolutionPx": min(detection.box[2:])}

    repaired = repair(found, abs(to_crop.scale), measured, checks=read_policy()["repairBeforeEstimate"])
    return repaired.image, tail_factor(measured(found))


@torch.inference_mode()
def _posteriors(crops: list[np.ndarray], export: Export) -> np.ndarray:
    """Posteriors over ages, [faces, bins]."""
    pixels = torch.from_numpy(np.stack(crops)).permute(0, 3, 1, 2).float()
    return posterior_of(export.network(normalise(pixels, export.normalisation.mean, export.normalisation.std)).numpy())


def _detection(face: Face, pixels: np.ndarray) -> Detection:
    corner = face.centre - face.size / 2
    box = (corner.real, corner.imag, face.size.real, face.size.imag)
    return Detection(pixels.shape[1], pixels.shape[0], face.score, box, face.points)
