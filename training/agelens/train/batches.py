"""Which pictures an epoch shows, and its batches, prepared one step ahead in a background thread."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch

from agelens.config import Config, Sampling, SetSampling
from agelens.crops.part import Part
from agelens.data.label_words import UNKNOWN
from agelens.errors import AgeLensError
from agelens.predict.logits import normalise
from agelens.train.augment import augment
from agelens.train.schedule import input_size
from agelens.train.share import ALONE, Share

BAND_YEARS = 5


def drawing_weights(part: Part, config: Sampling) -> np.ndarray:
    """How often each picture is drawn, mean 1, shape [N]: within each set by rarity, the sets by their shares.

    Raises AgeLensError where the configuration names a set that is not there, or the shares leave nothing for others.
    """
    unknown = set(config.sets) - set(part.set_names)
    if unknown:
        raise AgeLensError(
            f"sampling.sets names '{min(unknown)}', but the data has {', '.join(part.set_names)}; correct the name."
        )
    numbers, ages, ethnicities = (values.numpy() for values in (part.sets, part.ages, part.ethnicities))
    weights = np.empty(len(part))
    for number, share in enumerate(_shares(part, config)):
        own, settings = numbers == number, config.sets.get(part.set_names[number], SetSampling())
        power = config.power if settings.power is None else settings.power
        drawn = picture_weights(ages[own], ethnicities[own], config.model_copy(update={"power": power}))
        weights[own] = drawn * (share * len(part) / max(own.sum(), 1))
    return weights


def _shares(part: Part, config: Sampling) -> np.ndarray:
    """Each set's share of an epoch, summing to 1: as configured, else by the number of its pictures."""
    sizes = np.bincount(part.sets.numpy(), minlength=len(part.set_names)).astype(float)
    asked = [config.sets.get(name, SetSampling()).share for name in part.set_names]
    given, free = sum(share or 0.0 for share in asked), np.array([share is None for share in asked])
    if (given >= 1 and free.any()) or given > 1 + 1e-9:
        raise AgeLensError(f"sampling.sets gives away {given:g} of every epoch; the shares may sum to 1 at most.")
    rest = sizes / max(sizes[free].sum(), 1) * (1 - given)
    shares = np.where(free, rest, [share or 0.0 for share in asked])
    return shares / shares.sum()


def picture_weights(ages: np.ndarray, ethnicities: np.ndarray, config: Sampling) -> np.ndarray:
    """How often each picture of a set is drawn, mean 1, [N]: rare ages and ethnicities more often, if asked for."""
    weights = _rarity(ages // BAND_YEARS, config.power) * _rarity(ethnicities, config.ethnicity_power)
    return weights / weights.mean()


def _rarity(classes: np.ndarray, power: float) -> np.ndarray:
    """Weight per picture ∝ (count of its class)^−power, mean 1 over those whose class is known and 1 for the others."""
    weights, known = np.ones(len(classes)), classes != UNKNOWN
    if known.any():
        found = np.bincount(classes[known])[classes[known]].astype(float) ** -power
        weights[known] = found / found.mean()
    return weights


def epoch_order(weights: np.ndarray, seed: int, epoch: int, count: int = 0) -> np.ndarray:
    """Indices for one epoch, shape [`count`], by systematic sampling: a weight of 1.4 gives one or two showings.

    `count` is N with 0; with another number all pictures are shown that much more or less often.
    """
    count = count or len(weights)
    rng = np.random.default_rng((seed, epoch))
    shuffled = rng.permutation(len(weights))
    ends = np.cumsum(weights[shuffled])
    ticks = (np.arange(count) + rng.random()) * ends[-1] / count
    return rng.permutation(shuffled[np.searchsorted(ends, ticks)])


@dataclass(frozen=True)
class Batch:
    """Normalised inputs [B, 3, size, size] and labels [B]; ages are float years that the head can be taught.

    `ranges` [B, 2] are the youngest and oldest age of each label where some are ranges, `votes` [B, 2] as in Part where
    there are some. `taught` are the probabilities [B, bins] that teachers give the ages, where there are teachers.
    """

    x: torch.Tensor
    ages: torch.Tensor
    genders: torch.Tensor
    ethnicities: torch.Tensor
    taught: torch.Tensor | None = None
    ranges: torch.Tensor | None = None
    votes: torch.Tensor | None = None


class Batches:
    """The batch of any step is a pure function of seed and step, so an interrupted run continues exactly.

    Where several processes share the work each makes the whole batch and keeps its rows, so that together they see
    what one would see alone.
    """

    def __init__(self, part: Part, config: Config, oldest: int, share: Share = ALONE):
        self.part, self.config, self.share = part, config, share
        self.ages = part.ages.clamp(max=oldest).float()
        self.ranges = None if part.is_exact.all() else part.ranges.clamp(max=oldest).float()
        self.votes = None if part.votes.isnan().all() else part.votes
        self.weights = drawing_weights(part, config.sampling)
        self.per_epoch = max((config.sampling.epoch or len(part)) // config.optimiser.batch, 1)
        self.total = self.per_epoch * config.schedule.epochs

    def size(self, step: int) -> int:
        """Side of the input in pixels at step number `step`, from 0."""
        return input_size(step / self.total, self.config.schedule)

    def epoch(self, epoch: int, first: int) -> Iterator[Batch]:
        """Batches of one epoch from its step number `first` on."""
        order = torch.from_numpy(epoch_order(self.weights, self.config.seed, epoch, self.config.sampling.epoch))
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
        return self.labelled(x, cut(rows))

    def labelled(self, x: torch.Tensor, rows: torch.Tensor) -> Batch:
        """Inputs [B, …] with the labels of the pictures in `rows`."""
        part = self.part
        labels = self.ages[rows], part.genders[rows], part.ethnicities[rows]
        ranges, votes = (None if values is None else values[rows] for values in (self.ranges, self.votes))
        return Batch(x, *labels, ranges=ranges, votes=votes)
