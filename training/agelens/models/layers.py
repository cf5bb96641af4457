"""The kinds of layers that a spec may list."""

from typing import Annotated, Literal

from pydantic import Field

from agelens.settings import Strict

Activation = Literal["relu", "leaky-relu", "silu", "linear"]
LEAKY_SLOPE = 0.1


class _Convolution(Strict):
    name: str
    out: int = Field(gt=0)
    kernel: int = Field(gt=0)
    stride: int = Field(gt=0)
    activation: Activation


class Conv(_Convolution):
    """Convolution, batch normalisation (a bias instead where `norm` is false), activation."""

    kind: Literal["conv"]
    norm: bool = True


class Depthwise(Strict):
    """Depthwise k×k convolution, batch normalisation, activation; channels stay as many as they are."""

    kind: Literal["depthwise"]
    name: str
    kernel: int = Field(gt=0)
    stride: int = Field(gt=0)
    activation: Activation


class Separable(_Convolution):
    """Depthwise k×k and pointwise 1×1 without anything between, batch normalisation, activation (Chollet, 2017)."""

    kind: Literal["separable"]


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


class Fire(Strict):
    """1×1 to `squeeze` channels, then 1×1 and 3×3 to `out`/2 channels each, side by side (SqueezeNet's module).

    Every convolution is followed by batch normalisation, to learn from scratch, and by the activation.
    """

    kind: Literal["fire"]
    name: str
    squeeze: int = Field(gt=0)
    out: int = Field(gt=0, multiple_of=2)
    activation: Activation


class MaxPool(Strict):
    """Largest value of each k×k window, padded like a convolution."""

    kind: Literal["max-pool"]
    kernel: int = Field(gt=0)
    stride: int = Field(gt=0)


class GlobalAveragePool(Strict):
    """Mean over height and width."""

    kind: Literal["global-average-pool"]


class Flatten(Strict):
    """Rows, columns, channels in this order as one vector; the input size is then fixed."""

    kind: Literal["flatten"]


class Dropout(Strict):
    """Dropout while training; nothing afterwards."""

    kind: Literal["dropout"]
    rate: float = Field(ge=0, lt=1)


class Dense(Strict):
    """Fully connected layer, activation."""

    kind: Literal["dense"]
    name: str
    out: int = Field(gt=0)
    activation: Activation = "linear"


Layer = Annotated[
    Conv | Depthwise | Separable | Fused | Inverted | Fire | MaxPool | GlobalAveragePool | Flatten | Dropout | Dense,
    Field(discriminator="kind"),
]
