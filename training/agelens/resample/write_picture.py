"""Writing one picture of the resampled set; runs in the workers."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agelens.data.pictures import read_pixels, write_pixels
from agelens.errors import AgeLensError
from agelens.jobs.run import BROKEN, OK
from agelens.resample.augment import augment, draw
from agelens.resample.settings import ResampleSettings


@dataclass(frozen=True)
class WritePicture:
    """Copies an original as it is, or writes an augmented copy of it, into `out`."""

    folder: Path
    out: Path
    settings: ResampleSettings

    def __call__(self, name: str, source: tuple[str, int]) -> dict[str, Any]:
        """`status`, and what was done to an augmented copy as JSON text; `source` is (file name, copy's number)."""
        original, copy = source
        try:
            pixels = read_pixels(self.folder / original)
        except AgeLensError as error:
            return {"status": BROKEN, "reason": str(error)}
        path = self.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if copy == 0:
            shutil.copyfile(self.folder / original, path)
            return {"status": OK, "change": ""}
        change = draw(original, copy, self.settings.seed, self.settings.augmentation)
        write_pixels(path, augment(pixels, change), self.settings.quality)
        return {"status": OK, "change": json.dumps({key: round(value, 4) for key, value in change.items()})}


def name_of(original: str, copy: int) -> str:
    """File name of a picture in the resampled set.

    >>> name_of("faces/26_1_2_3.jpg", 2)
    'faces/26_1_2_3.copy-02.jpg'
    """
    path = Path(original)
    return path.with_name(f"{path.stem}.copy-{copy:02}{path.suffix}").as_posix() if copy else original
