"""Small pictures inside a page."""

import base64
import io

import numpy as np
from PIL import Image


def data_url(pixels: np.ndarray, side: int | None = None) -> str:
    """RGB bytes [y, x, 3] as a JPEG inside an address; at most `side` pixels on its longer side."""
    picture, file = Image.fromarray(pixels), io.BytesIO()
    if side:
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    picture.save(file, format="JPEG", quality=85)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
