"""Biases that make up for what rounding the weights does to each channel's mean.

Nagel et al., Data-Free Quantization Through Weight Equalization and Bias Correction, 2019, section 4.2, with means that
are measured on pictures instead of derived from batch normalisation.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn

from agelens.export.precision import Stored
from agelens.models.blocks import bias_of
from agelens.models.fold import named_parts, named_weights, network_from_weights
from agelens.models.network import Network


@torch.inference_mode()
def corrected_biases(exact: Network, stored: dict[str, Stored], inputs: Tensor) -> dict[str, Tensor]:
    """Biases with which each layer of the rounded network has the exact one's means, layer after layer.

    Args:
        exact: a folded network.
        stored: its weights, rounded.
        inputs: normalised pictures that stand for those to come, float32 [N, C, S, S].
    """
    rounded = network_from_weights(exact.spec, {name: one.values for name, one in stored.items()})
    means: dict[str, Tensor] = {}

    def remember(name: str, _: nn.Conv2d | nn.Linear, output: Tensor) -> None:
        means[name] = _means(output)

    def correct(name: str, module: nn.Conv2d | nn.Linear, output: Tensor) -> Tensor:
        change = means[name] - _means(output)
        bias_of(module).add_(change)
        return output + change.reshape(-1, *[1] * (output.ndim - 2))

    _run(exact, inputs, remember)
    _run(rounded, inputs, correct)
    return {name: values for name, values in named_weights(rounded).items() if name.endswith(".bias")}


def _run(
    network: Network, inputs: Tensor, visit: Callable[[str, nn.Conv2d | nn.Linear, Tensor], Tensor | None]
) -> None:
    """Calls `visit` with every layer that has a bias and its output; what that returns takes the output's place."""
    with_bias = {name: module for name, module in named_parts(network).items() if module.bias is not None}
    hooks = [
        module.register_forward_hook(lambda module, _, output, name=name: visit(name, module, output))
        for name, module in with_bias.items()
    ]
    try:
        network.eval()(inputs)
    finally:
        for hook in hooks:
            hook.remove()


def _means(output: Tensor) -> Tensor:
    """Mean of every channel of [N, C] or [N, C, y, x]."""
    return output.mean([axis for axis in range(output.ndim) if axis != 1])
