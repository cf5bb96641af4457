"""The network spec: a JSON file that the PyTorch builder and the browser's converter both read."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agelens.errors import AgeLensError
from agelens.files import read_json

Activation = Literal["relu", "silu", "linear"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Convolution(_Strict):
    name: str
    out: int = Field(gt=0)
    kernel: int = Field(gt=0)
    stride: int = Field(gt=0)
    activation: Activation


class Conv(_Convolution):
    """Convolution, batch normalisation, activation."""

    kind: Literal["conv"]


class Fused(_Convolution):
    """k×k expansion + BN + activation, then 1×1 + BN; residual where shapes agree (EfficientNetV2's fused block)."""

    kind: Literal["fused"]
    expand: int = Field(gt=0)


class Inverted(_Convolution):
    """1×1 expansion, depthwise k×k, squeeze-excitation to ⌊squeeze·in + ½⌋ channels, 1×1 (MobileNetV3's block).

    BN follows every convolution but those of the squeeze-excitation; residual where shapes agree.
    """

    kind: Literal["inverted"]
    expand: int = Field(gt=0)
    squeeze: float = Field(gt=0, le=1)


class GlobalAveragePool(_Strict):
    """Mean over height and width."""

    kind: Literal["global-average-pool"]


class Dropout(_Strict):
    """Dropout while training; nothing afterwards."""

    kind: Literal["dropout"]
    rate: float = Field(ge=0, lt=1)


class Dense(_Strict):
    """Fully connected layer."""

    kind: Literal["dense"]
    name: str
    out: int = Field(gt=0)


Layer = Annotated[Conv | Fused | Inverted | GlobalAveragePool | Dropout | Dense, Field(discriminator="kind")]


class Input(_Strict):
    """Side of the square input in pixels, and its channels."""

    size: int = Field(gt=0, multiple_of=2)
    channels: int = Field(gt=0)


class AgeHead(_Strict):
    """Logits over the ages 0, 1, …, bins − 1."""

    kind: Literal["age-posterior"]
    bins: int = Field(gt=1)


class Spec(_Strict):
    """A whole network; `budget` is the largest allowed number of trainable parameters."""

    id: str
    input: Input
    budget: int = Field(default=1_000_000, gt=0)
    layers: list[Layer] = Field(min_length=1)
    head: AgeHead


def read_spec(path: Path) -> Spec:
    """Read and check a spec file; raises AgeLensError naming the file and the field."""
    content = read_json(path, "one of training/specs as a pattern")
    try:
        spec = Spec.model_validate(content)
    except ValidationError as error:
        raise AgeLensError(f"{path}: {describe(error)}") from error
    last = spec.layers[-1]
    if not isinstance(last, Dense) or last.out != spec.head.bins:
        raise AgeLensError(f"{path}: the last layer must be dense with out = head.bins = {spec.head.bins}.")
    return spec


def describe(error: ValidationError) -> str:
    """The first complaint of pydantic as one sentence with the key's path."""
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"the key '{key}' is unknown; remove it or correct its spelling."
    if first["type"] == "missing":
        return f"the key '{key}' is missing; add it."
    return f"the key '{key}' is wrong ({first['msg']}); correct it."
