"""The models that the app publishes, as PyTorch networks."""

from pathlib import Path
from typing import Any

import numpy as np
import torch

from agelens.align.template import MANIFEST
from agelens.errors import AgeLensError
from agelens.files import read_json, sha256_of
from agelens.models.fold import network_from_weights
from agelens.models.network import Network
from agelens.models.spec import read_layers
from agelens.models.tfjs import read_weights

SPECS = Path(__file__).parents[2] / "specs"
_MADE_BY = "`npm run convert`"
_GATES = (".reduce", ".excite")  # dense layers there, 1×1 convolutions here


def find_published(model_id: str | None, manifest: Path = MANIFEST) -> dict[str, Any]:
    """The manifest's entry of a model, of the default one without an id; raises AgeLensError where there is none."""
    content = read_json(manifest, _MADE_BY)
    models = {model["id"]: model for model in content["models"]}
    entry: dict[str, Any] | None = models.get(model_id or content["defaultModel"])
    if entry is None:
        raise AgeLensError(f"{manifest} has no model '{model_id}'; choose one of {', '.join(models)}.")
    return entry


def read_published(entry: dict[str, Any], folder: Path = MANIFEST.parent) -> Network:
    """The network of a manifest's entry, batch normalisation folded into the convolutions, in float32.

    Raises AgeLensError where a file is missing or not the one that the manifest names.
    """
    spec = read_layers(SPECS / f"{entry['id']}.json")
    return network_from_weights(spec, torch_weights(_read_files(entry, folder)))


def _read_files(entry: dict[str, Any], folder: Path) -> dict[str, np.ndarray]:
    """Weights by name from the app's tfjs files, float32, in TensorFlow's layout."""
    for part in ("topology", "weights"):
        path = folder / entry[part]["path"]
        if not path.is_file() or sha256_of(path) != entry[part]["sha256"]:
            raise AgeLensError(f"{path} is missing or not what the manifest says; publish it again with {_MADE_BY}.")
    return read_weights(folder / entry["topology"]["path"])


def torch_weights(layers: dict[str, np.ndarray]) -> dict[str, torch.Tensor]:
    """Names and layouts of the export: `<layer>/kernel` [y, x, in, out] → `<layer>.weight` [out, in, y, x]."""
    weights = {}
    for name, values in layers.items():
        layer, part = name.rsplit("/", 1)
        weights[f"{layer}.{'bias' if part == 'bias' else 'weight'}"] = _to_torch(layer, part, values)
    return weights


def _to_torch(layer: str, part: str, values: np.ndarray) -> torch.Tensor:
    if values.ndim == 4:
        values = values.transpose((2, 3, 0, 1) if part == "depthwise_kernel" else (3, 2, 0, 1))
    elif values.ndim == 2:
        values = values.T
        if layer.endswith(_GATES):
            values = values[:, :, None, None]
    return torch.from_numpy(np.ascontiguousarray(values))
