"""Ending a long computation between two steps when someone asks for it."""

import signal

import torch
import torch.distributed as dist

from agelens.train.share import Share


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
