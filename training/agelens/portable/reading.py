"""Years and the calibrated interval inside the network's file, so that programs need no decoding of their own."""

import numpy as np
import torch
from torch import nn
from torch.nn.functional import pad

from agelens.export.bundle import Export
from agelens.models.heads.kind import OLDEST, AgeHeadKind
from agelens.portable.network import Portable, answer_names
from agelens.predict.ages import AgeDecoder, decoder_from_json

READINGS = ("years", "low", "high")


def find_decoder(export: Export) -> tuple[int, AgeDecoder] | None:
    """The number of the head over ages and how it becomes years; None of a network that says no age.

    Groups of ages are judged as classes, but have a calibration, too.
    """
    for number, reader in enumerate(export.readers):
        if isinstance(reader.head, AgeHeadKind) and "calibration" in export.content:
            return number, reader.decoder or decoder_from_json(reader.head, export.content)
    return None


def output_names(export: Export) -> list[str]:
    """Names of the outputs of `Reading`."""
    return [*answer_names(export), *(READINGS if find_decoder(export) else ())]


class Reading(nn.Module):
    """Pixels in; out the answers of `Portable` and, where the network says an age, years, low and high, [N] each."""

    def __init__(self, export: Export):
        super().__init__()
        self.portable = Portable(export)
        self.number, decoder = find_decoder(export) or (0, None)
        self.ages = Ages(decoder) if decoder else None
        self.eval()

    def forward(self, pixels: torch.Tensor) -> tuple[torch.Tensor, ...]:
        answers = self.portable(pixels)
        parts = (answers,) if isinstance(answers, torch.Tensor) else answers
        return parts if self.ages is None else (*parts, *self.ages(parts[self.number]))


class Ages(nn.Module):
    """Answers of a head over ages [N, width] → years, low and high, [N] each.

    The sums of `agelens.predict.decode`, in float32.
    """

    shares: torch.Tensor
    below: torch.Tensor
    above: torch.Tensor

    def __init__(self, decoder: AgeDecoder):
        super().__init__()
        self.decode, self.spread = decoder.decode, decoder.calibration.spread or 1.0
        answers = np.zeros((1, 1)) if self.decode == "direct" else np.eye(decoder.head.width)
        shares, tails = decoder.head.posterior(answers, self.spread), decoder.calibration
        edges = np.arange(shares.shape[1] + 1) - 0.5
        self.register_buffer("shares", torch.from_numpy(shares).float())
        self.register_buffer("below", torch.from_numpy(np.interp(edges, tails.ages, tails.below)).float())
        self.register_buffer("above", torch.from_numpy(np.interp(edges, tails.ages, tails.above)).float())

    def forward(self, answers: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        if self.decode == "direct":
            years = answers.clamp(0, OLDEST)
            return years[:, 0], *self._interval(self._around(years))
        cumulative = self._summed(answers)
        return self._estimate(cumulative), *self._interval(cumulative)

    def _summed(self, answers: torch.Tensor) -> torch.Tensor:
        """The distribution function at the edges of the bins, of probabilities of ages, classes or groups: [N, E]."""
        cumulative = pad((answers @ self.shares).cumsum(dim=1), (1, 0))
        return cumulative / cumulative[:, -1:]

    def _around(self, years: torch.Tensor) -> torch.Tensor:
        """The same of a regression: Laplace's distribution around [N, 1] years, cut off at both ends."""
        distance = (torch.arange(OLDEST) + 0.5 - years) / self.spread
        half = torch.exp(-distance.abs()) / 2
        return pad(pad(torch.where(distance < 0, half, 1 - half), (1, 0)), (0, 1), value=1.0)

    def _estimate(self, cumulative: torch.Tensor) -> torch.Tensor:
        if self.decode == "mean":
            posterior = cumulative[:, 1:] - cumulative[:, :-1]
            return posterior @ torch.arange(posterior.shape[1], dtype=torch.float32)
        return _crossing(cumulative - 0.5, _first(cumulative >= 0.5) - 1)

    def _interval(self, cumulative: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """From the youngest to the oldest age y with F(y) ≥ below(y) and F(y) ≤ 1 − above(y)."""
        bins = cumulative.shape[1] - 1
        inside_low, inside_high = cumulative - self.below, 1 - self.above - cumulative
        last = bins - _first((inside_high >= 0).flip(1))
        return _crossing(inside_low, _first(inside_low >= 0) - 1), _crossing(inside_high, last)


def _first(true: torch.Tensor) -> torch.Tensor:
    """The first edge of each row that is true, 1 where that is the very first one: [N, 1]."""
    return true.to(torch.int64).argmax(dim=1, keepdim=True).clamp(min=1)


def _crossing(difference: torch.Tensor, edge: torch.Tensor) -> torch.Tensor:
    """Where each row, linear from one edge to the next, is 0, clamped to that bin and to ≥ 0, in years: [N]."""
    here, there = difference.gather(1, edge), difference.gather(1, edge + 1)
    step = torch.where(here == there, 0.0, here / (here - there))
    return (edge - 0.5 + step.clamp(0, 1)).clamp(min=0)[:, 0]
