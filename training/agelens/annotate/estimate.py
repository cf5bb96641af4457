"""Ages of all faces of a picture."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from agelens.align.crop import crop
from agelens.align.similarity import place
from agelens.data.keypoints import Detection
from agelens.detect.blazeface import BlazeFace, Face
from agelens.detect.search import find_faces
from agelens.errors import AgeLensError
from agelens.export.bundle import Export
from agelens.predict.ages import AgeDecoder
from agelens.predict.ages import read_ages as decode_ages
from agelens.predict.calibrate import Tails
from agelens.predict.logits import normalise
from agelens.predict.views import PhotoViews
from agelens.quality.metrics import measure
from agelens.quality.plan import repair
from agelens.quality.policy import read_policy, tail_factor


@dataclass(frozen=True)
class Reading:
    """A face with its age in years and the interval that holds it with the export's level of confidence.

    `refused`: the picture says too little, and the ages are not to be shown; see docs/repair.md.
    """

    face: Face
    years: float
    low: float
    high: float
    refused: bool

    def as_json(self) -> dict[str, Any]:
        """Box in pixels of the picture and ages in years, as plain numbers; no ages where they are refused."""
        corner = self.face.centre - self.face.size / 2
        box = {"x": corner.real, "y": corner.imag, "width": self.face.size.real, "height": self.face.size.imag}
        rounded = {name: round(value, 2) for name, value in box.items()}
        if self.refused:
            return {"box": rounded, "score": round(self.face.score, 4), "refused": True}
        ages = {"years": round(self.years, 2), "low": round(self.low, 2), "high": round(self.high, 2)}
        return {"box": rounded, "score": round(self.face.score, 4), **ages}


def read_ages(pixels: np.ndarray, export: Export) -> list[Reading]:
    """Every face of an [y, x, RGB] byte picture, from left to right; bad ones are repaired or refused as in the app."""
    faces = sorted(find_faces(BlazeFace(), pixels, thorough=True), key=lambda face: face.centre.real)
    if not faces:
        return []
    prepared = [prepare(pixels, face, export) for face in faces]
    decoder = age_decoder(export)
    outputs = _outputs([image for image, _ in prepared], export)
    tails = [tail for _, tail in prepared]
    return [_reading(face, row[None], decoder, tail) for face, row, tail in zip(faces, outputs, tails, strict=True)]


def age_decoder(export: Export) -> AgeDecoder:
    """How the first head becomes years; raises AgeLensError where it gives none."""
    decoder = export.readers[0].decoder
    if decoder is None:
        raise AgeLensError(f"The model '{export.network.spec.id}' gives no ages; choose another --model.")
    return decoder


def _reading(face: Face, outputs: np.ndarray, decoder: AgeDecoder, tail: float) -> Reading:
    """Outputs [1, width] of one face as an age; the interval's tails shrink to the share `tail`."""
    calibration = decoder.calibration
    if isinstance(calibration, Tails):
        below, above = (tuple(tail * share for share in column) for column in (calibration.below, calibration.above))
        calibration = replace(calibration, below=below, above=above)
    ages = decode_ages(outputs, replace(decoder, calibration=calibration))
    years, low, high = float(ages.years[0]), float(ages.low[0]), float(ages.high[0])
    refused = tail == 0 or high - low > read_policy()["maxWidthYears"]
    return Reading(face, years, low, high, refused)


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
def _outputs(crops: list[np.ndarray], export: Export) -> np.ndarray:
    """Raw outputs of the first head, [faces, width]."""
    pixels = torch.from_numpy(np.stack(crops)).permute(0, 3, 1, 2).float()
    x = normalise(pixels, export.normalisation.mean, export.normalisation.std)
    return PhotoViews(export.network, export.network.spec.head)(x).numpy()[:, export.readers[0].part]


def _detection(face: Face, pixels: np.ndarray) -> Detection:
    corner = face.centre - face.size / 2
    box = (corner.real, corner.imag, face.size.real, face.size.imag)
    return Detection(pixels.shape[1], pixels.shape[0], face.score, box, face.points)
