"""The network together with the heads that exist only while it learns."""

import numpy as np
import torch
from torch import nn

from agelens.config import Loss
from agelens.data.labels import ETHNICITIES, GENDERS
from agelens.models.heads import AgePosterior, Head, SingleHead, heads_of, slices_of
from agelens.models.targets import class_of_ranges
from agelens.train.batches import Batch
from agelens.train.cached import Learner
from agelens.train.losses import age_loss, known_class_loss, taught_loss, years_loss


class Trainee(nn.Module):
    """Gives the network's outputs and, from the same features, gender and ethnicity as an auxiliary task."""

    def __init__(self, network: Learner):
        super().__init__()
        self.network = network
        self.gender = nn.Linear(network.width, len(GENDERS))
        self.ethnicity = nn.Linear(network.width, len(ETHNICITIES))

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        features = self.network.features(x)
        return self.network.head(features), self.gender(features), self.ethnicity(features)


def total_loss(
    outputs: tuple[torch.Tensor, ...], batch: Batch, config: Loss, head: Head | None = None, taught_share: float = 0.0
) -> torch.Tensor:
    """Loss of the head (a posterior over ages when left out) plus the weighted ones of the auxiliary heads, in nats.

    `taught_share` of the head's loss is its divergence from what the teachers say, the rest is about the labels.
    """
    own, gender, ethnicity = (output.float() for output in outputs)
    loss = own_loss(head or AgePosterior(kind="age-posterior", bins=own.shape[1]), own, batch, config)
    if taught_share and batch.taught is not None:
        loss = (1 - taught_share) * loss + taught_share * taught_loss(own, batch.taught)
    if config.gender_weight:
        loss = loss + config.gender_weight * known_class_loss(gender, batch.genders)
    if config.ethnicity_weight:
        loss = loss + config.ethnicity_weight * known_class_loss(ethnicity, batch.ethnicities)
    return loss


def own_loss(head: Head, outputs: torch.Tensor, batch: Batch, config: Loss) -> torch.Tensor:
    """Weighted sum of the losses of a network's heads; outputs float32 [B, width of the head]."""
    heads = zip(heads_of(head), slices_of(head), strict=True)
    losses = [_weight(one, config) * _single_loss(one, outputs[:, part], batch, config) for one, part in heads]
    return torch.stack(losses).sum() if len(losses) > 1 else losses[0]


def _weight(head: SingleHead, config: Loss) -> float:
    return config.head_weights.get(head.name, 1.0) if head.name else 1.0


def _single_loss(head: SingleHead, outputs: torch.Tensor, batch: Batch, config: Loss) -> torch.Tensor:
    if head.output == "years":
        return years_loss(outputs[:, 0], batch.ages, config, batch.ranges)
    if head.figures == "years":
        years = torch.from_numpy(head.ages_of_classes()).to(outputs.device)
        return age_loss(outputs, batch.ages, config, years, batch.ranges, batch.votes)
    ranges = batch.ages[:, None].expand(-1, 2) if batch.ranges is None else batch.ranges
    labels = class_of_ranges(head, np.asarray(ranges), np.asarray(batch.genders))
    return known_class_loss(outputs, torch.from_numpy(labels).to(outputs.device))
