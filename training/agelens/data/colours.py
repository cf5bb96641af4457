"""From what a picture's file stores to the sRGB bytes that a browser shows."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")
_SPACE_OF_MODE = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}


def to_srgb(picture: Image.Image) -> np.ndarray:
    """RGB bytes [y, x, 3] as the app's networks see them; raises ValueError for values that no browser shows.

    Values of 16 bits lose their lower ones, colour profiles are applied, transparent pixels are black, and half
    transparent ones keep their own colour.
    """
    profile = picture.info.get("icc_profile")
    eight_bits = _eight_bits(picture)
    alpha = eight_bits.getchannel("A") if "A" in eight_bits.getbands() else None
    opaque = _plain(eight_bits)
    pixels = np.array(_apply(profile, opaque) if profile else opaque.convert("RGB"))
    if alpha is not None:
        pixels[np.asarray(alpha) == 0] = 0
    return pixels


def _eight_bits(picture: Image.Image) -> Image.Image:
    """The same with 8 bits a channel and without a palette."""
    if picture.mode.startswith("I;16"):
        return Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8))
    if picture.mode in ("I", "F"):
        raise ValueError(f"values of 32 bits (mode {picture.mode})")
    if picture.mode == "P":
        return picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    return picture.convert("RGBA") if "transparency" in picture.info and picture.mode in ("L", "RGB") else picture


def _plain(picture: Image.Image) -> Image.Image:
    """Without transparency, in a mode that colour profiles speak of."""
    without_alpha = {"LA": "L", "La": "L", "PA": "RGB", "RGBA": "RGB", "RGBa": "RGB", "RGBX": "RGB", "1": "L"}
    mode = without_alpha.get(picture.mode, picture.mode)
    if picture.mode == "RGBA":
        return Image.merge("RGB", picture.split()[:3])
    if picture.mode == "LA":
        return picture.getchannel("L")
    return picture.convert(mode if mode in _SPACE_OF_MODE else "RGB")


def _apply(profile: bytes, picture: Image.Image) -> Image.Image:
    """From the profile's colours to sRGB; a profile that is damaged or of another kind of picture is passed over."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if source.profile.xcolor_space.strip() != _SPACE_OF_MODE[picture.mode]:
            return picture.convert("RGB")
        transformed = ImageCms.profileToProfile(picture, source, _SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture.convert("RGB")
    return picture.convert("RGB") if transformed is None else transformed
