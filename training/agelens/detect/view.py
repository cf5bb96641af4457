"""Detection in a part of a picture: which pixels the detector sees, and where its findings lie in the picture."""

import cmath
from dataclasses import dataclass, replace

import cv2
import numpy as np

from agelens.align.similarity import Similarity
from agelens.detect.blazeface import INPUT_SIDE, BlazeFace, Face
from agelens.facts import read_facts

# Longest side of a view, as in the app: the detector regions at 128 pixels, a few times that leaves nothing to gain.
VIEW_SIDE = read_facts("face-search.json")["viewSidePx"]


@dataclass(frozen=True)
class Region:
    """A part of the picture: centre and size in pixels (size as width + i·height), turned clockwise by `angle` rad."""

    centre: complex
    size: complex
    angle: float = 0.0


def detect_in(detector: BlazeFace, picture: np.ndarray, region: Region) -> list[Face]:
    """Faces in `region` of an [y, x, RGB] byte picture, in pixels of the picture, surest first."""
    view, to_picture = draw_view(picture, region)
    height, width = view.shape[:2]
    side = max(height, width)
    corner = complex(width - side, height - side) / 2
    seen = detector.detect(_network_input(view, side / INPUT_SIDE, corner))
    return [_to_picture(_to_view(face, side, corner), to_picture) for face in seen]


def draw_view(picture: np.ndarray, region: Region) -> tuple[np.ndarray, Similarity]:
    """The region's pixels, scaled down to a view's size where larger, and the transform view → picture."""
    scale = max(1.0, max(region.size.real, region.size.imag) / VIEW_SIDE)
    width, height = (max(1, round(extent / scale)) for extent in (region.size.real, region.size.imag))
    turn = scale * cmath.exp(-1j * region.angle)
    to_picture = Similarity(turn, region.centre - turn * complex(width, height) / 2)
    return _sample(picture, to_picture, (width, height)), to_picture


def _network_input(view: np.ndarray, scale: float, corner: complex) -> np.ndarray:
    """The square around the view as the network's input.

    Single bilinear samples at k·scale, counted between pixel centres: so does MediaPipe. Averaging areas, or counting
    from pixel edges, moves keypoints by twice as much away from those that the app finds.
    """
    matrix = np.array([[scale, 0, corner.real], [0, scale, corner.imag]])
    return _warp(view, matrix, (INPUT_SIDE, INPUT_SIDE))


def _sample(picture: np.ndarray, to_picture: Similarity, size: tuple[int, int]) -> np.ndarray:
    """Bilinear samples where `to_picture` sends pixel centres; shrinks by areas first; black outside."""
    if abs(to_picture.scale) > 1:
        picture, to_picture = _shrunk(picture, to_picture)
    a, shift = to_picture.scale, to_picture.shift + (to_picture.scale - 1) * (0.5 + 0.5j)
    return _warp(picture, np.array([[a.real, -a.imag, shift.real], [a.imag, a.real, shift.imag]]), size)


def _warp(picture: np.ndarray, matrix: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    return cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)


def _shrunk(picture: np.ndarray, to_picture: Similarity) -> tuple[np.ndarray, Similarity]:
    height, width = picture.shape[:2]
    factor = abs(to_picture.scale)
    small = (max(1, round(width / factor)), max(1, round(height / factor)))
    ratio = small[0] / width
    shrunk = cv2.resize(picture, small, interpolation=cv2.INTER_AREA)
    return shrunk, Similarity(to_picture.scale * ratio, to_picture.shift * ratio)


def _to_view(face: Face, side: float, shift: complex) -> Face:
    """From units of the network's input to pixels of the view."""
    return replace(face, centre=face.centre * side + shift, size=face.size * side, points=face.points * side + shift)


def _to_picture(face: Face, to_picture: Similarity) -> Face:
    """From pixels of the view to the picture's; the box of a turned view keeps its side and its centre."""
    size = face.size * abs(to_picture.scale)
    return replace(face, centre=to_picture(face.centre), size=size, points=to_picture(face.points))
