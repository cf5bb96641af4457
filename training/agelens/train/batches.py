"""Batches prepared one step ahead in a background thread."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import torch

from agelens.config import Config
from agelens.train.augment import augment, normalise
from agelens.train.data import Part
from agelens.train.sampler import epoch_order, picture_weights
from agelens.train.schedule import input_size
from agelens.train.share import ALONE, Share


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
