"""Batch normalisation folded into the convolutions before it, and the names that the exported weights carry."""

import copy

import torch
from torch import nn

from agelens.models.blocks import (
    ConvUnit,
    DenseUnit,
    InvertedBlock,
    SameConv2d,
    SeparableBlock,
    bias_of,
    norm_of,
    statistics_of,
)
from agelens.models.build import build
from agelens.models.heads import Multi, slices_of
from agelens.models.network import Network
from agelens.models.spec import Spec


def fold(network: Network) -> Network:
    """A float32 copy for inference in which every convolution has a bias and no normalisation follows.

    w' = w·γ/√(σ² + ε), b' = β − μ·γ/√(σ² + ε).
    """
    folded = copy.deepcopy(network).float().eval().requires_grad_(False)
    for unit in folded.modules():
        if isinstance(unit, ConvUnit) and isinstance(unit.norm, nn.BatchNorm2d):
            _fold_unit(unit)
    return folded


@torch.no_grad()
def _fold_unit(unit: ConvUnit) -> None:
    conv, norm = unit.conv, norm_of(unit)
    mean, variance = statistics_of(norm)
    gain = norm.weight / torch.sqrt(variance + norm.eps)
    merged = SameConv2d(
        conv.in_channels, conv.out_channels, conv.kernel_size[0], conv.stride[0], conv.groups, bias=True
    )
    merged.weight.copy_(conv.weight * gain[:, None, None, None])
    bias_of(merged).copy_(norm.bias - mean * gain)
    unit.conv, unit.norm = merged.requires_grad_(False), nn.Identity()


def named_weights(folded: Network) -> dict[str, torch.Tensor]:
    """Weights as `<layer>.<part>.weight|bias`: convolutions OIHW, dense [out, in].

    Parts: conv → conv; depthwise → depthwise; separable → depthwise (no bias), pointwise; fused → expand, project;
    inverted → expand, depthwise, reduce, excite, project; fire → squeeze, narrow (1×1), wide (3×3); dense → dense. The
    last layer of a network with several heads has one part per head, of the head's name.
    """
    weights = {}
    for name, module in named_parts(folded).items():
        for kind, value in module.named_parameters():
            weights[f"{name}.{kind}"] = value.detach().contiguous()
    return _cut_heads(folded.spec, weights)


def named_parts(folded: Network) -> dict[str, nn.Conv2d | nn.Linear]:
    """The modules with weights by the names that `named_weights` gives them; the last layer's heads are still one."""
    parts: dict[str, nn.Conv2d | nn.Linear] = {}
    for name, layer in folded.body.named_children():
        for part, unit in layer.named_children():
            if isinstance(unit, ConvUnit):
                parts[f"{name}.{part}"] = unit.conv
        if isinstance(layer, ConvUnit):
            parts[f"{name}.{'conv' if layer.conv.groups == 1 else 'depthwise'}"] = layer.conv
        if isinstance(layer, DenseUnit):
            parts[f"{name}.dense"] = layer.dense
        if isinstance(layer, SeparableBlock):
            parts[f"{name}.depthwise"] = layer.depthwise
        if isinstance(layer, InvertedBlock):
            parts |= {f"{name}.reduce": layer.gate.reduce, f"{name}.excite": layer.gate.excite}
    return parts | {f"{folded.spec.last.name}.dense": folded.head}


def _cut_heads(spec: Spec, weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The last layer's rows under the names of the heads that they belong to."""
    if not isinstance(spec.head, Multi):
        return weights
    last = spec.last.name
    for kind in ("weight", "bias"):
        whole = weights.pop(f"{last}.dense.{kind}")
        for head, rows in zip(spec.head.heads, slices_of(spec.head), strict=True):
            weights[f"{last}.{head.name}.{kind}"] = whole[rows].contiguous()
    return weights


def _join_heads(spec: Spec, weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Undoes `_cut_heads`."""
    if not isinstance(spec.head, Multi):
        return weights
    last = spec.last.name
    joined = {
        f"{last}.dense.{kind}": torch.cat([weights[f"{last}.{head.name}.{kind}"] for head in spec.head.heads])
        for kind in ("weight", "bias")
    }
    return weights | joined


@torch.no_grad()
def network_from_weights(spec: Spec, weights: dict[str, torch.Tensor]) -> Network:
    """The folded network of an export; raises KeyError where a weight is missing."""
    folded, weights = fold(build(spec)), _join_heads(spec, weights)
    for name, module in named_parts(folded).items():
        for kind, value in module.named_parameters():
            value.copy_(weights[f"{name}.{kind}"])
    return folded
