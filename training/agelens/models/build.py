"""From a spec to a PyTorch module."""

from collections import OrderedDict
from collections.abc import Iterator

import torch
from torch import nn

from agelens.errors import AgeLensError
from agelens.models import spec as s
from agelens.models.blocks import ConvUnit, FusedBlock, InvertedBlock


class Network(nn.Module):
    """A network built from a spec; any even input size works.

    `features` maps [B, C, H, W] to pooled features [B, F]; `forward` gives logits [B, bins].
    """

    def __init__(self, spec: s.Spec):
        super().__init__()
        self.spec = spec
        layers, channels = OrderedDict(), spec.input.channels
        for number, layer in enumerate(spec.layers[:-1]):
            name = getattr(layer, "name", f"{layer.kind}-{number}")
            layers[name] = _build(layer, channels)
            channels = getattr(layer, "out", channels)
        self.body = nn.Sequential(layers)
        self.width = channels
        self.head = nn.Linear(channels, spec.layers[-1].out)
        self._initialise()

    def features(self, x: torch.Tensor) -> torch.Tensor:
        return self.body(x)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.body(x))

    def _initialise(self) -> None:
        """He et al. (2015) for convolutions; residual branches start as the identity (last BN's scale 0)."""
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
            if isinstance(module, FusedBlock | InvertedBlock) and module.residual:
                nn.init.zeros_(module.project.norm.weight)
        nn.init.normal_(self.head.weight, std=0.01)
        nn.init.zeros_(self.head.bias)


def _build(layer: s.Layer, channels: int) -> nn.Module:
    match layer:
        case s.Conv():
            return ConvUnit(channels, layer.out, layer.kernel, layer.stride, layer.activation)
        case s.Fused():
            return FusedBlock(channels, layer)
        case s.Inverted():
            return InvertedBlock(channels, layer)
        case s.GlobalAveragePool():
            return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
        case s.Dropout():
            return nn.Dropout(layer.rate)
        case s.Dense():
            return nn.Linear(channels, layer.out)


def count_parameters(module: nn.Module) -> int:
    """Number of trainable numbers."""
    return sum(parameter.numel() for parameter in module.parameters() if parameter.requires_grad)


def build(spec: s.Spec) -> Network:
    """Build a network and enforce the spec's parameter budget; raises AgeLensError when it is exceeded."""
    network = Network(spec)
    count = count_parameters(network)
    if count >= spec.budget:
        raise AgeLensError(
            f"Network '{spec.id}' has {count:,} parameters, but its budget is below {spec.budget:,}; make it narrower."
        )
    return network


def conv_units(network: nn.Module) -> Iterator[tuple[str, ConvUnit]]:
    """Every convolution + batch normalisation with its dotted name, in order."""
    for name, module in network.named_modules():
        if isinstance(module, ConvUnit):
            yield name, module
