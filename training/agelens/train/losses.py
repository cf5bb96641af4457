"""What heads learn by: losses of an age as a distribution, a class, an order or a number, and of classes.

The losses of ages as classes share one signature: logits float32 [B, C], ages float32 [B] in years, `years` [C] that
the classes stand for, in steps of one, and the configuration; they return the mean over the batch in nats and years.
"""

import torch
import torch.nn.functional as F

from agelens.config import Loss
from agelens.data.label_words import UNKNOWN
from agelens.errors import AgeLensError
from agelens.models.heads import Head, SingleHead, heads_of


def label_distribution(ages: torch.Tensor, bins: int, config: Loss, years: torch.Tensor | None = None) -> torch.Tensor:
    """Gaussian over the ages 0…bins − 1, or over `years`, around each age; σ grows with age; [B, C], rows sum to 1."""
    years = torch.arange(bins, device=ages.device) if years is None else years
    sigma = (config.sigma_base + config.sigma_slope * ages).clamp(config.sigma_base, config.sigma_max)
    return torch.softmax(-0.5 * ((years - ages[:, None]) / sigma[:, None]) ** 2, dim=1)


def expected_age(logits: torch.Tensor, years: torch.Tensor | None = None) -> torch.Tensor:
    """Mean of the posterior over `years` (0, 1, … when left out), shape [B]."""
    if years is None:
        years = torch.arange(logits.shape[1], device=logits.device)
    return torch.softmax(logits, dim=1) @ years.to(logits.dtype)


def divergence_loss(
    logits: torch.Tensor, ages: torch.Tensor, years: torch.Tensor, config: Loss, votes: torch.Tensor | None = None
) -> torch.Tensor:
    """KL(label distribution ‖ posterior) + weight · smooth L1 of the expected age (Geng, 2016; Gao et al., 2018).

    Where people voted, [B, 2] mean and deviation or NaN, both aim between the age and what it looks like.
    """
    target = label_distribution(ages, logits.shape[1], config, years)
    if votes is not None:
        target, ages = _with_votes(target, ages, years, votes, config)
    divergence = F.kl_div(F.log_softmax(logits, dim=1), target, reduction="batchmean")
    distance = F.smooth_l1_loss(expected_age(logits, years), ages, beta=config.expected_beta)
    return divergence + config.expected_weight * distance


def _with_votes(
    target: torch.Tensor, ages: torch.Tensor, years: torch.Tensor, votes: torch.Tensor, config: Loss
) -> tuple[torch.Tensor, torch.Tensor]:
    """Target [B, C] and age [B] moved by `votes_share` to the distribution of the votes where there are some."""
    share = torch.where(votes[:, 0].isnan(), 0.0, config.votes_share)
    seen, spread = torch.where(share > 0, votes[:, 0], ages), votes[:, 1].nan_to_num(1.0).clamp(min=1.0)
    voted = torch.softmax(-0.5 * ((years - seen[:, None]) / spread[:, None]) ** 2, dim=1)
    return torch.lerp(target, voted, share[:, None]), torch.lerp(ages, seen, share)


def range_loss(logits: torch.Tensor, ranges: torch.Tensor, years: torch.Tensor, config: Loss) -> torch.Tensor:
    """−log of the posterior's mass inside + weight · smooth L1 of the way from the expected age, [R] each.

    Args:
        logits: float32 [R, C].
        ranges: youngest and oldest age in years, both included, [R, 2].
    """
    inside = (years >= ranges[:, :1]) & (years <= ranges[:, 1:])
    masses = F.log_softmax(logits, dim=1).masked_fill(~inside, float("-inf"))
    expected = expected_age(logits, years)
    nearest = torch.minimum(torch.maximum(expected, ranges[:, 0]), ranges[:, 1]).detach()
    distance = F.smooth_l1_loss(expected, nearest, beta=config.expected_beta, reduction="none")
    return config.expected_weight * distance - torch.logsumexp(masses, dim=1)


def class_loss(logits: torch.Tensor, ages: torch.Tensor, years: torch.Tensor, config: Loss) -> torch.Tensor:
    """Cross-entropy of the age as a class."""
    return F.cross_entropy(logits, (ages - years[0]).round().long())


def mean_variance_loss(logits: torch.Tensor, ages: torch.Tensor, years: torch.Tensor, config: Loss) -> torch.Tensor:
    """Cross-entropy, squared error of the expected age, and the posterior's variance (Pan et al., CVPR 2018)."""
    expected = expected_age(logits, years)
    variance = (torch.softmax(logits, dim=1) * (years - expected[:, None]) ** 2).sum(dim=1)
    distance = 0.5 * (expected - ages) ** 2
    spread = config.mean_weight * distance.mean() + config.variance_weight * variance.mean()
    return class_loss(logits, ages, years, config) + spread


def ordinal_loss(logits: torch.Tensor, ages: torch.Tensor, years: torch.Tensor, config: Loss) -> torch.Tensor:
    """Mean cross-entropy of the questions "older than k?" (Niu et al., CVPR 2016), answered by the posterior's tail.

    Answers taken from one posterior cannot contradict each other, and it is read like any other.
    """
    whole = torch.logsumexp(logits, dim=1, keepdim=True)
    younger = torch.logcumsumexp(logits, dim=1)[:, :-1] - whole
    older = torch.logcumsumexp(logits.flip(1), dim=1).flip(1)[:, 1:] - whole
    is_older = ages[:, None] > years[:-1]
    return -torch.where(is_older, older, younger).mean()


AGE_LOSSES = {
    "label-distribution": divergence_loss,
    "cross-entropy": class_loss,
    "mean-variance": mean_variance_loss,
    "ordinal": ordinal_loss,
}


def age_loss(
    logits: torch.Tensor,
    ages: torch.Tensor,
    config: Loss,
    years: torch.Tensor | None = None,
    ranges: torch.Tensor | None = None,
    votes: torch.Tensor | None = None,
) -> torch.Tensor:
    """The configured loss of an age as a class, the mean over the batch.

    Args:
        logits: float32 [B, C].
        ages: float32 [B], years within those of the classes.
        years: what the classes stand for, [C]; 0, 1, … when left out.
        ranges: youngest and oldest age of each label, [B, 2], where some labels are ranges.
        votes: mean and deviation of people's guesses, [B, 2], NaN where there are none.
    """
    years = torch.arange(logits.shape[1], device=logits.device) if years is None else years
    if ranges is None:
        return _exact_loss(logits, ages, years, config, votes)
    exact = ranges[:, 0] == ranges[:, 1]
    total = range_loss(logits[~exact], ranges[~exact], years, config).sum()
    if exact.any():
        some = None if votes is None else votes[exact]
        total = total + exact.sum() * _exact_loss(logits[exact], ages[exact], years, config, some)
    return total / len(logits)


def _exact_loss(
    logits: torch.Tensor, ages: torch.Tensor, years: torch.Tensor, config: Loss, votes: torch.Tensor | None
) -> torch.Tensor:
    if votes is not None and config.kind == "label-distribution":
        return divergence_loss(logits, ages, years, config, votes)
    return AGE_LOSSES[config.kind](logits, ages, years, config)


def taught_loss(logits: torch.Tensor, taught: torch.Tensor) -> torch.Tensor:
    """KL(teachers ‖ student) [nats], the mean over B pictures; both [B, C] (Hinton et al., 2015, temperature 1)."""
    return F.kl_div(F.log_softmax(logits, dim=1), taught, reduction="batchmean")


def years_loss(
    years: torch.Tensor, ages: torch.Tensor, config: Loss, ranges: torch.Tensor | None = None
) -> torch.Tensor:
    """Error of a regression, [B] each: L1, or Huber (1964) divided by δ so that both count years.

    Where the label is a range, [B, 2], the error is the way to its nearest end, and 0 inside.
    """
    if ranges is not None:
        ages = torch.minimum(torch.maximum(years, ranges[:, 0]), ranges[:, 1]).detach()
    if config.kind == "l1":
        return F.l1_loss(years, ages)
    return F.huber_loss(years, ages, delta=config.huber_delta) / config.huber_delta


def known_class_loss(logits: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """Cross-entropy [nats] of classes, int64 [B], to which a picture whose class is UNKNOWN adds nothing.

    The sum is divided by all B pictures, so that a picture weighs the same whoever shares its batch.
    """
    return F.cross_entropy(logits, classes, ignore_index=UNKNOWN, reduction="sum") / len(classes)


def fitting_losses(head: SingleHead) -> tuple[str, ...]:
    """Values of `loss.kind` that can teach a head over ages."""
    return ("l1", "huber") if head.output == "years" else tuple(AGE_LOSSES)


def check_loss(head: Head, config: Loss) -> None:
    """Raises AgeLensError when the configured loss cannot teach the head."""
    for one in heads_of(head):
        if one.figures == "years" and config.kind not in fitting_losses(one):
            fitting = ", ".join(fitting_losses(one))
            raise AgeLensError(f"loss.kind '{config.kind}' does not fit a head of kind '{one.kind}'; choose {fitting}.")
    unknown = set(config.head_weights) - {one.name for one in heads_of(head)}
    if unknown:
        raise AgeLensError(f"loss.head_weights names '{min(unknown)}', but the spec's head has no head of this name.")
