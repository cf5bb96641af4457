"""Near-duplicate pictures found by two perceptual hashes that must both agree."""

from pathlib import Path

import imagehash
import numpy as np
from PIL import Image
from tqdm import tqdm


def hash_pictures(paths: list[Path]) -> np.ndarray:
    """pHash and dHash of every picture as 64-bit words, shape [N, 2] (columns: pHash, dHash)."""
    hashes = np.zeros((len(paths), 2), np.uint64)
    for row, path in enumerate(tqdm(paths, desc="hashing", unit="picture")):
        with Image.open(path) as picture:
            grey = picture.convert("L")
        hashes[row] = [_word(imagehash.phash(grey)), _word(imagehash.dhash(grey))]
    return hashes


def _word(picture_hash: imagehash.ImageHash) -> int:
    return int(str(picture_hash), 16)


def near_pairs(hashes: np.ndarray, max_bits: int, block: int = 512) -> np.ndarray:
    """Index pairs (i < j), shape [P, 2], whose hashes differ in at most `max_bits` of 64 bits, both of them."""
    pairs = []
    for start in tqdm(range(0, len(hashes), block), desc="comparing", unit="block"):
        rows = hashes[start : start + block]
        near = np.ones((len(rows), len(hashes) - start), bool)
        for column in range(hashes.shape[1]):
            difference = rows[:, None, column] ^ hashes[None, start:, column]
            near &= np.bitwise_count(difference) <= max_bits
        i, j = np.nonzero(np.triu(near, k=1))
        pairs.append(np.stack([i + start, j + start], axis=1))
    return np.concatenate(pairs)


def group_pairs(count: int, pairs: np.ndarray) -> np.ndarray:
    """Union-find: group number of every picture, shape [N]; the number is the group's smallest index."""
    parent = np.arange(count)

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, j in pairs:
        a, b = root(i), root(j)
        parent[max(a, b)] = min(a, b)
    return np.array([root(node) for node in range(count)], int)


def conflicting(groups: np.ndarray, ages: np.ndarray, max_years: int) -> np.ndarray:
    """True for pictures whose group contains ages more than `max_years` apart, shape [N]."""
    oldest = np.full(len(groups), -1)
    youngest = np.full(len(groups), 1000)
    np.maximum.at(oldest, groups, ages)
    np.minimum.at(youngest, groups, ages)
    return (oldest - youngest)[groups] > max_years
