"""What the converter's tests rest on is what PyTorch gives now, for every kind of layer."""

import json
from pathlib import Path
from typing import get_args

import pytest

from agelens.export.layer_vectors import layer_vectors
from agelens.models.layers import Layer

COMMITTED = Path(__file__).parents[1] / "parity" / "layers.json"


def test_the_committed_vectors_are_pytorchs() -> None:
    committed, fresh = json.loads(COMMITTED.read_text()), layer_vectors()
    assert committed["spec"] == fresh["spec"]
    assert committed["weights"] == fresh["weights"]
    for name, outputs in fresh["outputs"].items():
        assert committed["outputs"][name] == pytest.approx(outputs, abs=1e-5)


def test_every_kind_of_layer_but_pooling_to_one_number_is_in_the_vectors() -> None:
    kinds = {get_args(kind.model_fields["kind"].annotation)[0] for kind in get_args(get_args(Layer)[0])}
    listed = {layer["kind"] for layer in layer_vectors()["spec"]["layers"]}
    assert kinds - listed == {"global-average-pool"}
