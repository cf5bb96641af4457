"""Repairing one picture; runs in the workers."""

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from agelens.align.template import Template
from agelens.data.keypoints import Detection
from agelens.data.pictures import read_pixels, write_pixels
from agelens.enhance.settings import EnhanceSettings
from agelens.errors import AgeLensError
from agelens.jobs.run import BROKEN, NO_FACE
from agelens.quality.face import FaceView, measure_face, view_of
from agelens.quality.filters import apply
from agelens.quality.plan import Repaired, as_json, repair
from agelens.quality.verdict import failed_checks

REPAIRED, GOOD, BEYOND_REPAIR = "repaired", "good", "beyond repair"

# Parameters in crop pixels, which have to grow with the picture.
_LENGTHS = {"sigma", "sigmaSpace", "size", "radius"}
_LARGEST_MEDIAN = 2


@dataclass(frozen=True)
class RepairPicture:
    """Repairs pictures of `folder` into `out` under the same names; good ones are copied as they are."""

    folder: Path
    out: Path
    template: Template
    settings: EnhanceSettings

    def __call__(self, name: str, face: Detection | str | None) -> dict[str, Any]:
        """`status`, metrics and failed checks before and after, and the filters that were used."""
        try:
            pixels = read_pixels(self.folder / name)
        except AgeLensError as error:
            return {"status": BROKEN, "reason": str(error)}
        if face is None:
            self._copy(name)
            return {"status": NO_FACE}
        view = view_of(pixels.shape, face if isinstance(face, Detection) else None, self.template)
        repaired = self._repair(pixels, view)
        before = measure_face(pixels, view)
        if not repaired.steps:
            self._copy(name)
            return _result(GOOD if not repaired.failed else BEYOND_REPAIR, before, before, repaired)
        bytes_ = np.rint(repaired.image).clip(0, 255).astype(np.uint8)
        write_pixels(self.out / name, bytes_, self.settings.quality)
        after = measure_face(read_pixels(self.out / name), view)
        return _result(REPAIRED, before, after, repaired)

    def _repair(self, pixels: np.ndarray, view: FaceView) -> Repaired:
        measure = partial(measure_face, view=view)
        settings = self.settings
        use = partial(_apply_scaled, 1 / view.enlargement)
        image = pixels.astype(np.float32)
        return repair(image, view.enlargement, measure, use, settings.checks, settings.rounds)

    def _copy(self, name: str) -> None:
        (self.out / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.folder / name, self.out / name)


def _apply_scaled(scale: float, filter_id: str, image: np.ndarray, params: dict[str, float]) -> np.ndarray:
    """Apply a filter so that it does to the picture what it would do to the crop, `scale` times smaller."""
    scaled = {name: value * scale if name in _LENGTHS else value for name, value in params.items()}
    if "radius" in scaled:
        scaled["radius"] = min(max(round(scaled["radius"]), 1), _LARGEST_MEDIAN)
    return apply(filter_id, image, scaled)


def _result(status: str, before: dict[str, float], after: dict[str, float], repaired: Repaired) -> dict[str, Any]:
    return {
        "status": status,
        "before": before,
        "after": after,
        "failedBefore": list(dict.fromkeys(failed_checks(before))),
        "failedAfter": list(dict.fromkeys(failed_checks(after))),
        "steps": as_json(repaired.steps),
    }
