"""What reports are made of."""

import base64
import io
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from markupsafe import Markup
from PIL import Image

from agelens.report.numbers import interval_text, number


@dataclass(frozen=True)
class Tile:
    """Small pictures side by side, each an address and what it shows, above what was read of them and some words."""

    images: tuple[tuple[str, str], ...]
    read: str = ""
    text: str = ""


@dataclass(frozen=True)
class Chapter:
    """A heading, a sentence, drawings with captions, and small pictures."""

    title: str
    text: str
    drawings: list[tuple[str, Markup]]
    tiles: list[Tile] = field(default_factory=list)


def titled(title: str, note: str) -> Markup:
    """A caption that begins with a title."""
    return Markup("<b>{}</b> {}").format(title, note)


def shown(overall: dict[str, Any], figure: str) -> tuple[str, str]:
    """A figure and its 95 % interval, in words."""
    if not overall.get(figure):
        return "–", "not to be had from these pictures"
    return number(overall[figure]["value"], figure), interval_text(overall[figure], figure)


def data_url(pixels: np.ndarray, side: int | None = None) -> str:
    """RGB bytes [y, x, 3] as a JPEG inside an address; at most `side` pixels on its longer side."""
    picture, file = Image.fromarray(pixels), io.BytesIO()
    if side:
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    picture.save(file, format="JPEG", quality=85)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
