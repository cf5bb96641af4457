"""Drawn portraits that the face detector believes, and small data sets of them: nothing here is a photograph."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

_FINER = 4


def draw_portrait(age: int, seed: int, side: int = 96) -> Image.Image:
    """A face of soft ellipses whose skin darkens and whose hair greys with age."""
    rng = np.random.default_rng((age, seed))
    full = side * _FINER
    picture = Image.new("RGB", (full, full), tuple(int(v) for v in rng.integers(60, 200, 3)))
    pen = ImageDraw.Draw(picture)

    def ellipse(x: float, y: float, rx: float, ry: float, fill: tuple[int, int, int]) -> None:
        pen.ellipse(((x - rx) * full, (y - ry) * full, (x + rx) * full, (y + ry) * full), fill=fill)

    skin = (235 - int(0.6 * age), 190 - int(0.8 * age), 160 - int(0.8 * age))
    shade = tuple(int(0.75 * value) for value in skin)
    hair = (60 + int(1.8 * age),) * 3 if age > 30 else (70, 45, 25)
    ellipse(0.5, 0.42, 0.47, 0.46, hair)
    ellipse(0.5, 0.52, 0.38, 0.45, skin)
    for x in (0.31, 0.69):
        ellipse(x, 0.37, 0.09, 0.022, tuple(value // 2 for value in hair))
        ellipse(x, 0.43, 0.085, 0.042, (245, 245, 245))
        ellipse(x + rng.normal(0, 0.005), 0.43, 0.038, 0.038, (50, 35, 25))
    ellipse(0.5, 0.56, 0.05, 0.09, shade)
    ellipse(0.5, 0.55, 0.035, 0.085, skin)
    ellipse(0.5, 0.76, 0.14, 0.045, (165, 70, 70))
    ellipse(0.5, 0.745, 0.13, 0.02, skin)
    return picture.filter(ImageFilter.GaussianBlur(1.2 * _FINER)).resize((side, side), Image.Resampling.LANCZOS)


def write_portraits(folder: Path, ages: tuple[int, ...], each: int) -> Path:
    """Portraits named like UTKFace; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for age in ages:
        for number in range(each):
            name = f"{age}_{number % 2}_{number % 5}_2017{age:03}{number:03}.jpg"
            draw_portrait(age, number).save(folder / name, quality=92)
    return folder
