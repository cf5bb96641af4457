"""Test pictures by formula, the same as src/engine/image/testing/contract-images.ts: whole numbers, no faces."""

import numpy as np


def pattern(name: str, width: int, height: int, grey: bool = False) -> np.ndarray:
    """An [y, x, RGB] float32 picture, 0…255; a grey one repeats the first channel."""
    y, x, channel = np.meshgrid(np.arange(height), np.arange(width), np.arange(3), indexing="ij")
    return _formula(name, x, y, channel * (not grey)).astype(np.float32)


def _formula(name: str, x: np.ndarray, y: np.ndarray, channel: np.ndarray) -> np.ndarray:
    if name == "smooth":
        return 40 + _triangle(3 * x + 2 * y + 20 * channel, 80) + _triangle(5 * y - x + 300, 60)
    if name == "texture":
        return (x * 97 + y * 57 + channel * 31 + x * y * 13 + ((x * x * 7 + y * y * 11) % 101)) % 256
    if name == "edges":
        return np.where(((x >> 3) + (y >> 2) + channel) % 2 == 0, 210, 35) + ((x * 5 + y * 3) % 7)
    if name == "dark":
        return 6 + _triangle(2 * x + 3 * y, 18) + channel + ((x * 3 + y * 7) % 5)
    raise ValueError(f"There is no pattern {name!r}; use smooth, texture, edges or dark.")


def _triangle(position: np.ndarray, height: int) -> np.ndarray:
    phase = position % (2 * height)
    return np.where(phase <= height, phase, 2 * height - phase)
