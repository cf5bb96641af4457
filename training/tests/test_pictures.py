"""Pixels are read as the app reads them: what browsers make of profiles, 16 bits, palettes, transparency, damage."""

import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from conftest import draw_face
from PIL import Image

from agelens.data.pictures import list_pictures, list_skipped, read_pixels
from agelens.errors import AgeLensError

# XYZ of sRGB's primaries under D50, as ICC profiles give them.
PRIMARIES = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def linear_profile(space: bytes = b"RGB ") -> bytes:
    """An ICC profile of sRGB's primaries, or of grey, whose values are linear in light."""
    curve, white = b"curv" + bytes(8), b"XYZ " + bytes(4) + _fixed(0.9642, 1, 0.8249)
    tags = {b"wtpt": white}
    if space == b"RGB ":
        for letter, primary in zip(b"rgb", PRIMARIES, strict=True):
            tags[bytes([letter]) + b"XYZ"] = b"XYZ " + bytes(4) + _fixed(*primary)
            tags[bytes([letter]) + b"TRC"] = curve
    else:
        tags[b"kTRC"] = curve
    start, table, body = 132 + 12 * len(tags), b"", b""
    for name, content in tags.items():
        table += name + struct.pack(">II", start + len(body), len(content))
        body += content
    head = bytes(8) + bytes([2, 0x20, 0, 0]) + b"mntr" + space + b"XYZ " + bytes(12) + b"acsp" + bytes(28)
    head += _fixed(0.9642, 1, 0.8249) + bytes(48)
    return struct.pack(">I", start + len(body)) + head[4:] + struct.pack(">I", len(tags)) + table + body


def _one_colour(path: Path) -> list[int]:
    pixels = read_pixels(path)
    assert (pixels == pixels[0, 0]).all()
    return pixels[0, 0].tolist()


def test_profiles_are_applied(tmp_path: Path) -> None:
    Image.new("RGB", (9, 9), (128, 128, 0)).save(tmp_path / "a.png", icc_profile=linear_profile())
    assert _one_colour(tmp_path / "a.png") == pytest.approx([188, 188, 0], abs=1)
    Image.new("L", (9, 9), 128).save(tmp_path / "b.png", icc_profile=linear_profile(b"GRAY"))
    assert _one_colour(tmp_path / "b.png") == pytest.approx([188, 188, 188], abs=1)
    Image.new("RGBA", (9, 9), (128, 128, 0, 90)).save(tmp_path / "c.webp", lossless=True, icc_profile=linear_profile())
    assert _one_colour(tmp_path / "c.webp") == pytest.approx([188, 188, 0], abs=1)


def test_profiles_that_are_damaged_or_of_another_kind_are_passed_over(tmp_path: Path) -> None:
    for name, profile in (("a.png", b"not a profile at all"), ("b.png", linear_profile(b"GRAY"))):
        Image.new("RGB", (9, 9), (128, 40, 0)).save(tmp_path / name, icc_profile=profile)
        assert _one_colour(tmp_path / name) == [128, 40, 0]


@pytest.mark.parametrize("name", ["a.png", "a.tiff"])
def test_sixteen_bits_are_scaled(name: str, tmp_path: Path) -> None:
    values = np.array([[0, 255, 256, 32768, 65535]], np.uint16)
    Image.fromarray(values).save(tmp_path / name)
    assert read_pixels(tmp_path / name)[0, :, 0].tolist() == [0, 0, 1, 128, 255]


def test_values_that_no_browser_shows_are_named(tmp_path: Path) -> None:
    Image.fromarray(np.ones((4, 4), np.float32)).save(tmp_path / "a.tiff")
    with pytest.raises(AgeLensError, match=r"a\.tiff cannot be read as a picture \(values of 32 bits"):
        read_pixels(tmp_path / "a.tiff")


def test_transparency_is_black_and_keeps_colours_else(tmp_path: Path) -> None:
    pixels = np.full((1, 3, 4), (200, 100, 50, 255), np.uint8)
    pixels[0, 1:, 3] = (128, 0)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    assert read_pixels(tmp_path / "a.png")[0].tolist() == [[200, 100, 50], [200, 100, 50], [0, 0, 0]]
    palette = Image.fromarray(pixels[..., :3]).convert("P")
    palette.save(tmp_path / "b.png", transparency=palette.getpixel((0, 0)))
    assert _one_colour(tmp_path / "b.png") == [0, 0, 0]
    palette.save(tmp_path / "c.gif")
    assert _one_colour(tmp_path / "c.gif") == np.asarray(palette.convert("RGB"))[0, 0].tolist()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16"])
def test_every_mode_gives_three_channels(mode: str, tmp_path: Path) -> None:
    suffix = "tiff" if mode in ("CMYK", "YCbCr", "I;16") else "png"
    Image.new(mode, (7, 5)).save(tmp_path / f"a.{suffix}")
    assert read_pixels(tmp_path / f"a.{suffix}").shape == (5, 7, 3)


@pytest.mark.parametrize("suffix", ["jpg", "jfif", "png", "webp", "bmp", "gif", "avif", "tif", "tiff"])
def test_every_format_that_is_listed_is_read(suffix: str, tmp_path: Path) -> None:
    draw_face(30, 1).save(tmp_path / f"a.{suffix}")
    assert list_pictures(tmp_path) == [f"a.{suffix}"]
    assert read_pixels(tmp_path / f"a.{suffix}").mean() == pytest.approx(np.asarray(draw_face(30, 1)).mean(), abs=4)


@pytest.mark.parametrize("brand", [b"mif1", b"miaf", b"MA1B"])
def test_other_first_brands_of_avif(brand: bytes, tmp_path: Path) -> None:
    file = BytesIO()
    draw_face(30, 1).save(file, "AVIF")
    content = file.getvalue()
    (tmp_path / "a.avif").write_bytes(content[:8] + brand + content[12:])
    assert read_pixels(tmp_path / "a.avif").shape == (64, 64, 3)


def test_damaged_exif_is_passed_over(tmp_path: Path) -> None:
    exif = b"Exif\0\0II*\0" + struct.pack("<I", 0xFFFFFF)
    draw_face(30, 1).save(tmp_path / "a.jpg", exif=exif)
    assert read_pixels(tmp_path / "a.jpg").shape == (64, 64, 3)


def test_a_jpeg_may_lack_its_end_but_no_part_of_the_picture(tmp_path: Path) -> None:
    file = BytesIO()
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    Image.fromarray(noise).save(file, "JPEG", quality=90)
    whole = file.getvalue()
    for name, content in (("whole", whole), ("endless", whole[:-2]), ("cut", whole[:-700]), ("half", whole[:4000])):
        (tmp_path / f"{name}.jpg").write_bytes(content)
    assert (read_pixels(tmp_path / "endless.jpg") == read_pixels(tmp_path / "whole.jpg")).all()
    for name in ("cut", "half"):
        with pytest.raises(AgeLensError, match="truncated"):
            read_pixels(tmp_path / f"{name}.jpg")


def test_other_formats_are_listed(tmp_path: Path) -> None:
    draw_face(30, 1).save(tmp_path / "a.jpg")
    for name in ("b.HEIC", "c.svg", "notes.txt", ".d.heic"):
        (tmp_path / name).touch()
    assert [name for name, _ in list_skipped(tmp_path)] == ["b.HEIC", "c.svg"]
