"""Read the weights of a TensorFlow.js model: a model.json beside binary files."""

from pathlib import Path
from typing import Any

import numpy as np

from agelens.errors import AgeLensError
from agelens.files import read_json


def read_weights(model_json: Path) -> dict[str, np.ndarray]:
    """Every weight as float32 (or its own integer type) by name, in TensorFlow's axis order.

    Understands weights stored as they are, as float16, and as affine integers (value = stored · scale + min).

    Raises:
        AgeLensError: if a file is missing or shorter than its manifest says.
    """
    content = read_json(model_json, "the package that the model comes with")
    weights: dict[str, np.ndarray] = {}
    for group in content.get("weightsManifest", []):
        stored = b"".join(_read(model_json.parent / path) for path in group["paths"])
        offset = 0
        for entry in group["weights"]:
            weights[entry["name"]], offset = _decode(stored, offset, entry, model_json)
    return weights


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise AgeLensError(f"{path} is missing; it belongs beside the model.json that names it.")
    return path.read_bytes()


def _decode(stored: bytes, offset: int, entry: dict[str, Any], source: Path) -> tuple[np.ndarray, int]:
    quantization = entry.get("quantization", {})
    kind = np.dtype(quantization.get("dtype", entry["dtype"]))
    count = int(np.prod(entry["shape"], dtype=int))
    end = offset + count * kind.itemsize
    if end > len(stored):
        raise AgeLensError(f"The weights of {source} are shorter than it says; get the package again.")
    values = np.frombuffer(stored, kind, count, offset).reshape(entry["shape"])
    if not quantization:
        return values, end
    values = values.astype(np.float32)
    if kind != np.float16:
        values = values * np.float32(quantization["scale"]) + np.float32(quantization["min"])
    return values, end
