"""Training a head on features that the frozen backbone computed once.

Without augmentation, but hundreds of times faster: good for choosing a backbone, a loss or a learning rate.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from tqdm import tqdm

from agelens.config import Config
from agelens.crops.part import Part
from agelens.errors import AgeLensError
from agelens.files import read_json, write_json
from agelens.models.backbone import BackboneNetwork
from agelens.models.network import Network
from agelens.predict.logits import predict_logits
from agelens.train.batches import Batch, Batches

_CHUNK = 128


class HeadOnly(nn.Module):
    """The head of a backbone network, for inputs that are features already."""

    def __init__(self, network: BackboneNetwork):
        super().__init__()
        self.spec, self.width, self.head = network.spec, network.width, network.head

    def features(self, x: torch.Tensor) -> torch.Tensor:
        return x

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(x)


# What a run can train.
Learner = Network | BackboneNetwork | HeadOnly


class FeatureBatches(Batches):
    """Batches of rows of a feature table [N, width] instead of pictures."""

    def __init__(self, features: torch.Tensor, part: Part, config: Config, oldest: int):
        super().__init__(part, config, oldest)
        self.features = features

    def _make(self, step: int, rows: torch.Tensor) -> Batch:
        return self.labelled(self.features[rows], rows)


def features_of(network: BackboneNetwork, part: Part, config: Config, path: Path) -> torch.Tensor:
    """Features of the plain central crops, float32 [N, width], kept in `path`; continues a started table.

    Raises AgeLensError where the table was made of other pictures or by other weights.
    """
    settings = {"network": _fingerprint(network), "pictures": _hash("\n".join(part.names).encode())}
    table, done = _open(path, (len(part), network.width), settings)
    size = network.spec.input.size
    with tqdm(desc=f"features {path.stem}", total=len(part), initial=done, unit="picture") as bar:
        for first in range(done, len(part), _CHUNK):
            crops = part.crops[first : first + _CHUNK]
            table[first : first + len(crops)] = predict_logits(
                _FeaturesOf(network), crops, part.frame, size, config.normalisation, config.runtime.bf16
            )
            table.flush()
            write_json(path.with_suffix(".json"), {**settings, "done": first + len(crops)})
            bar.update(len(crops))
    return torch.from_numpy(np.array(table))


def whole_state(network: BackboneNetwork) -> Callable[[nn.Module], dict[str, Any]]:
    """State of the whole network with the learnt head in place of its own."""

    def state(learnt: nn.Module) -> dict[str, Any]:
        heads = {f"head.{name}": value for name, value in learnt.get_submodule("head").state_dict().items()}
        return network.state_dict() | heads

    return state


class _FeaturesOf(nn.Module):
    def __init__(self, network: BackboneNetwork):
        super().__init__()
        self.network = network

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.network.features(x)


def _open(path: Path, shape: tuple[int, int], settings: dict[str, Any]) -> tuple[np.memmap, int]:
    state = path.with_suffix(".json")
    if path.is_file() and state.is_file():
        before = read_json(state, "`agelens train`")
        if {**before, "done": 0} != {**settings, "done": 0}:
            raise AgeLensError(f"{path} was made of other pictures or weights; remove it to compute it again.")
        return np.lib.format.open_memmap(path, mode="r+"), before["done"]
    path.parent.mkdir(parents=True, exist_ok=True)
    return np.lib.format.open_memmap(path, mode="w+", dtype=np.float32, shape=shape), 0


def _fingerprint(network: BackboneNetwork) -> str:
    numbers = [parameter.double().sum().item() for parameter in network.body.parameters()]
    return _hash(repr((network.spec.backbone, network.spec.input.size, numbers)).encode())


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
