"""keypoints.csv: where the detector finds the central face of every picture of a folder."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from agelens.data.keypoints import COLUMNS
from agelens.data.pictures import list_pictures, read_pixels
from agelens.detect.blazeface import BlazeFace, Face
from agelens.detect.search import find_faces, nearest_centre
from agelens.errors import AgeLensError
from agelens.files import write_table
from agelens.jobs.run import BROKEN, NO_FACE, OK, Where, run_jobs


@cache
def detector() -> BlazeFace:
    """One detector per process."""
    return BlazeFace()


@dataclass(frozen=True)
class DetectFace:
    """Finds the face nearest the centre of pictures of a folder.

    `aligned`: pictures are tight crops and are padded by half their size first; `thorough`: search tiles too.
    """

    folder: Path
    aligned: bool
    thorough: bool

    def __call__(self, name: str, _: None) -> dict[str, Any]:
        """`status` and the row of keypoints.csv."""
        try:
            pixels = read_pixels(self.folder / name)
        except AgeLensError as error:
            return {"status": BROKEN, "reason": str(error), "row": _padded([name])}
        height, width = pixels.shape[:2]
        pad = ((height + 1) // 2, (width + 1) // 2) if self.aligned else (0, 0)
        framed = np.pad(pixels, ((pad[0],) * 2, (pad[1],) * 2, (0, 0)), mode="edge")
        face = nearest_centre(find_faces(detector(), framed, self.thorough), framed)
        if face is None:
            return {"status": NO_FACE, "row": _padded([name, width, height])}
        return {"status": OK, "row": [name, width, height, *_numbers(face, complex(pad[1], pad[0]))]}


def _numbers(face: Face, shift: complex) -> list[str]:
    corner = face.centre - face.size / 2 - shift
    box = (corner.real, corner.imag, face.size.real, face.size.imag)
    points = (value for z in face.points - shift for value in (z.real, z.imag))
    return [f"{face.score:.4f}", *(f"{value:.3f}" for value in (*box, *points))]


def _padded(cells: list[Any]) -> list[Any]:
    return cells + [""] * (len(COLUMNS) - len(cells))


def write_keypoints(folder: Path, out: Path, aligned: bool, thorough: bool, where: Where) -> dict[str, int]:
    """Write `out` and return the numbers of pictures by status; an unfinished run goes on from OUT.jsonl."""
    items = dict.fromkeys(list_pictures(folder))
    identity = {"folder": folder.resolve(), "aligned": aligned, "thorough": thorough, "names": list(items)}
    journal = out.with_name(f"{out.name}.jsonl")
    results = run_jobs(DetectFace(folder, aligned, thorough), items, journal, identity, where, "detecting")
    write_table(out, COLUMNS, [result["row"] for result in results])
    journal.unlink()
    return {status: sum(result["status"] == status for result in results) for status in (OK, NO_FACE, BROKEN)}
