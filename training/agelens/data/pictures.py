"""Finding and reading pictures."""

import struct
import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from agelens.data.colours import to_srgb
from agelens.errors import AgeLensError

SUFFIXES = (".jpg", ".jpeg", ".jfif", ".png", ".webp", ".bmp", ".gif", ".avif", ".tif", ".tiff")
_OTHER_FORMATS = (".heic", ".heif", ".jxl", ".jp2", ".svg", ".psd", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf")
# Side of the blocks that JPEG encodes.
_BLOCK_PX = 8
_BROKEN = (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError)


def require_folder(folder: Path) -> None:
    """Raises AgeLensError where there is no such folder of pictures."""
    if not folder.is_dir():
        raise AgeLensError(f"{folder} is not a folder; pass the folder that holds the pictures.")


def list_pictures(folder: Path) -> list[str]:
    """Paths of all pictures below `folder`, relative to it, in order."""
    require_folder(folder)
    found = (path for path in folder.rglob("*") if _is_picture(path))
    names = sorted(path.relative_to(folder).as_posix() for path in found)
    if not names:
        raise AgeLensError(
            f"{folder} holds no pictures ({', '.join(SUFFIXES)}); pass the folder with the unpacked data."
        )
    return names


def list_skipped(folder: Path) -> list[tuple[str, str]]:
    """(Path, reason) of files below `folder` that are pictures of formats which are not read here."""
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _OTHER_FORMATS and path.is_file())
    visible = [path for path in found if not path.name.startswith(".")]
    return [
        (path.relative_to(folder).as_posix(), f"{path.suffix.lower()} is not read here; convert it to JPEG or PNG")
        for path in visible
    ]


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()


def read_pixels(path: Path) -> np.ndarray:
    """Decode a picture to sRGB bytes [y, x, 3], upright as its EXIF says, as the app does; of a film its first picture.

    Raises AgeLensError naming the file.
    """
    try:
        with warnings.catch_warnings(), _open(path) as picture:
            warnings.simplefilter("ignore", UserWarning)
            return to_srgb(_upright(picture, path))
    except FileNotFoundError as error:
        raise AgeLensError(f"{path} does not exist; check the path.") from error
    except _BROKEN as error:
        raise AgeLensError(f"{path} cannot be read as a picture ({_short(error)}); replace or remove it.") from error


def _open(path: Path) -> Image.Image:
    """As Pillow opens it, and AVIF files whose first brand is one of those that only browsers know."""
    try:
        return Image.open(path)
    except UnidentifiedImageError:
        content = path.read_bytes()
        if content[4:8] != b"ftyp" or b"avif" not in content[8:64]:
            raise
        return Image.open(BytesIO(content[:8] + b"avif" + content[12:]))


def _upright(picture: Image.Image, path: Path) -> Image.Image:
    """Turned as its EXIF says; browsers pass over EXIF that is damaged, and so do we."""
    picture = _load(picture, path)
    try:
        return ImageOps.exif_transpose(picture)
    except _BROKEN:
        return picture


def _load(picture: Image.Image, path: Path) -> Image.Image:
    """Decoded; a JPEG file that lacks nothing but its end is taken, as in the app."""
    try:
        picture.load()
        return picture
    except OSError:
        if picture.format != "JPEG":
            raise
        ended = Image.open(BytesIO(path.read_bytes() + b"\xff\xd9"))
        ended.load()
        if _is_filled_in(ended):
            raise
        return ended


def _is_filled_in(picture: Image.Image) -> bool:
    """Whether the last block is flat, as the decoder leaves it where a file ends too soon."""
    left, top = max(picture.width - _BLOCK_PX, 0), max(picture.height - _BLOCK_PX, 0)
    corner = picture.crop((left, top, picture.width, picture.height)).convert("RGB")
    return len(corner.getcolors() or ()) == 1


def write_pixels(path: Path, pixels: np.ndarray, quality: int = 95) -> None:
    """Write RGB bytes [y, x, 3] in the format that the name's ending says; JPEG without chroma subsampling."""
    path.parent.mkdir(parents=True, exist_ok=True)
    options: dict[str, Any] = {"quality": quality, "subsampling": 0} if path.suffix.lower() in (".jpg", ".jpeg") else {}
    partial = path.with_name(f".partial-{path.name}")
    Image.fromarray(pixels).save(partial, **options)
    partial.replace(path)


def _short(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
