"""Measuring one picture; runs in the workers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agelens.align.template import Template
from agelens.data.keypoints import Detection
from agelens.data.pictures import read_pixels
from agelens.errors import AgeLensError
from agelens.jobs.run import BROKEN, NO_FACE, OK
from agelens.quality.face import measure_face, view_of
from agelens.quality.verdict import failed_checks

WHOLE = "whole picture"


@dataclass(frozen=True)
class MeasurePicture:
    """Measures pictures of a folder: the detected face, or the whole picture where WHOLE stands for a detection."""

    folder: Path
    template: Template

    def __call__(self, name: str, face: Detection | str | None) -> dict[str, Any]:
        """`status`, size and metrics of one picture; a broken one has a `reason` instead."""
        path = self.folder / name
        try:
            pixels = read_pixels(path)
        except AgeLensError as error:
            return {"status": BROKEN, "reason": str(error)}
        height, width = pixels.shape[:2]
        facts = {"width": width, "height": height, "bytes": path.stat().st_size}
        if face is None:
            return {"status": NO_FACE, **facts}
        detection = face if isinstance(face, Detection) else None
        metrics = measure_face(pixels, view_of(pixels.shape, detection, self.template))
        return {"status": OK, **facts, **metrics, "failed": " ".join(dict.fromkeys(failed_checks(metrics)))}
