"""Loss over ages: a label distribution instead of a single class (Geng, 2016), and the expected age."""

import torch
import torch.nn.functional as F

from agelens.config import Loss


def label_distribution(ages: torch.Tensor, bins: int, config: Loss) -> torch.Tensor:
    """Gaussian over the ages 0…bins − 1 around each age, σ growing with age, shape [B, bins], rows sum to 1."""
    sigma = (config.sigma_base + config.sigma_slope * ages).clamp(config.sigma_base, config.sigma_max)
    distance = torch.arange(bins, device=ages.device) - ages[:, None]
    return torch.softmax(-0.5 * (distance / sigma[:, None]) ** 2, dim=1)


def expected_age(logits: torch.Tensor) -> torch.Tensor:
    """Mean of the posterior in years, shape [B]."""
    years = torch.arange(logits.shape[1], device=logits.device, dtype=logits.dtype)
    return torch.softmax(logits, dim=1) @ years


def age_loss(logits: torch.Tensor, ages: torch.Tensor, config: Loss) -> torch.Tensor:
    """Mean over the batch of KL(label ‖ posterior) + weight · smooth L1(expected age, age), in nats and years.

    Args:
        logits: float32 [B, bins].
        ages: float32 [B], years in 0…bins − 1.
    """
    target = label_distribution(ages, logits.shape[1], config)
    divergence = F.kl_div(F.log_softmax(logits, dim=1), target, reduction="batchmean")
    distance = F.smooth_l1_loss(expected_age(logits), ages, beta=config.expected_beta)
    return divergence + config.expected_weight * distance
