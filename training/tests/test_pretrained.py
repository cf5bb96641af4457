"""Taking over HSE-FaceRes: the same function before and after batch normalisation is measured anew."""

import json

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from agelens.config import Initialise, Normalisation
from agelens.errors import AgeLensError
from agelens.files import sha256_of
from agelens.models.build import build
from agelens.models.pretrained import take_over
from agelens.models.spec import Spec
from agelens.models.tfjs import read_weights

LAYERS = [
    {"kind": "conv", "name": "stem", "out": 4, "kernel": 3, "stride": 2, "activation": "relu"},
    {"kind": "depthwise", "name": "dw1", "kernel": 3, "stride": 1, "activation": "relu"},
    {"kind": "conv", "name": "pw1", "out": 6, "kernel": 1, "stride": 1, "activation": "relu"},
    {"kind": "global-average-pool"},
    {"kind": "dense", "name": "head", "out": 101},
]
SHAPES = {
    "conv1/convolution/merged_input": (3, 3, 3, 4),
    "conv1_bn/batchnorm_1/sub": (4,),
    "conv_dw_1/depthwise_kernel": (3, 3, 4, 1),
    "conv_dw_1_bn/batchnorm_1/mul": (4,),
    "conv_dw_1_bn/batchnorm_1/sub": (4,),
    "conv_pw_1/convolution/merged_input": (1, 1, 4, 6),
    "conv_pw_1_bn/batchnorm_1/sub": (6,),
}


@pytest.fixture
def network():
    head = {"kind": "age-posterior", "bins": 101}
    content = {"id": "tiny", "input": {"size": 16, "channels": 3}, "layers": LAYERS, "head": head}
    torch.manual_seed(0)
    return build(Spec.model_validate(content))


@pytest.fixture
def published(tmp_path):
    """A model.json in the published layout with float16 weights, and the weights."""
    rng = np.random.default_rng(1)
    weights = {name: (rng.normal(size=shape) * 0.1).astype(np.float16) for name, shape in SHAPES.items()}
    entries = [
        {"name": name, "shape": list(array.shape), "dtype": "float32", "quantization": {"dtype": "float16"}}
        for name, array in weights.items()
    ]
    (tmp_path / "tiny.bin").write_bytes(b"".join(array.tobytes() for array in weights.values()))
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps({"weightsManifest": [{"paths": ["tiny.bin"], "weights": entries}]}))
    return path, {name: torch.from_numpy(array.astype(np.float32)) for name, array in weights.items()}


def start_of(model_json):
    return Initialise(weights=model_json, sha256=sha256_of(model_json.with_suffix(".bin")))


def expected_features(weights, rgb):
    """The published network on RGB 0…255 [B, 3, S, S], written out; stride 2 pads right and bottom only."""
    x = rgb.flip(1) - torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1)
    kernel = weights["conv1/convolution/merged_input"].permute(3, 2, 0, 1)
    x = F.relu(F.conv2d(x, kernel, weights["conv1_bn/batchnorm_1/sub"], stride=2))
    kernel = weights["conv_dw_1/depthwise_kernel"].permute(2, 3, 0, 1)
    scale = weights["conv_dw_1_bn/batchnorm_1/mul"].view(1, -1, 1, 1)
    x = F.conv2d(x, kernel, groups=4) * scale + weights["conv_dw_1_bn/batchnorm_1/sub"].view(1, -1, 1, 1)
    kernel = weights["conv_pw_1/convolution/merged_input"].permute(3, 2, 0, 1)
    return F.relu(F.conv2d(F.relu(x), kernel, weights["conv_pw_1_bn/batchnorm_1/sub"]))


def test_computes_what_was_published(network, published):
    path, weights = published
    rgb = torch.rand(8, 3, 16, 16, generator=torch.Generator().manual_seed(2)) * 255
    pictures = (rgb - 127.5) / 63.75
    assert take_over(network, start_of(path), Normalisation(), pictures) == 3
    features = network.body[:3].eval()(pictures)
    inner = features[:, :, 1:-2, 1:-2]
    assert torch.allclose(inner, expected_features(weights, rgb), atol=1e-3)


def test_normalisation_has_the_statistics_of_the_pictures(network, published):
    pictures = torch.randn(8, 3, 16, 16, generator=torch.Generator().manual_seed(2))
    take_over(network, start_of(published[0]), Normalisation(), pictures)
    with torch.no_grad():
        plain = network.body[:3].eval()(pictures)
        measured = network.body[:3].train()(pictures)
    assert torch.allclose(plain, measured, atol=0.02 * float(plain.abs().max()))


def test_says_which_layer_does_not_fit(network, published, tmp_path):
    path, _ = published
    content = json.loads(path.read_text())
    del content["weightsManifest"][0]["weights"][0]
    path.write_text(json.dumps(content))
    with pytest.raises(AgeLensError, match="no weights for the layer 'stem'"):
        take_over(network, start_of(path), Normalisation(), torch.zeros(2, 3, 16, 16))


def test_refuses_other_weights(network, published, tmp_path):
    start = Initialise(weights=published[0], sha256="0" * 64)
    with pytest.raises(AgeLensError, match="not the file that"):
        take_over(network, start, Normalisation(), torch.zeros(2, 3, 16, 16))
    with pytest.raises(AgeLensError, match="get it with"):
        take_over(network, Initialise(weights=tmp_path / "no.json", sha256="0" * 64), Normalisation(), torch.zeros(1))


def test_reads_affine_integers_and_names_short_files(tmp_path):
    entry = {"name": "a", "shape": [2], "dtype": "float32", "quantization": {"dtype": "uint8", "scale": 0.5, "min": -1}}
    path = tmp_path / "model.json"
    path.write_text(json.dumps({"weightsManifest": [{"paths": ["a.bin"], "weights": [entry]}]}))
    (tmp_path / "a.bin").write_bytes(bytes([0, 4]))
    assert read_weights(path)["a"].tolist() == [-1, 1]
    (tmp_path / "a.bin").write_bytes(bytes([0]))
    with pytest.raises(AgeLensError, match="shorter"):
        read_weights(path)
