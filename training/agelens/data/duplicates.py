"""Near-duplicate pictures found by two perceptual hashes that must both agree."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import imagehash
import numpy as np
from PIL import Image
from tqdm import tqdm

from agelens.data.pictures import read_pixels
from agelens.errors import AgeLensError
from agelens.jobs.run import Where, run_jobs

_PAIRS_AT_ONCE = 1 << 24


@dataclass(frozen=True)
class HashPicture:
    """pHash and dHash of pictures of a folder as hexadecimal words; runs in the workers."""

    folder: Path

    def __call__(self, name: str, _: None) -> dict[str, Any]:
        """The two words, or `broken` with the reason."""
        try:
            grey = Image.fromarray(read_pixels(self.folder / name)).convert("L")
        except AgeLensError as error:
            return {"broken": str(error)}
        return {"words": [str(imagehash.phash(grey)), str(imagehash.dhash(grey))]}


def hash_pictures(folder: Path, names: list[str], journal: Path, where: Where) -> tuple[np.ndarray, dict[str, str]]:
    """Hashes of every picture as 64-bit words, shape [N, 2] (columns: pHash, dHash), and reasons of the broken ones.

    Hashes of broken pictures are 0. An unfinished run goes on from `journal`.
    """
    identity = {"folder": folder.resolve(), "names": names}
    results = run_jobs(HashPicture(folder), dict.fromkeys(names), journal, identity, where, "hashing")
    hashes = np.array([[int(word, 16) for word in r.get("words", ("0", "0"))] for r in results], np.uint64)
    broken = {name: r["broken"] for name, r in zip(names, results, strict=True) if "broken" in r}
    return hashes, broken


def near_pairs(hashes: np.ndarray, max_bits: int, pairs_at_once: int = _PAIRS_AT_ONCE) -> np.ndarray:
    """Index pairs (i < j), shape [P, 2], whose hashes differ in at most `max_bits` of 64 bits, both of them.

    `pairs_at_once` bounds the memory, however many pictures there are: about 20 bytes for each.
    """
    block = max(pairs_at_once // len(hashes), 1)
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
    """True for pictures whose group contains ages more than `max_years` apart, shape [N].

    `ages` are youngest and oldest that each label allows, shape [N, 2]; ranges that touch do not conflict.
    """
    latest = np.full(len(groups), -1)
    earliest = np.full(len(groups), 1000)
    np.maximum.at(latest, groups, ages[:, 0])
    np.minimum.at(earliest, groups, ages[:, 1])
    return (latest - earliest)[groups] > max_years
