"""The alignment template: where eyes, nose and mouth lie in a crop, in units of the crop's side (0…1)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from agelens.data.keypoints import Detection
from agelens.errors import AgeLensError
from agelens.files import read_json, write_json

MANIFEST = Path(__file__).parents[3] / "public/models/manifest.json"
NAMES = ("rightEye", "leftEye", "nose", "mouth")


@dataclass(frozen=True)
class Template:
    """Points as complex x + iy [4], the detector box's centre and side, and the largest plausible residual."""

    points: np.ndarray
    box_centre: complex
    box_side: float
    max_residual: float


def measure(detections: list[Detection], zoom: float) -> Template:
    """Template from the medians over square pictures, each in units of its own side.

    `zoom` > 1 makes the crop tighter around the picture's centre than the picture itself. `max_residual` is left at
    infinity: it is chosen from the residuals under this template.
    """
    if not detections:
        raise AgeLensError("No picture has a detection; check that keypoints.csv belongs to these pictures.")
    sides = np.array([d.width for d in detections])

    def to_crop(pixels: np.ndarray) -> np.ndarray:
        centre = 0.5 + 0.5j
        return (pixels / sides - centre) * zoom + centre

    points = np.stack([to_crop(np.array([d.points[k] for d in detections])) for k in range(len(NAMES))])
    boxes = np.array([d.box for d in detections])
    centres = to_crop(boxes[:, 0] + boxes[:, 2] / 2 + 1j * (boxes[:, 1] + boxes[:, 3] / 2))
    side = float(np.median(boxes[:, 2] / sides) * zoom)
    return Template(_median(points), complex(_median(centres)), side, float("inf"))


def _median(z: np.ndarray) -> np.ndarray:
    return np.median(z.real, axis=-1) + 1j * np.median(z.imag, axis=-1)


def to_dict(template: Template, measured_on: str, images: int) -> dict[str, Any]:
    """The JSON form, with coordinates rounded to a ten-thousandth of the crop's side."""
    points = {name: _pair(z) for name, z in zip(NAMES, template.points, strict=True)}
    box = {"centre": _pair(template.box_centre), "side": round(template.box_side, 4)}
    residual = round(template.max_residual, 4)
    return {
        "points": points,
        "box": box,
        "maxResidual": residual,
        "measuredOn": measured_on,
        "images": images,
    }


def _pair(z: complex) -> list[float]:
    return [round(float(z.real), 4), round(float(z.imag), 4)]


def from_dict(content: dict[str, Any]) -> Template:
    """Parse the JSON form."""
    points = np.array([complex(*content["points"][name]) for name in NAMES])
    box = content["box"]
    return Template(points, complex(*box["centre"]), float(box["side"]), float(content["maxResidual"]))


def read_template(path: Path) -> Template:
    """Read a template file; raises AgeLensError where it is missing or lacks something."""
    content = read_json(path, "`agelens template`")
    try:
        return from_dict(content)
    except (KeyError, TypeError, ValueError) as error:
        raise AgeLensError(f"{path} is no template ({error}); make it with `agelens template`.") from error


def write_template(path: Path, template: Template, measured_on: str, images: int) -> None:
    """Write a template file."""
    write_json(path, to_dict(template, measured_on, images))


def published_template() -> Template:
    """The alignment of the app's default model, from its manifest."""
    manifest = read_json(MANIFEST, "`git restore public/models/manifest.json`")
    models = {model["id"]: model for model in manifest["models"]}
    return from_dict(models[manifest["defaultModel"]]["alignment"])
