import pytest
import torch

from agelens.export.precision import store


def _weights() -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    return {
        "wide.weight": torch.randn(64, 64, 3, 3, generator=generator) * 0.1,
        "wide.bias": torch.randn(64, generator=generator),
    }


def test_bytes_and_rounding_of_each_precision() -> None:
    weights = _weights()
    exact, half, byte = (store(weights, precision) for precision in ("float32", "float16", "uint8"))
    count = 64 * 64 * 9
    assert sum(one.bytes for one in exact.values()) == 4 * (count + 64)
    assert sum(one.bytes for one in half.values()) == 2 * (count + 64)
    assert sum(one.bytes for one in byte.values()) == count + 2 * 64
    assert torch.equal(exact["wide.weight"].values, weights["wide.weight"])
    assert half["wide.weight"].values == pytest.approx(weights["wide.weight"], rel=1e-3, abs=1e-6)
    assert byte["wide.bias"].dtype == "float16"


def test_one_byte_is_a_whole_number_of_steps_and_hits_zero() -> None:
    stored = store(_weights(), "uint8")["wide.weight"]
    steps = (stored.values - stored.low) / stored.scale
    assert torch.allclose(steps, steps.round(), atol=1e-3)
    assert steps.min() >= 0 and steps.max() <= 255.001
    assert abs((0 - stored.low) / stored.scale - round(-stored.low / stored.scale)) < 1e-6
    error = (stored.values - _weights()["wide.weight"]).square().mean().sqrt()
    assert error < 0.4 * stored.scale


def test_constant_weights_survive() -> None:
    stored = store({"flat.weight": torch.zeros(2048)}, "uint8")["flat.weight"]
    assert torch.equal(stored.values, torch.zeros(2048))


def test_an_outlier_does_not_coarsen_all_other_weights() -> None:
    values = torch.randn(200_000, generator=torch.Generator().manual_seed(0)) * 0.05
    values[0] = 0.5
    stored = store({"long.weight": values}, "uint8")["long.weight"]
    assert stored.scale * 255 < float(values.max() - values.min())
