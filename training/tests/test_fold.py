import copy

import pytest
import torch
from tiny import TINY
from torch import nn

from agelens.models.build import build
from agelens.models.fold import fold, named_weights, network_from_weights
from agelens.models.network import Network
from agelens.models.spec import Spec


@pytest.fixture
def network() -> Network:
    """A tiny network whose norms are far from neutral."""
    torch.manual_seed(0)
    network = build(Spec.model_validate(TINY)).eval()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            for values in (module.weight.data, module.running_var):
                values.uniform_(0.5, 2)
            for values in (module.bias.data, module.running_mean):
                values.normal_()
    return network


def test_folding_keeps_the_outputs_and_the_original(network: Network) -> None:
    x, before = torch.randn(2, 3, 32, 32), copy.deepcopy(network.state_dict())
    assert torch.allclose(fold(network)(x), network(x), atol=1e-5)
    assert all(torch.equal(before[name], value) for name, value in network.state_dict().items())


def test_weights_carry_the_documented_names_and_rebuild_the_network(network: Network) -> None:
    folded = fold(network)
    weights = named_weights(folded)
    parts = ["stem.conv", "thick.expand", "thick.project", "head.dense"]
    parts += [f"wide.{part}" for part in ("expand", "depthwise", "reduce", "excite", "project")]
    assert set(weights) == {f"{part}.{kind}" for part in parts for kind in ("weight", "bias")}
    assert weights["wide.depthwise.weight"].shape == (16, 1, 3, 3)
    x = torch.randn(1, 3, 32, 32)
    assert torch.equal(network_from_weights(network.spec, weights)(x), folded(x))
