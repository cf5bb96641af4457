"""The network together with the heads that exist only while it learns."""

import torch
import torch.nn.functional as F
from torch import nn

from agelens.config import Loss
from agelens.data.labels import ETHNICITIES, GENDERS
from agelens.models.build import Network
from agelens.train.batches import Batch
from agelens.train.losses import age_loss


class Trainee(nn.Module):
    """Predicts age and, from the same pooled features, apparent gender and ethnicity as an auxiliary task."""

    def __init__(self, network: Network):
        super().__init__()
        self.network = network
        self.gender = nn.Linear(network.width, len(GENDERS))
        self.ethnicity = nn.Linear(network.width, len(ETHNICITIES))

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        features = self.network.features(x)
        return self.network.head(features), self.gender(features), self.ethnicity(features)


def total_loss(outputs: tuple[torch.Tensor, ...], batch: Batch, config: Loss) -> torch.Tensor:
    """Age loss plus the weighted cross-entropies of the auxiliary heads, in nats."""
    age, gender, ethnicity = (output.float() for output in outputs)
    loss = age_loss(age, batch.ages, config)
    if config.gender_weight:
        loss = loss + config.gender_weight * F.cross_entropy(gender, batch.genders)
    if config.ethnicity_weight:
        loss = loss + config.ethnicity_weight * F.cross_entropy(ethnicity, batch.ethnicities)
    return loss
