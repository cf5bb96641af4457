"""Start a network from weights that learnt faces elsewhere: HSE-FaceRes, a MobileNet (Howard et al., 2017).

Savchenko trained it on VGGFace2 to tell people apart and then on ages (PeerJ Computer Science 5, 2019). The npm package
@vladmandic/human carries it as models/faceres.json with batch normalisation folded into the convolutions. A spec whose
layers are called stem, dw1, pw1, dw2, pw2, … and have MobileNet's shapes takes over as many of them as it has.
"""

from pathlib import Path

import numpy as np
import torch
from torch import nn

from agelens.config import Config, Initialise, Normalisation, is_checkpoint
from agelens.errors import AgeLensError
from agelens.files import sha256_of
from agelens.models.blocks import ConvUnit, norm_of, statistics_of
from agelens.models.network import Network
from agelens.models.tfjs import read_weights

SOURCE = (
    "HSE-FaceRes (Savchenko, 2019), which had learnt to tell people apart on VGGFace2 and then their ages, as the npm "
    "package @vladmandic/human 3.3.6 distributes it under the MIT licence"
)
_MEAN_BGR = (103.939, 116.779, 123.68)


def started_from(config: Config) -> str | None:
    """Whose weights a training started from, as cards say it; None where it started from random ones."""
    if config.initialise:
        return SOURCE
    if config.start_from and is_checkpoint(config.start_from):
        return "an earlier run of the same network"
    return f"the published model {config.start_from}" if config.start_from else None


def take_over(network: Network, start: Initialise, normalisation: Normalisation, pictures: torch.Tensor) -> int:
    """Copy every layer that the network shares with HSE-FaceRes; returns how many.

    HSE-FaceRes reads blue, green, red minus their means; the first convolution is rewritten for RGB under our
    `normalisation`. Batch normalisation then gets the statistics of `pictures` without changing what the network
    computes, so that training it goes on as if it had never been folded.

    Args:
        pictures: float32 [B, 3, S, S], normalised training inputs; a few hundred are enough.
    Raises:
        AgeLensError: if the file is missing, is another one, or does not fit the spec.
    """
    model_json = start.weights
    _check(model_json, start.sha256)
    weights = read_weights(model_json)
    units = [(name, unit) for name, unit in network.body.named_children() if isinstance(unit, ConvUnit)]
    for name, unit in units:
        _copy(unit, name, *_named(weights, name, model_json), model_json)
    _read_rgb(units[0][1], normalisation)
    measure_normalisation(network.body, pictures)
    return len(units)


def _check(model_json: Path, sha256: str) -> None:
    if not model_json.is_file():
        raise AgeLensError(
            f"{model_json} is missing; get it with `npm install --no-save @vladmandic/human@3.3.6`, "
            "or correct initialise.weights."
        )
    binary = model_json.with_suffix(".bin")
    if not binary.is_file() or sha256_of(binary) != sha256:
        raise AgeLensError(
            f"{binary} is not the file that initialise.sha256 names; get the version that it belongs to."
        )


def _named(weights: dict[str, np.ndarray], name: str, source: Path) -> tuple[np.ndarray, np.ndarray]:
    """Kernel in PyTorch's axis order and bias of the layer that we call `name`."""
    try:
        if name == "stem":
            kernel, bias = weights["conv1/convolution/merged_input"], weights["conv1_bn/batchnorm_1/sub"]
            return kernel.transpose(3, 2, 0, 1), bias
        theirs = f"conv_{name[:2]}_{name[2:]}"
        bias = weights[f"{theirs}_bn/batchnorm_1/sub"]
        if name.startswith("dw"):
            kernel = weights[f"{theirs}/depthwise_kernel"] * weights[f"{theirs}_bn/batchnorm_1/mul"][:, None]
            return kernel.transpose(2, 3, 0, 1), bias
        return weights[f"{theirs}/convolution/merged_input"].transpose(3, 2, 0, 1), bias
    except KeyError as error:
        raise AgeLensError(
            f"{source} has no weights for the layer '{name}' ({error}); only HSE-FaceRes is understood."
        ) from error


@torch.no_grad()
def _copy(unit: ConvUnit, name: str, kernel: np.ndarray, bias: np.ndarray, source: Path) -> None:
    if unit.conv.weight.shape != kernel.shape:
        ours, theirs = tuple(unit.conv.weight.shape), kernel.shape
        raise AgeLensError(
            f"The layer '{name}' has the shape {ours} in the spec but {theirs} in {source}; make them equal."
        )
    _set(unit, torch.from_numpy(kernel.copy()), torch.from_numpy(bias.copy()))


@torch.no_grad()
def _set(unit: ConvUnit, kernel: torch.Tensor, bias: torch.Tensor) -> None:
    """Kernel and bias of a folded convolution, as a convolution and a normalisation that only adds."""
    unit.conv.weight.copy_(kernel)
    norm = norm_of(unit)
    mean, variance = statistics_of(norm)
    mean.zero_()
    variance.fill_(1 - norm.eps)
    norm.weight.fill_(1)
    norm.bias.copy_(bias)


@torch.no_grad()
def _read_rgb(stem: ConvUnit, normalisation: Normalisation) -> None:
    """kernel · (bgr − theirs) = kernel′ · (rgb − mean) / std + constant, away from the padded border."""
    kernel = stem.conv.weight.flip(1)
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (normalisation.mean, normalisation.std))
    theirs = torch.tensor(_MEAN_BGR).flip(0).view(1, 3, 1, 1)
    statistics_of(norm_of(stem))[0].sub_((kernel * (mean - theirs)).sum((1, 2, 3)))
    stem.conv.weight.copy_(kernel * std)


@torch.no_grad()
def measure_normalisation(network: nn.Module, pictures: torch.Tensor) -> None:
    """Give every batch normalisation the mean and variance of its inputs, its scale and shift undoing them.

    What the network computes stays the same; training then goes on as if nothing had ever been folded.

    Args:
        pictures: float32 [B, 3, S, S], normalised training inputs; a few hundred are enough.
    """
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    hooks = [norm.register_forward_pre_hook(_measure) for norm in norms]
    training = network.training
    network.eval()(pictures)
    network.train(training)
    for hook in hooks:
        hook.remove()


def _measure(norm: nn.BatchNorm2d, inputs: tuple[torch.Tensor]) -> None:
    (y,) = inputs
    running_mean, running_variance = statistics_of(norm)
    scale = norm.weight / torch.sqrt(running_variance + norm.eps)
    shift = norm.bias - scale * running_mean
    mean, variance = y.mean((0, 2, 3)), y.var((0, 2, 3)).clamp(min=1e-6)
    running_mean.copy_(mean)
    running_variance.copy_(variance)
    norm.weight.copy_(scale * torch.sqrt(variance + norm.eps))
    norm.bias.copy_(shift + scale * mean)


@torch.no_grad()
def unfold(network: Network, folded: Network, pictures: torch.Tensor) -> None:
    """Give a network the weights of its folded form, and its normalisations the statistics of `pictures`.

    Both must be of the same spec. Shapes as in `measure_normalisation`.
    """
    theirs = dict(folded.named_modules())
    state = folded.state_dict()
    for name, unit in network.named_modules():
        if isinstance(unit, ConvUnit) and isinstance(unit.norm, nn.BatchNorm2d):
            conv = theirs[f"{name}.conv"]
            _set(unit, conv.get_parameter("weight"), conv.get_parameter("bias"))
            del state[f"{name}.conv.weight"], state[f"{name}.conv.bias"]
    network.load_state_dict(state, strict=False)
    measure_normalisation(network, pictures)
