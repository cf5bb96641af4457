"""Starting from a published model or an earlier run."""

import json
from pathlib import Path

import pytest
import torch
from command_line import agelens
from tiny import write_config

from agelens.config import read_config
from agelens.errors import AgeLensError
from agelens.models.build import build
from agelens.models.fold import fold
from agelens.models.network import Network
from agelens.models.pretrained import started_from, unfold
from agelens.models.published import find_published, read_published
from agelens.models.spec import Spec
from agelens.models.stored import read_state

BLOCKS = [
    {"kind": "conv", "name": "stem", "out": 8, "kernel": 3, "stride": 2, "activation": "relu"},
    {"kind": "fused", "name": "b1", "out": 8, "expand": 2, "kernel": 3, "stride": 1, "activation": "relu"},
    {
        "kind": "inverted",
        "name": "b2",
        "out": 12,
        "expand": 2,
        "kernel": 3,
        "stride": 2,
        "squeeze": 0.25,
        "activation": "silu",
    },
    {"kind": "separable", "name": "b3", "out": 16, "kernel": 3, "stride": 1, "activation": "relu"},
    {"kind": "global-average-pool"},
    {"kind": "dense", "name": "hidden", "out": 12, "activation": "relu"},
    {"kind": "dense", "name": "head", "out": 101},
]


def _trained(spec: Spec) -> Network:
    """A network whose normalisations have seen something."""
    torch.manual_seed(0)
    network = build(spec)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
            torch.nn.init.normal_(module.bias)
    network.train()(torch.randn(16, 3, 16, 16))
    return network.eval()


@torch.inference_mode()
def test_unfolding_changes_no_answer_whatever_the_blocks() -> None:
    head = {"kind": "age-posterior", "bins": 101}
    spec = Spec.model_validate({"id": "t", "input": {"size": 16, "channels": 3}, "layers": BLOCKS, "head": head})
    folded = fold(_trained(spec))
    again, pictures = build(spec), torch.randn(32, 3, 16, 16)
    unfold(again, folded, pictures)
    assert torch.allclose(again.eval()(pictures), folded(pictures), atol=1e-4)
    moved = again.train()(pictures)
    assert torch.isfinite(moved).all()


@torch.inference_mode()
def test_the_published_network_can_be_trained_on_from_what_it_is() -> None:
    folded = read_published(find_published("compact-age"))
    network, pictures = build(folded.spec), torch.randn(8, 3, 144, 144)
    unfold(network, folded, pictures)
    own, theirs = (one.eval()(pictures).softmax(1) for one in (network, folded))
    assert torch.allclose(own, theirs, atol=1e-4)


def test_fine_tuning_starts_from_an_earlier_run(drawn: Path, trained: Path, tmp_path: Path) -> None:
    config, run = write_config(tmp_path), tmp_path / "run"
    config.write_text(config.read_text().replace("[optimiser]", "[optimiser]\nlearning_rate = 1e-12", 1))
    agelens("train", config, "--data", drawn, "--run", run, "--epochs", 1, "--init", trained / "best.pt")
    before, after = (read_state(folder / "best.pt", "training") for folder in (trained, run))
    weights = [name for name in before if name.endswith("conv.weight")]
    assert weights
    assert all(torch.allclose(before[name], after[name], atol=1e-5) for name in weights)
    settings = json.loads((run / "config.json").read_text())
    assert settings["start_from"] == str(trained / "best.pt")


def test_other_networks_and_unknown_models_are_refused(drawn: Path, tmp_path: Path) -> None:
    config, run = write_config(tmp_path), tmp_path / "run"
    with pytest.raises(AgeLensError, match="no model 'nobody'"):
        agelens("train", config, "--data", drawn, "--run", run, "--init", "nobody")
    with pytest.raises(AgeLensError, match="other layers"):
        agelens("train", config, "--data", drawn, "--run", run, "--init", "compact-age")


def test_only_one_place_says_where_training_starts(tmp_path: Path) -> None:
    config = write_config(tmp_path)
    start = f'start_from = "compact-age"\n{config.read_text()}'
    config.write_text(start)
    assert started_from(read_config(config)) == "the published model compact-age"
    config.write_text(f'{start}\n[initialise]\nweights = "face.json"\nsha256 = "{"0" * 64}"\n')
    with pytest.raises(AgeLensError, match="keep one of them"):
        read_config(config)
