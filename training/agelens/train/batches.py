"""Which pictures an epoch shows, and its batches, prepared one step ahead in a background thread."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch

from agelens.config import Config, Sampling
from agelens.crops.part import Part
from agelens.data.labels import UNKNOWN
from agelens.predict.logits import normalise
from agelens.train.augment import augment
from agelens.train.schedule import input_size
from agelens.train.share import ALONE, Share

BAND_YEARS = 5


def picture_weights(ages: np.ndarray, ethnicities: np.ndarray, config: Sampling) -> np.ndarray:
    """How often each picture is drawn, mean 1, shape [N]: rare ages and, if asked for, rare ethnicities more often."""
    weights = _rarity(ages // BAND_YEARS, config.power) * _rarity(ethnicities, config.ethnicity_power)
    return weights / weights.mean()


def _rarity(classes: np.ndarray, power: float) -> np.ndarray:
    """Weight per picture ∝ (count of its class)^−power, mean 1 over those whose class is known and 1 for the others."""
    weights, known = np.ones(len(classes)), classes != UNKNOWN
    if known.any():
        found = np.bincount(classes[known])[classes[known]].astype(float) ** -power
        weights[known] = found / found.mean()
    return weights


def epoch_order(weights: np.ndarray, seed: int, epoch: int) -> np.ndarray:
    """Indices for one epoch, shape [N], by systematic sampling: a weight of 1.4 gives one or two showings."""
    rng = np.random.default_rng((seed, epoch))
    shuffled = rng.permutation(len(weights))
    ends = np.cumsum(weights[shuffled])
    ticks = (np.arange(len(weights)) + rng.random()) * ends[-1] / len(weights)
    return rng.permutation(shuffled[np.searchsorted(ends, ticks)])


@dataclass(frozen=True)
class Batch:
    """Normalised inputs [B, 3, size, size] and labels [B]; ages are float years that the head can be taught.

    `taught` are the probabilities [B, bins] that teachers give the ages, where there are teachers.
    """

    x: torch.Tensor
    ages: torch.Tensor
    genders: torch.Tensor
    ethnicities: torch.Tensor
    taught: torch.Tensor | None = None


class Batches:
    """The batch of any step is a pure function of seed and step, so an interrupted run continues exactly.

    Where several processes share the work each makes the whole batch and keeps its rows, so that together they see
    what one would see alone.
    """

    def __init__(self, part: Part, config: Config, oldest: int, share: Share = ALONE):
        self.part, self.config, self.share = part, config, share
        self.ages = part.ages.clamp(max=oldest).float()
        self.weights = picture_weights(part.ages.numpy(), part.ethnicities.numpy(), config.sampling)
        self.per_epoch = max(len(part) // config.optimiser.batch, 1)
        self.total = self.per_epoch * config.schedule.epochs

    def size(self, step: int) -> int:
        """Side of the input in pixels at step number `step`, from 0."""
        return input_size(step / self.total, self.config.schedule)

    def epoch(self, epoch: int, first: int) -> Iterator[Batch]:
        """Batches of one epoch from its step number `first` on."""
        order = torch.from_numpy(epoch_order(self.weights, self.config.seed, epoch))
        rows = order.split(self.config.optimiser.batch)[: self.per_epoch]
        start = epoch * self.per_epoch
        with ThreadPoolExecutor(1, initializer=torch.set_num_threads, initargs=(1,)) as pool:
            ahead = pool.submit(self._make, start + first, rows[first])
            for step in range(first, self.per_epoch):
                batch = ahead.result()
                if step + 1 < self.per_epoch:
                    ahead = pool.submit(self._make, start + step + 1, rows[step + 1])
                yield batch

    def _make(self, step: int, rows: torch.Tensor) -> Batch:
        config, part, cut = self.config, self.part, self.share.cut
        generator = torch.Generator().manual_seed(config.seed * 1_000_003 + step)
        x = augment(part.crops[rows], part.frame, self.size(step), config.augment, generator)
        x = normalise(cut(x), config.normalisation.mean, config.normalisation.std)
        rows = cut(rows)
        return Batch(x, self.ages[rows], part.genders[rows], part.ethnicities[rows])
