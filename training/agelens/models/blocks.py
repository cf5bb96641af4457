"""Building blocks of the networks, with TensorFlow's "same" padding."""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import nn

from agelens.models import layers as s

ACTIVATIONS: dict[s.Activation, Callable[[], nn.Module]] = {
    "relu": nn.ReLU,
    "leaky-relu": lambda: nn.LeakyReLU(s.LEAKY_SLOPE),
    "silu": nn.SiLU,
    "linear": nn.Identity,
}


def same_padding(size: int, kernel: int, stride: int) -> tuple[int, int]:
    """Zeros before and after one axis, as TensorFlow's padding "same" places them.

    >>> same_padding(128, 3, 2)
    (0, 1)
    """
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


class SameConv2d(nn.Conv2d):
    """Convolution whose output side is ceil(input side / stride)."""

    def __init__(self, inputs: int, out: int, kernel: int, stride: int = 1, groups: int = 1, bias: bool = False):
        symmetric = stride == 1 and kernel % 2 == 1
        super().__init__(inputs, out, kernel, stride, kernel // 2 if symmetric else 0, groups=groups, bias=bias)
        self.symmetric = symmetric

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.symmetric:
            kernel, stride = self.kernel_size[0], self.stride[0]
            vertical = same_padding(x.shape[-2], kernel, stride)
            x = F.pad(x, (*same_padding(x.shape[-1], kernel, stride), *vertical))
        if self.training and self.stride[0] > 1 and self.groups > 1 and x.device.type == "cpu":
            return self._strided_on_cpu(x)
        return super().forward(x)

    def _strided_on_cpu(self, x: torch.Tensor) -> torch.Tensor:
        """The same numbers by a convolution of stride 1 whose output is thinned.

        oneDNN's backward pass of strided depthwise convolutions takes ten times as long as that of others on processors
        with AMX.
        """
        stride = self.stride[0]
        dense = F.conv2d(x, self.weight, self.bias, groups=self.groups)
        return dense[:, :, ::stride, ::stride].contiguous(memory_format=torch.channels_last)


class ConvUnit(nn.Module):
    """Convolution without bias, batch normalisation, activation; a bias and no normalisation where `norm` is false."""

    def __init__(
        self,
        inputs: int,
        out: int,
        kernel: int,
        stride: int,
        activation: s.Activation,
        groups: int = 1,
        norm: bool = True,
    ):
        super().__init__()
        self.conv = SameConv2d(inputs, out, kernel, stride, groups, bias=not norm)
        self.norm: nn.BatchNorm2d | nn.Identity = nn.BatchNorm2d(out) if norm else nn.Identity()
        self.act = ACTIVATIONS[activation]()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.act(self.norm(self.conv(x)))


def norm_of(unit: ConvUnit) -> nn.BatchNorm2d:
    """The unit's normalisation; raises TypeError where it has none."""
    if not isinstance(unit.norm, nn.BatchNorm2d):
        raise TypeError("This unit has a bias instead of a normalisation.")
    return unit.norm


def statistics_of(norm: nn.BatchNorm2d) -> tuple[torch.Tensor, torch.Tensor]:
    """Running mean and variance of a normalisation, [C] each; raises TypeError where it keeps none."""
    if norm.running_mean is None or norm.running_var is None:
        raise TypeError("This normalisation keeps no running statistics.")
    return norm.running_mean, norm.running_var


def bias_of(layer: nn.Conv2d | nn.Linear) -> torch.Tensor:
    """A layer's bias [out]; raises TypeError where it has none."""
    if layer.bias is None:
        raise TypeError("This layer has no bias.")
    return layer.bias


class SqueezeExcite(nn.Module):
    """Channel gates from the spatial mean (Hu et al., 2018): 1×1, ReLU, 1×1, sigmoid."""

    def __init__(self, channels: int, reduced: int):
        super().__init__()
        self.reduce = nn.Conv2d(channels, reduced, 1)
        self.excite = nn.Conv2d(reduced, channels, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        gate = F.relu(self.reduce(x.mean((2, 3), keepdim=True)))
        return x * torch.sigmoid(self.excite(gate))


class FusedBlock(nn.Module):
    """See layers.Fused."""

    def __init__(self, inputs: int, layer: s.Fused):
        super().__init__()
        hidden = inputs * layer.expand
        self.expand = ConvUnit(inputs, hidden, layer.kernel, layer.stride, layer.activation)
        self.project = ConvUnit(hidden, layer.out, 1, 1, "linear")
        self.residual = layer.stride == 1 and inputs == layer.out

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.project(self.expand(x))
        return x + y if self.residual else y


class InvertedBlock(nn.Module):
    """See layers.Inverted."""

    def __init__(self, inputs: int, layer: s.Inverted):
        super().__init__()
        hidden = inputs * layer.expand
        self.expand = ConvUnit(inputs, hidden, 1, 1, layer.activation)
        self.depthwise = ConvUnit(hidden, hidden, layer.kernel, layer.stride, layer.activation, groups=hidden)
        self.gate = SqueezeExcite(hidden, int(layer.squeeze * inputs + 0.5))
        self.project = ConvUnit(hidden, layer.out, 1, 1, "linear")
        self.residual = layer.stride == 1 and inputs == layer.out

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.project(self.gate(self.depthwise(self.expand(x))))
        return x + y if self.residual else y


class SeparableBlock(nn.Module):
    """See layers.Separable."""

    def __init__(self, inputs: int, layer: s.Separable):
        super().__init__()
        self.depthwise = SameConv2d(inputs, inputs, layer.kernel, layer.stride, groups=inputs)
        self.pointwise = ConvUnit(inputs, layer.out, 1, 1, layer.activation)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.pointwise(self.depthwise(x))


class FireBlock(nn.Module):
    """See layers.Fire."""

    def __init__(self, inputs: int, layer: s.Fire):
        super().__init__()
        self.squeeze = ConvUnit(inputs, layer.squeeze, 1, 1, layer.activation)
        self.narrow = ConvUnit(layer.squeeze, layer.out // 2, 1, 1, layer.activation)
        self.wide = ConvUnit(layer.squeeze, layer.out // 2, 3, 1, layer.activation)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.squeeze(x)
        return torch.cat([self.narrow(x), self.wide(x)], dim=1)


class SameMaxPool2d(nn.Module):
    """See layers.MaxPool: windows that reach over the edge see only what is inside."""

    def __init__(self, layer: s.MaxPool):
        super().__init__()
        self.kernel, self.stride = layer.kernel, layer.stride

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        top, bottom = same_padding(x.shape[-2], self.kernel, self.stride)
        left, right = same_padding(x.shape[-1], self.kernel, self.stride)
        if top or bottom or left or right:
            x = F.pad(x, (left, right, top, bottom), value=float("-inf"))
        return F.max_pool2d(x, self.kernel, self.stride)


class RowsFirst(nn.Module):
    """See layers.Flatten: [B, C, H, W] → [B, H·W·C], the order in which TensorFlow lies in memory."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.permute(0, 2, 3, 1).flatten(1)


class DenseUnit(nn.Module):
    """See layers.Dense."""

    def __init__(self, inputs: int, layer: s.Dense):
        super().__init__()
        self.dense = nn.Linear(inputs, layer.out)
        self.act = ACTIVATIONS[layer.activation]()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.act(self.dense(x))
