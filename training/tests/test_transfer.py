"""timm's backbones with random weights: no test downloads anything."""

from pathlib import Path

import numpy as np
import pytest
import torch
from synthetic import write_data

from agelens.config import read_config
from agelens.errors import AgeLensError
from agelens.models.backbone import BackboneNetwork, import_timm
from agelens.models.build import build
from agelens.models.network import count_parameters
from agelens.models.run_folder import load_run
from agelens.models.spec import BackboneSpec, read_spec
from agelens.train.loop import train

SPECS = sorted((Path(__file__).parents[1] / "specs" / "transfer").glob("*.json"))
SPEC = """{
  "id": "small-backbone",
  "input": { "size": 32, "channels": 3 },
  "budget": 3000000,
  "backbone": "mobilenetv2_100",
  "head": { "kind": "age-posterior", "bins": 101 }
}"""
CONFIG = """
name = "transfer"
spec = "spec.json"
[optimiser]
batch = 16
[schedule]
epochs = 2
sizes = [[0.0, 32]]
[runtime]
threads = 1
bf16 = false
[transfer]
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Random weights in a file as timm's users have them, with timm's own classifier."""
    torch.manual_seed(5)
    path = tmp_path_factory.mktemp("weights") / "weights.pth"
    torch.save(import_timm().create_model("mobilenetv2_100").state_dict(), path)
    return path


def _config(folder: Path, transfer: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "spec.json").write_text(SPEC)
    (folder / "config.toml").write_text(CONFIG + transfer)
    return folder / "config.toml"


def _body(run: Path) -> dict[str, torch.Tensor]:
    state = load_run(run)[0].body.state_dict()
    return {name: value for name, value in state.items() if "num_batches" not in name}


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_shipped_backbones_fit_their_budget_and_read_an_input(path: Path) -> None:
    spec = read_spec(path)
    with torch.device("meta"):
        network = build(spec).eval()
        outputs = network(torch.zeros(1, 3, spec.input.size, spec.input.size))
    assert outputs.shape == (1, 101)
    assert 0.7 * spec.budget < count_parameters(network) < spec.budget
    network.freeze(1)
    assert network.head.weight.requires_grad
    assert 0 < count_parameters(network.body) < 0.9 * spec.budget


def test_a_head_on_cached_features_ends_as_a_whole_network(data: Path, weights: Path, tmp_path: Path) -> None:
    config = read_config(_config(tmp_path, f'weights = "{weights}"\ntrain_stages = 0\ncached = true\n'))
    assert train(config, data, tmp_path / "run")
    stored = torch.load(weights, weights_only=True)
    assert all(torch.equal(value, stored[name]) for name, value in _body(tmp_path / "run").items())
    assert np.load(tmp_path / "run" / "features-train.npy").shape == (48, 1280)
    network = load_run(tmp_path / "run")[0]
    assert network.head.bias.abs().max() > 0


def test_cached_features_of_other_weights_are_refused(data: Path, weights: Path, tmp_path: Path) -> None:
    frozen = "train_stages = 0\ncached = true\n"
    train(read_config(_config(tmp_path, f'weights = "{weights}"\n{frozen}')), data, tmp_path / "run")
    (tmp_path / "run" / "checkpoint.pt").unlink()
    with pytest.raises(AgeLensError, match=r"features-train\.npy was made of other pictures or weights"):
        train(read_config(_config(tmp_path, f'weights = "none"\n{frozen}')), data, tmp_path / "run")


def test_fine_tuning_changes_the_last_stages_only(data: Path, weights: Path, tmp_path: Path) -> None:
    config = read_config(_config(tmp_path, f'weights = "{weights}"\ntrain_stages = 2\n'))
    assert train(config, data, tmp_path / "run")
    stored, body = torch.load(weights, weights_only=True), _body(tmp_path / "run")
    changed = {name for name, value in body.items() if not torch.equal(value, stored[name])}
    assert changed
    assert all(name.startswith(("blocks.5", "blocks.6", "conv_head", "bn2")) for name in changed)
    again = read_config(_config(tmp_path / "next", f'weights = "{tmp_path / "run" / "best.pt"}"\ntrain_stages = 0\n'))
    assert train(again, data, tmp_path / "next" / "run")
    assert all(torch.equal(value, body[name]) for name, value in _body(tmp_path / "next" / "run").items())


@pytest.mark.parametrize(
    ("transfer", "message"),
    [
        ('weights = "nowhere.pth"\n', r"nowhere\.pth does not exist; give a file, 'timm' or 'none'"),
        ('weights = "spec.json"\n', r"spec\.json gives no weights for 'mobilenetv2_100'"),
        ('weights = "none"\ntrain_stages = 99\n', r"train_stages = 99, but 'mobilenetv2_100' has \d+ stages"),
    ],
)
def test_wrong_weights_and_stages_are_one_sentence(transfer: str, message: str, data: Path, tmp_path: Path) -> None:
    with pytest.raises(AgeLensError, match=message):
        train(read_config(_config(tmp_path, transfer)), data, tmp_path / "run")


def test_caching_needs_a_frozen_backbone_and_a_backbone_its_table(data: Path, tmp_path: Path) -> None:
    with pytest.raises(AgeLensError, match="cached features need train_stages = 0"):
        read_config(_config(tmp_path, "cached = true\n"))
    path = _config(tmp_path, "")
    path.write_text(path.read_text().replace("[transfer]", ""))
    with pytest.raises(AgeLensError, match=r"say in \[transfer\] where its weights come from"):
        train(read_config(path), data, tmp_path / "run")


def test_features_are_pooled_alike() -> None:
    network = BackboneNetwork(BackboneSpec.model_validate_json(SPEC)).eval()
    x = torch.randn(2, 3, 32, 32)
    pooled = network.body(x)
    assert torch.allclose(network.features(x), pooled, atol=1e-5)
