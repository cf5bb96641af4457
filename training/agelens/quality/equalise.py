"""The app's equalising filters in colour: src/engine/image/luma-table.ts and the two filters that use it, in NumPy."""

from collections.abc import Callable

import numpy as np

from agelens.quality.metrics import luma

LUMA_BINS = 256
CLAHE_TILES = 4

# Luma of whole channel values comes in steps of 0.001; a quarter of a step keeps rounding from deciding at the halves.
_HALF = 0.50025


def histogram_equalisation(image: np.ndarray, strength: float) -> np.ndarray:
    """Moves luma to its equalised value by `strength`; colour differences stay. One grey stays as it is."""
    plane = luma(image).astype(np.float32)
    counts = _histogram(plane)
    lowest = counts[counts > 0][0]
    others = plane.size - lowest
    below = np.maximum(np.cumsum(counts) - lowest, 0)
    table = 255 * below / others if others else np.arange(LUMA_BINS, dtype=float)
    return _move(image, plane, strength, lambda values: _look_up(table, values))


def clahe(image: np.ndarray, strength: float, clip_limit: float) -> np.ndarray:
    """Moves luma by `strength` towards its value equalised within the tiles around each pixel (Zuiderveld, 1994)."""
    plane = luma(image).astype(np.float32)
    height, width = plane.shape
    tile = -(-height // CLAHE_TILES), -(-width // CLAHE_TILES)
    tables = _tile_tables(plane, tile, clip_limit)
    y = np.arange(height)[:, None] / tile[0] - 0.5
    x = np.arange(width)[None, :] / tile[1] - 0.5
    return _move(image, plane, strength, lambda values: _between_tiles(tables, x, y, values))


def _tile_tables(plane: np.ndarray, tile: tuple[int, int], clip_limit: float) -> np.ndarray:
    """The clipped, redistributed and cumulated histogram 0…255 of every tile, [tiles, tiles, bins]."""
    rows = reflect101(np.arange(CLAHE_TILES * tile[0]), plane.shape[0])
    columns = reflect101(np.arange(CLAHE_TILES * tile[1]), plane.shape[1])
    padded = plane[rows][:, columns].reshape(CLAHE_TILES, tile[0], CLAHE_TILES, tile[1])
    area = tile[0] * tile[1]
    limit = max(int(clip_limit * area / LUMA_BINS), 1)
    tiles = [[_clipped(_histogram(padded[i, :, j]), limit) for j in range(CLAHE_TILES)] for i in range(CLAHE_TILES)]
    return 255 * np.cumsum(tiles, axis=-1) / area


def _clipped(counts: np.ndarray, limit: int) -> np.ndarray:
    """Cuts counts at `limit` and hands the excess out: evenly, and the rest to bins at even steps from 0."""
    excess = int(np.maximum(counts - limit, 0).sum())
    every_bin, rest = divmod(excess, LUMA_BINS)
    step = max(LUMA_BINS // max(rest, 1), 1)
    bins = np.arange(LUMA_BINS)
    extra = (bins % step == 0) & (bins // step < rest)
    return np.minimum(counts, limit) + every_bin + extra


def _between_tiles(tables: np.ndarray, x: np.ndarray, y: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The tables' value at positions in units of tiles, bilinear between the tiles' centres."""
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)

    def value(column: np.ndarray, row: np.ndarray) -> np.ndarray:
        last = CLAHE_TILES - 1
        return _look_up(tables, values, (np.clip(row, 0, last), np.clip(column, 0, last)))

    upper = value(left, top) + (x - left) * (value(left + 1, top) - value(left, top))
    lower = value(left, top + 1) + (x - left) * (value(left + 1, top + 1) - value(left, top + 1))
    return upper + (y - top) * (lower - upper)


def _histogram(plane: np.ndarray) -> np.ndarray:
    bins = np.floor(np.clip(plane.astype(float) + _HALF, 0, LUMA_BINS - 1)).astype(int)
    return np.bincount(bins.ravel(), minlength=LUMA_BINS)


def _look_up(tables: np.ndarray, values: np.ndarray, which: tuple[np.ndarray, ...] = ()) -> np.ndarray:
    """A table's number for lumas, linear between entries; `which` chooses a table per pixel."""
    position = np.clip(values.astype(float), 0, LUMA_BINS - 1)
    lower = np.floor(position).astype(int)
    low = tables[(*which, lower)]
    return low + (position - lower) * (tables[(*which, np.minimum(lower + 1, LUMA_BINS - 1))] - low)


def _move(
    image: np.ndarray, plane: np.ndarray, strength: float, wanted: Callable[[np.ndarray], np.ndarray]
) -> np.ndarray:
    return image + (strength * (wanted(plane) - plane))[..., None]


def reflect101(index: np.ndarray, size: int) -> np.ndarray:
    """Indices that stand for those outside of 0…size−1, mirrored at the edge pixels (OpenCV's BORDER_REFLECT_101)."""
    period = max(2 * (size - 1), 1)
    phase = np.abs(index) % period
    return np.minimum(np.minimum(phase, period - phase), size - 1)
