"""Where a network for predictions comes from: an exported folder, or a model that the app publishes."""

from pathlib import Path
from typing import Any

import numpy as np
import torch

from agelens.align.template import MANIFEST, from_dict
from agelens.config import Normalisation
from agelens.errors import AgeLensError
from agelens.export.bundle import Export, load_export
from agelens.export.fold import network_from_weights
from agelens.files import read_json, sha256_of
from agelens.models.spec import read_layers
from agelens.models.tfjs import read_weights
from agelens.predict.reader import readers_from_json

SPECS = Path(__file__).parents[2] / "specs"
_MADE_BY = "`npm run convert`"
_GATES = (".reduce", ".excite")  # dense layers there, 1×1 convolutions here


def load_model(export: Path | None, model_id: str | None, manifest: Path = MANIFEST) -> Export:
    """The exported folder, else the published model of that id, else the app's default model."""
    if export is not None:
        return load_export(export)
    content = read_json(manifest, _MADE_BY)
    models = {model["id"]: model for model in content["models"]}
    entry = models.get(model_id or content["defaultModel"])
    if entry is None:
        raise AgeLensError(f"{manifest} has no model '{model_id}'; choose one of {', '.join(models)}.")
    return _published(entry, manifest.parent)


def _published(entry: dict[str, Any], folder: Path) -> Export:
    spec = read_layers(SPECS / f"{entry['id']}.json")
    network = network_from_weights(spec, torch_weights(_read_layers(entry, folder)))
    normalisation = Normalisation(mean=entry["input"]["mean"], std=entry["input"]["standardDeviation"])
    template = from_dict(entry["alignment"])
    return Export(network, normalisation, template, readers_from_json(spec.head, entry), entry)


def _read_layers(entry: dict[str, Any], folder: Path) -> dict[str, np.ndarray]:
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
