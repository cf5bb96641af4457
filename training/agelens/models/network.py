"""A spec's layers and head as a PyTorch module."""

from collections import OrderedDict
from typing import TypeVar

import torch
from torch import nn

from agelens.models import blocks
from agelens.models import layers as s
from agelens.models.blocks import ConvUnit, FusedBlock, InvertedBlock, norm_of
from agelens.models.heads import heads_of, slices_of
from agelens.models.spec import AnySpec, Spec

_USUAL_YEARS = 35.0


class Network(nn.Module):
    """A network built from a spec; any even input size works unless the spec flattens.

    `features` maps [B, C, H, W] to pooled features [B, F]; `forward` gives the head's outputs [B, width of the head]:
    logits, or years where the head is a regression.
    """

    def __init__(self, spec: Spec):
        super().__init__()
        self.spec = spec
        layers: OrderedDict[str, nn.Module] = OrderedDict()
        shape = (spec.input.channels, spec.input.size)
        for number, layer in enumerate(spec.layers[:-1]):
            name = getattr(layer, "name", f"{layer.kind}-{number}")
            layers[name] = _build(layer, *shape)
            shape = _shape_after(layer, *shape)
        self.body = nn.Sequential(layers)
        self.width = shape[0]
        self.head = nn.Linear(self.width, spec.last.out)
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
                nn.init.zeros_(norm_of(module.project).weight)
        initialise_head(self.head, self.spec)


def initialise_head(head: nn.Linear, spec: AnySpec) -> None:
    """All outputs start alike: even classes, and a usual age instead of 0 years for regressions."""
    nn.init.normal_(head.weight, std=0.01)
    nn.init.zeros_(head.bias)
    for one, outputs in zip(heads_of(spec.head), slices_of(spec.head), strict=True):
        if one.output == "years":
            nn.init.constant_(head.bias[outputs], _USUAL_YEARS)


def _build(layer: s.Layer, channels: int, side: int) -> nn.Module:
    match layer:
        case s.Conv():
            return ConvUnit(channels, layer.out, layer.kernel, layer.stride, layer.activation, norm=layer.norm)
        case s.Depthwise():
            return ConvUnit(channels, channels, layer.kernel, layer.stride, layer.activation, groups=channels)
        case s.Separable():
            return blocks.SeparableBlock(channels, layer)
        case s.Fused():
            return FusedBlock(channels, layer)
        case s.Inverted():
            return InvertedBlock(channels, layer)
        case s.Fire():
            return blocks.FireBlock(channels, layer)
        case s.MaxPool():
            return blocks.SameMaxPool2d(layer)
        case s.GlobalAveragePool():
            return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
        case s.Flatten():
            return blocks.RowsFirst()
        case s.Dropout():
            return nn.Dropout(layer.rate)
        case s.Dense():
            return blocks.DenseUnit(channels, layer)


def _shape_after(layer: s.Layer, channels: int, side: int) -> tuple[int, int]:
    """Channels and side in pixels of what a layer gives; the side of a vector is 1."""
    if isinstance(layer, s.Flatten):
        return channels * side * side, 1
    if isinstance(layer, s.GlobalAveragePool):
        return channels, 1
    return getattr(layer, "out", channels), -(-side // getattr(layer, "stride", 1))


M = TypeVar("M", bound=nn.Module)


def channels_last(module: M) -> M:
    """The module with its weights in channels-last memory order, in place."""
    return module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # missing in PyTorch's types


def count_parameters(module: nn.Module) -> int:
    """Number of trainable numbers."""
    return sum(parameter.numel() for parameter in module.parameters() if parameter.requires_grad)
