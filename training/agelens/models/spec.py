"""The network spec: a JSON file that the PyTorch builder and the browser's converter both read."""

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from agelens.errors import AgeLensError
from agelens.files import read_json
from agelens.models.heads import Head, width_of
from agelens.models.layers import Dense, Flatten, Layer
from agelens.settings import Strict, describe


class Input(Strict):
    """Side of the square input in pixels, and its channels."""

    size: int = Field(gt=0, multiple_of=2)
    channels: int = Field(gt=0)


class Spec(Strict):
    """A whole network; `budget` is the largest allowed number of trainable parameters."""

    id: str
    input: Input
    budget: int = Field(default=1_000_000, gt=0)
    layers: list[Layer] = Field(min_length=1)
    head: Head

    @property
    def fixed_size(self) -> bool:
        """Whether only inputs of exactly `input.size` pixels fit."""
        return any(isinstance(layer, Flatten) for layer in self.layers)

    @property
    def last(self) -> Dense:
        """The layer that gives the head's outputs; dense in every spec that was read; raises TypeError otherwise."""
        last = self.layers[-1]
        if not isinstance(last, Dense):
            raise TypeError(f"The last layer of '{self.id}' is of kind '{last.kind}', not 'dense'.")
        return last


class BackboneSpec(Strict):
    """A backbone of timm's with a head of ours; `budget` as in Spec."""

    id: str
    input: Input
    budget: int = Field(gt=0)
    backbone: Literal[
        "resnet50",
        "efficientnet_b0",
        "efficientnet_b1",
        "efficientnet_b2",
        "vgg16",
        "mobilenetv2_100",
        "vit_small_patch16_224",
    ]
    head: Head

    @property
    def fixed_size(self) -> bool:
        """Whether only inputs of exactly `input.size` pixels fit: transformers know their places."""
        return "vit" in self.backbone


AnySpec = Spec | BackboneSpec


def read_spec(path: Path) -> AnySpec:
    """Read and check a spec file; raises AgeLensError naming the file and the field."""
    content = read_json(path, "one of training/specs as a pattern")
    try:
        spec = (BackboneSpec if "backbone" in content else Spec).model_validate(content)
    except ValidationError as error:
        raise AgeLensError(f"{path}: {describe(error)}") from error
    if isinstance(spec, Spec):
        _check_last(path, spec)
    return spec


def read_layers(path: Path) -> Spec:
    """Read a spec that lists its layers; raises AgeLensError where it names a backbone instead."""
    spec = read_spec(path)
    if isinstance(spec, BackboneSpec):
        raise AgeLensError(
            f"{path} names the backbone {spec.backbone}, which no browser runs; give a spec with layers."
        )
    return spec


def write_spec(spec: AnySpec) -> dict[str, Any]:
    """The spec as JSON that `read_spec` understands."""
    return spec.model_dump(mode="json", exclude_none=True)


def _check_last(path: Path, spec: Spec) -> None:
    last, width = spec.layers[-1], width_of(spec.head)
    if isinstance(last, Dense) and last.out == width and last.activation == "linear":
        return
    if spec.head.kind == "age-posterior":
        raise AgeLensError(f"{path}: the last layer must be dense with out = head.bins = {width}.")
    raise AgeLensError(f"{path}: the last layer must be dense with out = {width}, the outputs of the head.")
