"""Building blocks of the networks, with TensorFlow's "same" padding."""

import torch
import torch.nn.functional as F
from torch import nn

from agelens.models import spec as s

ACTIVATIONS = {"relu": nn.ReLU, "silu": nn.SiLU, "linear": nn.Identity}


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
        return super().forward(x)


class ConvUnit(nn.Module):
    """Convolution without bias, batch normalisation, activation."""

    def __init__(self, inputs: int, out: int, kernel: int, stride: int, activation: s.Activation, groups: int = 1):
        super().__init__()
        self.conv = SameConv2d(inputs, out, kernel, stride, groups)
        self.norm = nn.BatchNorm2d(out)
        self.act = ACTIVATIONS[activation]()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.act(self.norm(self.conv(x)))


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
    """See spec.Fused."""

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
    """See spec.Inverted."""

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
