"""A network of a few thousand parameters with every kind of layer, and a configuration for it."""

import json
from pathlib import Path

TINY = {
    "id": "tiny",
    "input": {"size": 32, "channels": 3},
    "layers": [
        {"kind": "conv", "name": "stem", "out": 8, "kernel": 3, "stride": 2, "activation": "relu"},
        {"kind": "fused", "name": "thick", "out": 8, "expand": 2, "kernel": 3, "stride": 2, "activation": "relu"},
        {
            "kind": "inverted",
            "name": "wide",
            "out": 8,
            "expand": 2,
            "kernel": 3,
            "stride": 1,
            "squeeze": 0.25,
            "activation": "silu",
        },
        {"kind": "global-average-pool"},
        {"kind": "dropout", "rate": 0.2},
        {"kind": "dense", "name": "head", "out": 101},
    ],
    "head": {"kind": "age-posterior", "bins": 101},
}

CONFIG = """
name = "tiny"
spec = "spec.json"
seed = 3
[loss]
gender_weight = 0.1
[optimiser]
batch = 16
[schedule]
epochs = 3
sizes = [[0.0, 24], [0.6, 32]]
[runtime]
threads = 1
bf16 = false
"""


def spec_with(head: dict, width: int) -> dict:
    """The tiny network with another head of `width` outputs."""
    return TINY | {"layers": [*TINY["layers"][:-1], {"kind": "dense", "name": "head", "out": width}], "head": head}


def write_config(folder: Path, text: str = CONFIG, spec: dict = TINY) -> Path:
    """Put spec.json and config.toml into `folder`; returns the path of the latter."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "spec.json").write_text(json.dumps(spec))
    (folder / "config.toml").write_text(text)
    return folder / "config.toml"
