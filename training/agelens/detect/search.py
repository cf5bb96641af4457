"""The app's search for faces (src/engine/detect): where to look, whom to believe, a second look at each face."""

import cmath
import math
from dataclasses import dataclass, replace

import numpy as np

from agelens.detect.blazeface import BlazeFace, Face, overlap
from agelens.detect.view import Region, look

MIN_SCORE_WHOLE, MIN_SCORE_TILE = 0.5, 0.73
SURELY_UPRIGHT_SCORE = 0.75
OTHER_DIRECTIONS = (math.pi / 2, math.pi, -math.pi / 2)
SECOND_LOOK_SIDES = 2.2
LONG_PICTURE_RATIO = 1.4
TILE_FRACTIONS, TILE_STEP, MIN_TILE_SIDE = (1 / 2, 1 / 4), 0.5, 160
SAME_FACE_OVERLAP = 0.3


@dataclass(frozen=True)
class Candidate:
    """A face and the score that it has to reach where it was found."""

    face: Face
    min_score: float


def find_faces(detector: BlazeFace, picture: np.ndarray, thorough: bool) -> list[Face]:
    """Faces of an [y, x, RGB] byte picture in its pixels, surest first.

    Args:
        thorough: look at tiles and at the turned picture too, as the app does for photos but not for video.
    """
    candidates = _search(detector, picture, upright_looks(picture, thorough))
    if not candidates and thorough:
        candidates = _search(detector, picture, turned_looks(picture))
    seen_twice = _merge([_look_closely(detector, picture, candidate) for candidate in candidates])
    believed = [c for c in seen_twice if c.face.score >= c.min_score]
    return [c.face for c in believed or seen_twice[:1]]


def nearest_centre(faces: list[Face], picture: np.ndarray) -> Face | None:
    """The face whose box lies nearest the picture's middle."""
    height, width = picture.shape[:2]
    return min(faces, key=lambda face: abs(face.centre - complex(width, height) / 2), default=None)


def upright_looks(picture: np.ndarray, thorough: bool) -> list[tuple[Region, float]]:
    """Regions with the score that a face must reach there: the whole picture, square parts of a long one, tiles."""
    height, width = picture.shape[:2]
    looks = [(Region(complex(width, height) / 2, complex(width, height)), MIN_SCORE_WHOLE)]
    if not thorough:
        return looks
    shorter = min(width, height)
    if max(width, height) > LONG_PICTURE_RATIO * shorter:
        looks += [(tile, MIN_SCORE_WHOLE) for tile in _tiles(width, height, shorter)]
    for side in (shorter * fraction for fraction in TILE_FRACTIONS):
        if side >= MIN_TILE_SIDE:
            looks += [(tile, MIN_SCORE_TILE) for tile in _tiles(width, height, side)]
    return looks


def turned_looks(picture: np.ndarray) -> list[tuple[Region, float]]:
    """The whole picture turned by a quarter, a half and three quarters."""
    height, width = picture.shape[:2]
    sizes = (complex(height, width), complex(width, height), complex(height, width))
    centre = complex(width, height) / 2
    return [(Region(centre, size, (k + 1) * math.pi / 2), MIN_SCORE_WHOLE) for k, size in enumerate(sizes)]


def _tiles(width: float, height: float, side: float) -> list[Region]:
    middle = complex(side, side) / 2
    corners = [complex(x, y) for y in _starts(height, side) for x in _starts(width, side)]
    return [Region(corner + middle, complex(side, side)) for corner in corners]


def _starts(length: float, side: float) -> list[float]:
    """Evenly spread starts of overlapping tiles that cover 0…length."""
    steps = max(0, math.ceil((length - side) / (side * TILE_STEP)))
    return [k * (length - side) / steps if steps else 0.0 for k in range(steps + 1)]


def _search(detector: BlazeFace, picture: np.ndarray, looks: list[tuple[Region, float]]) -> list[Candidate]:
    found = [Candidate(face, least) for region, least in looks for face in look(detector, picture, region)]
    return _merge(found)


def _merge(candidates: list[Candidate]) -> list[Candidate]:
    """The surest of all detections of the same face, surest first."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: -c.face.score):
        if all(overlap(candidate.face, other.face) < SAME_FACE_OVERLAP for other in kept):
            kept.append(candidate)
    return kept


def _look_closely(detector: BlazeFace, picture: np.ndarray, candidate: Candidate) -> Candidate:
    """The same face from a close, upright view; the first detection where the close look finds nothing."""
    upright = _look_once(detector, picture, candidate.face, 0.0)
    if upright and upright.score >= SURELY_UPRIGHT_SCORE:
        return replace(candidate, face=upright)
    turned = [_look_once(detector, picture, candidate.face, turn) for turn in OTHER_DIRECTIONS]
    sure = [face for face in turned if face and face.score >= SURELY_UPRIGHT_SCORE]
    best = max(sure, key=lambda face: face.score, default=upright)
    return replace(candidate, face=best) if best else candidate


def _look_once(detector: BlazeFace, picture: np.ndarray, face: Face, turn: float) -> Face | None:
    side = SECOND_LOOK_SIDES * max(face.size.real, face.size.imag)
    roll = cmath.phase(face.points[1] - face.points[0])
    region = Region(face.centre, complex(side, side), -(roll + turn))
    near = [seen for seen in look(detector, picture, region) if abs(seen.centre - region.centre) < side / 4]
    seen = min(near, key=lambda seen: abs(seen.centre - region.centre), default=None)
    return seen if seen and 0.5 < seen.size.real / face.size.real < 2 else None
