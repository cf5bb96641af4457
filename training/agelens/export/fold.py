"""Batch normalisation folded into the convolutions before it, and the names that the exported weights carry."""

import copy

import torch
from torch import nn

from agelens.models.blocks import ConvUnit, InvertedBlock, SameConv2d
from agelens.models.build import Network, build
from agelens.models.spec import Spec


def fold(network: Network) -> Network:
    """A float32 copy for inference in which every convolution has a bias and no normalisation follows.

    w' = w·γ/√(σ² + ε), b' = β − μ·γ/√(σ² + ε).
    """
    folded = copy.deepcopy(network).float().eval().requires_grad_(False)
    for unit in folded.modules():
        if isinstance(unit, ConvUnit):
            _fold_unit(unit)
    return folded


@torch.no_grad()
def _fold_unit(unit: ConvUnit) -> None:
    conv, norm = unit.conv, unit.norm
    gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    merged = SameConv2d(
        conv.in_channels, conv.out_channels, conv.kernel_size[0], conv.stride[0], conv.groups, bias=True
    )
    merged.weight.copy_(conv.weight * gain[:, None, None, None])
    merged.bias.copy_(norm.bias - norm.running_mean * gain)
    unit.conv, unit.norm = merged.requires_grad_(False), nn.Identity()


def named_weights(folded: Network) -> dict[str, torch.Tensor]:
    """Weights as `<layer>.<part>.weight|bias`: convolutions OIHW, dense [out, in].

    Parts: conv → conv; fused → expand, project; inverted → expand, depthwise, reduce, excite, project; dense → dense.
    """
    weights = {}
    for name, module in _parts(folded).items():
        weights[f"{name}.weight"] = module.weight.detach().contiguous()
        weights[f"{name}.bias"] = module.bias.detach().contiguous()
    return weights


def _parts(folded: Network) -> dict[str, nn.Module]:
    parts = {}
    for name, layer in folded.body.named_children():
        for part, unit in layer.named_children():
            if isinstance(unit, ConvUnit):
                parts[f"{name}.{part}"] = unit.conv
        if isinstance(layer, ConvUnit):
            parts[f"{name}.conv"] = layer.conv
        if isinstance(layer, nn.Linear):
            parts[f"{name}.dense"] = layer
        if isinstance(layer, InvertedBlock):
            parts |= {f"{name}.reduce": layer.gate.reduce, f"{name}.excite": layer.gate.excite}
    return parts | {f"{folded.spec.layers[-1].name}.dense": folded.head}


@torch.no_grad()
def network_from_weights(spec: Spec, weights: dict[str, torch.Tensor]) -> Network:
    """The folded network of an export; raises KeyError where a weight is missing."""
    folded = fold(build(spec))
    for name, module in _parts(folded).items():
        module.weight.copy_(weights[f"{name}.weight"])
        module.bias.copy_(weights[f"{name}.bias"])
    return folded
