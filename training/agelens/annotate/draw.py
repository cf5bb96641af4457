"""Boxes and ages on the picture."""

import numpy as np
from matplotlib import font_manager
from PIL import Image, ImageDraw, ImageFont

from agelens.annotate.estimate import Reading

_ACCENT, _SHADE, _TEXT = (255, 122, 77), (13, 15, 17), (255, 255, 255)


def annotate(pixels: np.ndarray, readings: list[Reading]) -> Image.Image:
    """The picture with a box around every face, its age and its interval under it (above it at the lower edge)."""
    picture = Image.fromarray(pixels)
    pen = ImageDraw.Draw(picture)
    for reading in readings:
        _draw(pen, picture.size, reading)
    return picture


def _draw(pen: ImageDraw.ImageDraw, size: tuple[int, int], reading: Reading) -> None:
    low = reading.face.centre - reading.face.size / 2
    high = reading.face.centre + reading.face.size / 2
    line = max(2, round(min(size) / 300))
    height = float(np.clip(reading.face.size.real / 6, min(size) / 40, min(size) / 10))
    pen.rectangle((low.real, low.imag, high.real, high.imag), outline=_ACCENT, width=line)
    large, small = _font(height), _font(0.6 * height)
    years, spread = _words(reading)
    gap = 0.35 * height
    width = pen.textlength(years, large) + gap + pen.textlength(spread, small) + 2 * gap
    left = min(max(low.real - line / 2, 0), max(size[0] - width, 0))
    tall = 1.5 * height
    top = high.imag + line if high.imag + line + tall <= size[1] else max(low.imag - line - tall, 0)
    pen.rectangle((left, top, left + width, top + tall), fill=_SHADE)
    base = top + 1.15 * height
    pen.text((left + gap, base), years, fill=_TEXT, font=large, anchor="ls")
    pen.text((left + 2 * gap + pen.textlength(years, large), base), spread, fill=_ACCENT, font=small, anchor="ls")


def _words(reading: Reading) -> tuple[str, str]:
    if reading.refused:
        return "?", "bad picture"
    return f"{reading.years:.0f}", f"{reading.low:.0f}–{reading.high:.0f}"


def _font(height: float) -> ImageFont.FreeTypeFont:
    """DejaVu Sans Bold, which comes with matplotlib."""
    path = font_manager.findfont(font_manager.FontProperties(family="DejaVu Sans", weight="bold"))
    return ImageFont.truetype(path, height)
