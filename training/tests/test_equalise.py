import pytest
import torch
from tiny import TINY
from torch import nn

from agelens.export.correct_biases import corrected_biases
from agelens.export.equalise import equalise
from agelens.export.precision import store
from agelens.models.build import build
from agelens.models.fold import fold, named_weights, network_from_weights
from agelens.models.network import Network
from agelens.models.spec import Spec

DEPTHWISE = [
    {"kind": "conv", "name": "stem", "out": 32, "kernel": 3, "stride": 2, "activation": "relu"},
    {"kind": "depthwise", "name": "dw1", "kernel": 3, "stride": 1, "activation": "leaky-relu"},
    {"kind": "conv", "name": "pw1", "out": 64, "kernel": 1, "stride": 1, "activation": "relu"},
    {"kind": "depthwise", "name": "dw2", "kernel": 3, "stride": 2, "activation": "silu"},
    {"kind": "conv", "name": "pw2", "out": 32, "kernel": 1, "stride": 1, "activation": "relu"},
    {"kind": "global-average-pool"},
    {"kind": "dense", "name": "head", "out": 101},
]


@pytest.fixture
def folded() -> Network:
    """A folded network whose channels differ by three orders of magnitude, one of them dead."""
    torch.manual_seed(0)
    network = build(Spec.model_validate({**TINY, "layers": DEPTHWISE})).eval()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.weight.data = 10 ** torch.empty(len(module.weight)).uniform_(-2, 1)
            module.weight.data[3] = 0
    return fold(network)


def _coarse(values: torch.Tensor) -> torch.Tensor:
    """Nine values instead of all."""
    step = values.abs().max() / 4
    return (values / step).round() * step


def _ranges(network: Network, part: str) -> torch.Tensor:
    return named_weights(network)[f"{part}.weight"].abs().flatten(1).amax(1)


def test_equalising_changes_weights_and_nothing_else(folded: Network) -> None:
    x = torch.randn(2, 3, 32, 32)
    outputs, before = folded(x), _ranges(folded, "dw1.depthwise")
    equalise(folded)
    assert torch.allclose(folded(x), outputs, rtol=1e-4, atol=1e-4)
    after = _ranges(folded, "dw1.depthwise")
    alive = before > 0
    assert after[alive].max() / after[alive].median() < 0.3 * before[alive].max() / before[alive].median()


def test_channels_through_other_activations_keep_their_size(folded: Network) -> None:
    before = named_weights(folded)["pw2.conv.weight"].clone()
    equalise(folded)
    assert torch.equal(named_weights(folded)["pw2.conv.weight"], before)


def test_corrected_biases_bring_the_outputs_back(folded: Network) -> None:
    x = torch.randn(16, 3, 32, 32)
    weights = named_weights(folded)
    rough = {name: _coarse(values) if name.endswith(".weight") else values for name, values in weights.items()}
    rounded = store(rough, "float32")
    biases = corrected_biases(folded, rounded, x)
    assert set(biases) == {name for name in weights if name.endswith(".bias")}

    def distance(weights: dict[str, torch.Tensor]) -> float:
        return float((network_from_weights(folded.spec, weights)(x).mean(0) - folded(x).mean(0)).abs().max())

    assert distance(rough | biases) < 1e-3 * distance(rough)
