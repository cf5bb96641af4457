"""Which part of the work is this process's when `torchrun` started several."""

import os
import signal
from dataclasses import dataclass

import torch
import torch.distributed as dist
from torch import nn

from agelens.errors import AgeLensError


@dataclass(frozen=True)
class Share:
    """Process number `rank` (from 0) of `count`."""

    rank: int
    count: int

    @property
    def is_first(self) -> bool:
        """Whether this process writes files and speaks."""
        return self.rank == 0

    def say(self, sentence: str) -> None:
        """Print for all processes once."""
        if self.is_first:
            print(sentence)

    def cut(self, values: torch.Tensor) -> torch.Tensor:
        """This process's consecutive rows of `values`; all of them where one process works alone."""
        if self.count == 1:
            return values
        each = len(values) // self.count
        return values[self.rank * each : (self.rank + 1) * each]


ALONE = Share(0, 1)


def join(batch: int) -> Share:
    """Join the processes that `torchrun` started; alone without it.

    Raises AgeLensError when a batch of this many pictures cannot be divided evenly among them.
    """
    count = int(os.environ.get("WORLD_SIZE", "1"))
    if count == 1:
        return ALONE
    if batch % count:
        raise AgeLensError(f"optimiser.batch = {batch} cannot be divided among {count} processes; use a multiple.")
    if not dist.is_initialized():
        dist.init_process_group("gloo")
    return Share(dist.get_rank(), count)


def average_gradients(modules: nn.Module, share: Share) -> None:
    """Replace every gradient by its mean over the processes, so that all of them make the same step."""
    if share.count == 1:
        return
    gradients = [parameter.grad for parameter in modules.parameters() if parameter.grad is not None]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    dist.all_reduce(flat)
    parts = (flat / share.count).split([gradient.numel() for gradient in gradients])
    for gradient, part in zip(gradients, parts, strict=True):
        gradient.copy_(part.view_as(gradient))


def mean_of(value: float, share: Share) -> float:
    """Mean of a number over the processes."""
    if share.count == 1:
        return value
    total = torch.tensor(value, dtype=torch.float64)
    dist.all_reduce(total)
    return total.item() / share.count


class StopRequest:
    """Turns the first Ctrl-C or SIGTERM into a request to stop after the running step; a second one acts at once."""

    def __init__(self) -> None:
        self.requested = False
        self.previous = {number: signal.signal(number, self._ask) for number in (signal.SIGINT, signal.SIGTERM)}

    def _ask(self, *_: object) -> None:
        self.requested = True
        self.restore()
        print("\nstopping after this step; run the same command again to continue")

    def agreed(self, share: Share) -> bool:
        """Whether any process was asked, so that all of them stop after the same step."""
        if share.count > 1:
            asked = torch.tensor(float(self.requested))
            dist.all_reduce(asked)
            self.requested = bool(asked)
        return self.requested

    def restore(self) -> None:
        """Put the former handlers back."""
        for number, handler in self.previous.items():
            signal.signal(number, handler)
