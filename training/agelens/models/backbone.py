"""A timm backbone with a head of ours; an ordinary network for training and evaluation."""

from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from torch import nn

from agelens.config import Transfer
from agelens.errors import AgeLensError
from agelens.models.heads import width_of
from agelens.models.network import initialise_head
from agelens.models.spec import BackboneSpec
from agelens.models.stored import read_state

# Operators of torchvision's, see import_timm.
_OPERATORS = ("nms", "qnms")
_SIGNATURE = "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
_declared: list[torch.library.Library] = []


class BackboneNetwork(nn.Module):
    """`features` maps [B, 3, H, W] to pooled features [B, width]; `forward` gives the head's outputs."""

    def __init__(self, spec: BackboneSpec, pretrained: dict[str, Any] | None = None):
        """`pretrained` are timm's arguments for loading weights; none for random ones."""
        super().__init__()
        self.spec = spec
        sized = {"img_size": spec.input.size} if "vit" in spec.backbone else {}
        self.body = import_timm().create_model(spec.backbone, num_classes=0, **sized, **(pretrained or {}))
        if hasattr(self.body, "pre_logits"):
            self.body.pre_logits = nn.Identity()
        self.width = self.body.num_features
        self.head = nn.Linear(self.width, width_of(spec.head))
        self.frozen: list[nn.Module] = []
        initialise_head(self.head, spec)

    def features(self, x: torch.Tensor) -> torch.Tensor:
        maps = self.body.forward_features(x)
        return maps.mean((2, 3)) if maps.ndim == 4 else self.body.forward_head(maps, pre_logits=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.features(x))

    def freeze(self, train_stages: int | None) -> None:
        """Let only the head and the last `train_stages` stages of the backbone learn; None: all of them.

        Batch normalisations of frozen stages keep their statistics. What a stage is, timm says: from the stem to the
        last blocks.
        """
        stages = import_timm().models.group_parameters(self.body, self.body.group_matcher(coarse=True))
        names = list(stages.values())
        if train_stages is not None and train_stages > len(names):
            raise AgeLensError(
                f"transfer.train_stages = {train_stages}, but '{self.spec.backbone}' has {len(names)} stages; lower it."
            )
        kept = names if train_stages is None else names[len(names) - train_stages :]
        learning = {name for stage in kept for name in stage}
        for name, parameter in self.body.named_parameters():
            parameter.requires_grad_(name in learning)
        self.frozen = [module for module in self.body.modules() if _is_frozen(module)]

    def train(self, mode: bool = True) -> "BackboneNetwork":
        super().train(mode)
        for module in self.frozen:
            module.train(False)
        return self


def _is_frozen(module: nn.Module) -> bool:
    parameters = list(module.parameters())
    return bool(parameters) and not any(parameter.requires_grad for parameter in parameters)


def start(spec: BackboneSpec, transfer: Transfer, folder: Path) -> BackboneNetwork:
    """A network with the configured weights and frozen stages; `folder` is that of the configuration.

    `transfer.weights` is "timm" (timm's own, downloaded), "none" (random), or a file: one that timm can load
    (.safetensors, .pth) or the best.pt of an earlier run of ours with the same spec.
    """
    network = _loaded(spec, transfer.weights, folder)
    network.freeze(transfer.train_stages)
    return network


def _loaded(spec: BackboneSpec, weights: str, folder: Path) -> BackboneNetwork:
    if weights == "none":
        return BackboneNetwork(spec)
    path = folder / weights
    if weights != "timm" and not path.is_file():
        raise AgeLensError(f"transfer.weights: {path} does not exist; give a file, 'timm' or 'none'.")
    if path.suffix == ".pt":
        return _continued(spec, path)
    overlay = {} if weights == "timm" else {"pretrained_cfg_overlay": {"file": str(path)}}
    try:
        return BackboneNetwork(spec, {"pretrained": True, **overlay})
    except (OSError, RuntimeError, KeyError, ValueError) as error:
        source = "timm's own loader" if weights == "timm" else str(path)
        reason = str(error).strip().split("\n")[0]
        raise AgeLensError(
            f"{source} gives no weights for '{spec.backbone}' ({reason}); choose another file."
        ) from error


def _continued(spec: BackboneSpec, path: Path) -> BackboneNetwork:
    network, state = BackboneNetwork(spec), read_state(path, "`agelens train`")
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise AgeLensError(f"transfer.weights: {path} belongs to another network than '{spec.id}'.") from error
    return network


def import_timm() -> ModuleType:
    """The timm package, also where torchvision was built for another PyTorch.

    timm imports torchvision for its picture transforms alone. A torchvision from PyPI beside a PyTorch for CPUs cannot
    load its own operators and then refuses to be imported because two of them are unknown, so they are declared here,
    unused.
    """
    try:
        import timm
    except RuntimeError as error:
        if "torchvision::" not in str(error) or _declared:
            raise
        library = torch.library.Library("torchvision", "DEF")
        for name in _OPERATORS:
            library.define(name + _SIGNATURE)
        _declared.append(library)
        return import_timm()
    return timm
