import json
from pathlib import Path

import pytest
import torch
from tiny import TINY

from agelens.errors import AgeLensError
from agelens.models.blocks import SameConv2d, same_padding
from agelens.models.build import build
from agelens.models.heads import width_of
from agelens.models.network import count_parameters
from agelens.models.spec import Spec, read_spec

SPECS = sorted((Path(__file__).parents[1] / "specs").glob("*.json"))


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_shipped_specs_stay_within_a_million_parameters(path: Path) -> None:
    spec = read_spec(path)
    network = build(spec).eval()
    assert count_parameters(network) < 1_000_000
    assert network(torch.zeros(1, 3, spec.input.size, spec.input.size)).shape == (1, width_of(spec.head))


@pytest.mark.parametrize("size", [32, 46, 64])
def test_any_even_input_works(size: int) -> None:
    assert build(Spec.model_validate(TINY)).eval()(torch.zeros(2, 3, size, size)).shape == (2, 101)


def test_padding_is_tensorflows() -> None:
    assert [same_padding(128, 3, 2), same_padding(127, 3, 2), same_padding(10, 5, 2), same_padding(8, 2, 1)] == [
        (0, 1),
        (1, 1),
        (1, 2),
        (0, 1),
    ]


def test_a_strided_convolution_starts_at_the_first_pixel() -> None:
    conv = SameConv2d(1, 1, 3, 2)
    torch.nn.init.ones_(conv.weight)
    ramp = torch.arange(4.0).expand(1, 1, 4, 4)
    assert conv(ramp)[0, 0].tolist() == [[9.0, 15.0], [6.0, 10.0]]


def test_a_residual_block_starts_as_the_identity() -> None:
    block = build(Spec.model_validate(TINY)).eval().body.wide
    x = torch.rand(1, 8, 6, 6)
    assert torch.equal(block(x), x)


def test_too_many_parameters_are_refused() -> None:
    with pytest.raises(AgeLensError, match=r"parameters, but its budget is below 100"):
        build(Spec.model_validate(TINY | {"budget": 100}))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda s: s["layers"][0].update(dilation=2), r"layers\.0\.conv\.dilation' is unknown"),
        (lambda s: s["layers"][0].pop("out"), r"layers\.0\.conv\.out' is missing"),
        (lambda s: s["head"].update(bins=99), r"last layer must be dense with out = head\.bins = 99"),
    ],
)
def test_mistakes_in_a_spec_are_named(tmp_path: Path, change, message: str) -> None:
    content = json.loads(json.dumps(TINY))
    change(content)
    (tmp_path / "spec.json").write_text(json.dumps(content))
    with pytest.raises(AgeLensError, match=message):
        read_spec(tmp_path / "spec.json")
