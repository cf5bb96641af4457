"""A copy of a picture that differs from it: crop, rotation, flip, colour."""

import hashlib

import cv2
import numpy as np

from agelens.quality.metrics import luma
from agelens.resample.settings import Augmentation


def draw(name: str, copy: int, seed: int, ranges: Augmentation) -> dict[str, float]:
    """What is done to one copy, decided by the seed, the picture's name and the copy's number alone."""
    digest = hashlib.sha256(f"{seed}/{name}/{copy}".encode()).digest()
    rng = np.random.default_rng(int.from_bytes(digest[:8], "little"))
    return {
        "rotation": float(rng.uniform(-1, 1) * ranges.rotation_degrees),
        "flip": float(rng.random() < ranges.flip),
        "brightness": float(1 + rng.uniform(-1, 1) * ranges.brightness),
        "contrast": float(1 + rng.uniform(-1, 1) * ranges.contrast),
        "saturation": float(1 + rng.uniform(-1, 1) * ranges.saturation),
        "crop": float(rng.uniform(0, 1) * ranges.crop),
        "x": float(rng.uniform(-0.5, 0.5)),
        "y": float(rng.uniform(-0.5, 0.5)),
    }


def augment(pixels: np.ndarray, change: dict[str, float]) -> np.ndarray:
    """Apply `change` (see draw) to RGB bytes [y, x, 3]; the size stays, edges are mirrored outwards."""
    moved = _move(pixels, change)
    if change["flip"]:
        moved = moved[:, ::-1]
    return np.rint(_recolour(moved.astype(np.float32), change)).clip(0, 255).astype(np.uint8)


def _move(pixels: np.ndarray, change: dict[str, float]) -> np.ndarray:
    """Cut `crop` of each side away, off-centre by (x, y) of what is cut, scale back, rotate; one interpolation."""
    height, width = pixels.shape[:2]
    middle = ((width - 1) / 2, (height - 1) / 2)
    matrix = np.asarray(cv2.getRotationMatrix2D(middle, change["rotation"], 1 / (1 - change["crop"])), np.float64)
    matrix[:, 2] += np.array([change["x"] * width, change["y"] * height]) * change["crop"]
    return cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)


def _recolour(image: np.ndarray, change: dict[str, float]) -> np.ndarray:
    """Saturation around each pixel's luma, contrast around the mean, then brightness."""
    plane = luma(image)[..., None]
    image = plane + change["saturation"] * (image - plane)
    mean = float(plane.mean())
    return (mean + change["contrast"] * (image - mean)) * change["brightness"]
