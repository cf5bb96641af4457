"""A tiny network with every kind of layer, its weights, an input and its outputs, for the converter to reproduce.

python -m agelens.export.layer_vectors training/parity/layers.json
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch

from agelens.files import write_text
from agelens.models.build import build
from agelens.models.fold import fold, named_weights
from agelens.models.heads import SingleHead, heads_of, slices_of
from agelens.models.spec import Spec, write_spec

_DIGITS = 4
SPEC = {
    "id": "layers",
    "input": {"size": 18, "channels": 3},
    "layers": [
        {
            "kind": "conv",
            "name": "biased",
            "out": 4,
            "kernel": 3,
            "stride": 1,
            "activation": "leaky-relu",
            "norm": False,
        },
        {"kind": "max-pool", "kernel": 3, "stride": 2},
        {"kind": "conv", "name": "normed", "out": 4, "kernel": 3, "stride": 2, "activation": "silu"},
        {"kind": "separable", "name": "apart", "out": 6, "kernel": 3, "stride": 1, "activation": "leaky-relu"},
        {"kind": "depthwise", "name": "single", "kernel": 3, "stride": 1, "activation": "relu"},
        {"kind": "fused", "name": "thick", "out": 6, "expand": 2, "kernel": 3, "stride": 1, "activation": "relu"},
        {"kind": "fire", "name": "fire", "squeeze": 3, "out": 6, "activation": "relu"},
        {
            "kind": "inverted",
            "name": "wide",
            "out": 6,
            "expand": 2,
            "kernel": 3,
            "stride": 1,
            "squeeze": 0.5,
            "activation": "silu",
        },
        {"kind": "max-pool", "kernel": 2, "stride": 2},
        {"kind": "flatten"},
        {"kind": "dropout", "rate": 0.5},
        {"kind": "dense", "name": "hidden", "out": 5, "activation": "relu"},
        {"kind": "dense", "name": "head", "out": 3},
    ],
    "head": {
        "kind": "multi",
        "heads": [
            {"kind": "age-regression", "name": "years"},
            {"kind": "gender", "name": "gender"},
        ],
    },
}


@torch.inference_mode()
def layer_vectors() -> dict[str, Any]:
    """Spec, folded weights and input as rounded numbers, and for each head its probabilities or years."""
    spec = Spec.model_validate(SPEC)
    folded = fold(build(spec))
    generator = torch.Generator().manual_seed(5)
    for parameter in folded.parameters():
        scale = parameter[0].numel() ** -0.5 if parameter.ndim > 1 else 0.1
        parameter.copy_(_rounded(torch.randn(parameter.shape, generator=generator) * scale))
    x = _rounded(torch.rand(1, 3, spec.input.size, spec.input.size, generator=generator) * 2 - 1)
    outputs = folded(x)
    return {
        "spec": write_spec(spec),
        "weights": {name: _array(value) for name, value in named_weights(folded).items()},
        "input": _array(x.permute(0, 2, 3, 1)),
        "outputs": {one.name: _read(one.kind, outputs[:, part]) for one, part in _heads(spec)},
    }


def _heads(spec: Spec) -> Iterator[tuple[SingleHead, slice]]:
    return zip(heads_of(spec.head), slices_of(spec.head), strict=True)


def _read(kind: str, outputs: torch.Tensor) -> list[float]:
    values = outputs if kind == "age-regression" else torch.softmax(outputs, dim=1)
    return [round(value, 6) for value in values[0].tolist()]


def _rounded(values: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(np.round(values.numpy(), _DIGITS))


def _array(values: torch.Tensor) -> dict[str, Any]:
    numbers = [round(value, _DIGITS) for value in values.flatten().tolist()]
    return {"shape": list(values.shape), "data": numbers}


def write_vectors(path: Path) -> None:
    """Write the file, on one line."""
    text = json.dumps(layer_vectors()) + "\n"
    write_text(path, text)


if __name__ == "__main__":
    write_vectors(Path(sys.argv[1]))
