"""Layers that act on all processes' rows of a batch as one process would on the whole batch."""

from typing import TypeVar

import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import nn

from agelens.models.blocks import statistics_of
from agelens.train.share import Share

M = TypeVar("M", bound=nn.Module)


class _Sum(torch.autograd.Function):
    """Sum over the processes; its gradient is the sum of their gradients."""

    @staticmethod
    def forward(_: object, values: torch.Tensor) -> torch.Tensor:
        total = values.clone()
        dist.all_reduce(total)
        return total

    @staticmethod
    def backward(_: object, gradient: torch.Tensor) -> torch.Tensor:
        return _summed(gradient)


def _summed(values: torch.Tensor) -> torch.Tensor:
    return _Sum.apply(values)  # type: ignore[no-untyped-call]  # PyTorch's own method has no types


class SyncedBatchNorm2d(nn.BatchNorm2d):
    """Batch normalisation with the statistics of all processes; PyTorch's own SyncBatchNorm refuses CPUs."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return super().forward(x)
        mean, variance, count = self._statistics(x.float())
        with torch.no_grad():
            running_mean, running_variance = statistics_of(self)
            running_mean.lerp_(mean, self.momentum or 0.0)
            running_variance.lerp_(variance * count / (count - 1), self.momentum or 0.0)
            if self.num_batches_tracked is not None:
                self.num_batches_tracked.add_(1)
        gain = self.weight * torch.rsqrt(variance + self.eps)
        shift = self.bias - mean * gain
        return (x * gain[:, None, None] + shift[:, None, None]).to(x.dtype)

    def _statistics(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, float]:
        """Mean and variance per channel [C] over all processes, and the number of values per channel."""
        count = x.numel() / x.shape[1] * dist.get_world_size()
        mean = _summed(x.sum((0, 2, 3))) / count
        squares = _summed(((x - mean[:, None, None]) ** 2).sum((0, 2, 3)))
        return mean, squares / count, count


class SharedDropout(nn.Dropout):
    """Draws the mask of the whole batch and uses this process's rows of it."""

    def __init__(self, rate: float, share: Share):
        super().__init__(rate)
        self.share = share

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or self.p == 0:
            return x
        whole = F.dropout(torch.ones(len(x) * self.share.count, *x.shape[1:], dtype=x.dtype), self.p)
        return x * self.share.cut(whole)


def synchronise(module: M, share: Share) -> M:
    """Replace batch normalisations and dropouts below `module` in place where several processes share a batch."""
    if share.count == 1:
        return module
    for name, child in module.named_children():
        if isinstance(child, nn.BatchNorm2d):
            synced = SyncedBatchNorm2d(child.num_features, child.eps, child.momentum)
            synced.load_state_dict(child.state_dict())
            setattr(module, name, synced)
        elif isinstance(child, nn.Dropout):
            setattr(module, name, SharedDropout(child.p, share))
        else:
            synchronise(child, share)
    return module
