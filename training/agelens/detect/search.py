"""The app's search for faces (src/engine/detect): which regions, whom to believe, a close view of each face."""

import cmath
import math
from dataclasses import dataclass, replace

import numpy as np

from agelens.detect.blazeface import BlazeFace, Face, overlap
from agelens.detect.view import Region, detect_in
from agelens.facts import read_facts

OTHER_DIRECTIONS = (math.pi / 2, math.pi, -math.pi / 2)
_SEARCH = read_facts("face-search.json")
_MIN_SCORE, _TILES, _CLOSE = _SEARCH["minScore"], _SEARCH["tiles"], _SEARCH["closeView"]
_CONFIRMATION = _SEARCH["confirmation"]


@dataclass(frozen=True)
class Candidate:
    """A face and the score that it has to reach where it was found."""

    face: Face
    min_score: float


def find_faces(detector: BlazeFace, picture: np.ndarray, thorough: bool) -> list[Face]:
    """Faces of an [y, x, RGB] byte picture in its pixels, surest first; none where nothing is believed to be one.

    Args:
        thorough: search tiles and the turned picture too, as the app does for photos but not for video.
    """
    candidates = _search(detector, picture, upright_regions(picture, thorough))
    if not candidates and thorough:
        candidates = _search(detector, picture, turned_regions(picture))
    faces = _believed(detector, picture, candidates)
    if faces or not thorough:
        return faces
    # A surer detection in a tile may have taken the place of the whole picture's own, which shows more of the head.
    return _believed(detector, picture, _search(detector, picture, upright_regions(picture, thorough=False)))


def nearest_centre(faces: list[Face], picture: np.ndarray) -> Face | None:
    """The face whose box lies nearest the picture's middle."""
    height, width = picture.shape[:2]
    return min(faces, key=lambda face: abs(face.centre - complex(width, height) / 2), default=None)


def upright_regions(picture: np.ndarray, thorough: bool) -> list[tuple[Region, float]]:
    """Regions with the score that a face must reach there: the whole picture, square parts of a long one, tiles."""
    height, width = picture.shape[:2]
    regions = [(Region(complex(width, height) / 2, complex(width, height)), _MIN_SCORE["whole"])]
    if not thorough:
        return regions
    shorter = min(width, height)
    if max(width, height) > _SEARCH["longPictureRatio"] * shorter:
        regions += [(tile, _MIN_SCORE["whole"]) for tile in _tiles(width, height, shorter)]
    for side in (shorter * fraction for fraction in _TILES["fractionsOfShorterSide"]):
        if side >= _TILES["minSidePx"]:
            regions += [(tile, _MIN_SCORE["tile"]) for tile in _tiles(width, height, side)]
    return regions


def turned_regions(picture: np.ndarray) -> list[tuple[Region, float]]:
    """The whole picture turned by a quarter, a half and three quarters."""
    height, width = picture.shape[:2]
    sizes = (complex(height, width), complex(width, height), complex(height, width))
    centre = complex(width, height) / 2
    return [(Region(centre, size, (k + 1) * math.pi / 2), _MIN_SCORE["whole"]) for k, size in enumerate(sizes)]


def _tiles(width: float, height: float, side: float) -> list[Region]:
    middle = complex(side, side) / 2
    corners = [complex(x, y) for y in _starts(height, side) for x in _starts(width, side)]
    return [Region(corner + middle, complex(side, side)) for corner in corners]


def _starts(length: float, side: float) -> list[float]:
    """Evenly spread starts of overlapping tiles that cover 0…length."""
    steps = max(0, math.ceil((length - side) / (side * _TILES["step"])))
    return [k * (length - side) / steps if steps else 0.0 for k in range(steps + 1)]


def _search(detector: BlazeFace, picture: np.ndarray, regions: list[tuple[Region, float]]) -> list[Candidate]:
    found = [Candidate(face, least) for region, least in regions for face in detect_in(detector, picture, region)]
    return _merge(found)


def _merge(candidates: list[Candidate]) -> list[Candidate]:
    """The surest of all detections of the same face, surest first."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: -c.face.score):
        if all(overlap(candidate.face, other.face) < _SEARCH["sameFaceOverlap"] for other in kept):
            kept.append(candidate)
    return kept


def _refine(detector: BlazeFace, picture: np.ndarray, candidate: Candidate) -> Candidate:
    """The same face from a close, upright view; the first detection where nothing is found there."""
    upright = _detect_near(detector, picture, candidate.face, 0.0)
    if upright and upright.score >= _MIN_SCORE["surelyUpright"]:
        return replace(candidate, face=upright)
    turned = [_detect_near(detector, picture, candidate.face, turn) for turn in OTHER_DIRECTIONS]
    sure = [face for face in turned if face and face.score >= _MIN_SCORE["surelyUpright"]]
    best = max(sure, key=lambda face: face.score, default=upright)
    return replace(candidate, face=best) if best else candidate


def _believed(detector: BlazeFace, picture: np.ndarray, candidates: list[Candidate]) -> list[Face]:
    """The candidates that are faces by their close views, surest first."""
    seen_twice = _merge([_refine(detector, picture, candidate) for candidate in candidates])
    sure = [c.face for c in seen_twice if c.face.score >= c.min_score]
    return [face for face in sure if _is_confirmed(detector, picture, face)]


def _is_confirmed(detector: BlazeFace, picture: np.ndarray, face: Face) -> bool:
    """Whether a face of a doubtful score is one in other close views, too."""
    if face.score >= _CONFIRMATION["surelyAFace"]:
        return True
    again = [_detect_near(detector, picture, face, 0.0, sides) for sides in _CONFIRMATION["boxSides"]]
    scores = [face.score, *(seen.score if seen else 0.0 for seen in again)]
    return sum(scores) / len(scores) >= _CONFIRMATION["minMeanScore"]


def _detect_near(
    detector: BlazeFace, picture: np.ndarray, face: Face, turn: float, box_sides: float = _CLOSE["boxSides"]
) -> Face | None:
    side = box_sides * max(face.size.real, face.size.imag)
    roll = cmath.phase(face.points[1] - face.points[0])
    region = Region(face.centre, complex(side, side), -(roll + turn))
    near = [
        seen
        for seen in detect_in(detector, picture, region)
        if abs(seen.centre - region.centre) < side * _CLOSE["reach"]
    ]
    seen = min(near, key=lambda seen: abs(seen.centre - region.centre), default=None)
    ratio = _CLOSE["maxSizeRatio"]
    return seen if seen and 1 / ratio < seen.size.real / face.size.real < ratio else None
