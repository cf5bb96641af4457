"""Rendering a report from its Jinja template."""

import base64
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from jinja2 import Environment, PackageLoader, StrictUndefined
from PIL import Image

from agelens.files import write_atomic


def write_page(path: Path, template: str, **content: Any) -> None:
    """Render `template` (a file of agelens/html/templates) with `content` into one self-contained HTML file."""
    environment = Environment(
        loader=PackageLoader("agelens.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = lambda value, digits=0: f"{value:,.{digits}f}"
    text = environment.get_template(template).render(**content)
    write_atomic(path, lambda partial: partial.write_text(text, encoding="utf-8"))


def data_uri(pixels: np.ndarray, side: int) -> str:
    """RGB bytes [y, x, 3] as a JPEG data URI, at most `side` pixels on its longer side."""
    picture = Image.fromarray(pixels)
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    stream = BytesIO()
    picture.save(stream, format="JPEG", quality=85)
    return "data:image/jpeg;base64," + base64.b64encode(stream.getvalue()).decode()
