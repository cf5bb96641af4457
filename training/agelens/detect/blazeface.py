"""BlazeFace short range (Bazarevsky et al., 2019) run by LiteRT, decoded as MediaPipe's FaceDetector does."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agelens.errors import AgeLensError
from agelens.facts import read_facts

MODEL = Path(__file__).parents[3] / "public/models/face-detector/short-range.tflite"
INPUT_SIDE = 128
MIN_SCORE = read_facts("face-search.json")["minScore"]["candidate"]
_GRIDS = ((16, 2), (8, 6))  # cells per side, anchors per cell
_SAME_FACE_OVERLAP = 0.3


@dataclass(frozen=True, eq=False)
class Face:
    """A face: score 0…1, box centre and size (width + i·height), six keypoints [6], all as complex x + iy."""

    score: float
    centre: complex
    size: complex
    points: np.ndarray


class BlazeFace:
    """The detector's network; one instance per thread or process."""

    def __init__(self, model: Path = MODEL) -> None:
        from ai_edge_litert.interpreter import Interpreter

        if not model.is_file():
            raise AgeLensError(f"{model} is missing; restore it with `git restore public/models/face-detector`.")
        self._network = Interpreter(str(model), num_threads=1)
        self._network.allocate_tensors()
        self._input = self._network.get_input_details()[0]["index"]
        self._outputs = {o["name"]: o["index"] for o in self._network.get_output_details()}
        self._anchors = anchors()

    def detect(self, square: np.ndarray) -> list[Face]:
        """Faces of a [128, 128, RGB] picture 0…255, surest first, in units of its side (0…1)."""
        x = (square[None].astype(np.float32) - 127.5) / 127.5
        self._network.set_tensor(self._input, x)
        self._network.invoke()
        raw = self._network.get_tensor(self._outputs["regressors"])[0].astype(float)
        logits = self._network.get_tensor(self._outputs["classificators"])[0, :, 0].astype(float)
        return suppress(decode(raw, logits, self._anchors))


def anchors() -> np.ndarray:
    """Centres of the network's 896 anchors as complex x + iy in 0…1: two per cell of 16×16, six per cell of 8×8."""
    centres = []
    for cells, per_cell in _GRIDS:
        steps = (np.arange(cells) + 0.5) / cells
        grid = steps[None, :] + 1j * steps[:, None]
        centres.append(np.repeat(grid.ravel(), per_cell))
    return np.concatenate(centres)


def decode(raw: np.ndarray, logits: np.ndarray, at: np.ndarray) -> list[Face]:
    """Candidates above the lowest score from regressors [896, 16] and logits [896]: offsets are in input pixels."""
    scores = 1 / (1 + np.exp(-np.clip(logits, -100, 100)))
    z = (raw[:, 0::2] + 1j * raw[:, 1::2]) / INPUT_SIDE
    chosen = np.flatnonzero(scores >= MIN_SCORE)
    return [Face(float(scores[k]), complex(z[k, 0] + at[k]), complex(z[k, 1]), z[k, 2:] + at[k]) for k in chosen]


def suppress(faces: list[Face]) -> list[Face]:
    """Weighted non-maximum suppression: detections that overlap the surest one are averaged by their scores into it."""
    left = sorted(faces, key=lambda face: -face.score)
    kept = []
    while left:
        best = left[0]
        same = [face for face in left if overlap(best, face) > _SAME_FACE_OVERLAP]
        left = [face for face in left[1:] if face not in same]
        kept.append(_average(best.score, same or [best]))
    return kept


def _average(score: float, faces: list[Face]) -> Face:
    weights = np.array([face.score for face in faces])
    weights /= weights.sum()
    low = sum(w * (f.centre - f.size / 2) for w, f in zip(weights, faces, strict=True))
    high = sum(w * (f.centre + f.size / 2) for w, f in zip(weights, faces, strict=True))
    points = sum(w * f.points for w, f in zip(weights, faces, strict=True))
    return Face(score, complex(low + high) / 2, complex(high - low), points)


def overlap(a: Face, b: Face) -> float:
    """Intersection over union of two boxes, 0…1."""
    low = np.maximum(_pair(a.centre - a.size / 2), _pair(b.centre - b.size / 2))
    high = np.minimum(_pair(a.centre + a.size / 2), _pair(b.centre + b.size / 2))
    common = float(np.prod(np.maximum(high - low, 0)))
    union = float(np.prod(_pair(a.size)) + np.prod(_pair(b.size))) - common
    return common / union if union > 0 else 0.0


def _pair(z: complex) -> np.ndarray:
    return np.array([z.real, z.imag])
