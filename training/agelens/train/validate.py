"""Figures of the validation part after an epoch, as the head allows."""

import numpy as np
import torch.distributed as dist
from torch import nn

from agelens.config import Sampling, SetSampling
from agelens.crops.part import Part, select
from agelens.models.heads import AgePosterior, Head, SingleHead, heads_of, slices_of
from agelens.models.targets import class_of_ranges
from agelens.predict.bands import BAND_NAMES, band_of, distance_to_range
from agelens.predict.decode import mean, median, posterior_of
from agelens.train.share import Share
from agelens.train.task import Task


def validate(task: Task, network: nn.Module, size: int, share: Share, sampling: Sampling) -> dict[str, float]:
    """Errors in years and accuracies of a network on the plain central crops of the validation part.

    Keys: "mae", "mae_of_mean", "mae_<band>" for ages; "accuracy" for classes, with the head's name before it where the
    network has several heads; "score" and "<set>_mae" where the data has several sets. Where labels are ranges of
    ages the error is the way to the nearest age of the range. Every process measures its share and knows all figures.
    """
    outputs, head = _outputs(task, network, size, share), task.network.spec.head
    if len(task.validation.set_names) == 1:
        return figures_of(head, outputs, task.validation)
    return figures_of_sets(head, outputs, task.validation, sampling)


def figures_of(head: Head, outputs: np.ndarray, part: Part) -> dict[str, float]:
    """The figures that the heads allow, of outputs [N, width of the head] for the pictures of a part."""
    row: dict[str, float] = {}
    for one, columns in zip(heads_of(head), slices_of(head), strict=True):
        row |= _figures(one, outputs[:, columns], part)
    return row


def figures_of_sets(head: Head, outputs: np.ndarray, part: Part, config: Sampling) -> dict[str, float]:
    """`figures_of` a part of several sets, "<set>_mae" of each, and "score", their mean as configured.

    The score is left out where the network gives no years.
    """
    row, numbers = figures_of(head, outputs, part), part.sets.numpy()
    if "mae" not in row:
        return row
    errors, weights = [], []
    for number, name in enumerate(part.set_names):
        own = numbers == number
        errors.append(figures_of(head, outputs[own], select(part, own))["mae"])
        weights.append(config.sets.get(name, SetSampling()).score_weight)
    score = float(np.average(errors, weights=weights)) if sum(weights) else row["mae"]
    return {"score": score, **{f"{name}_mae": e for name, e in zip(part.set_names, errors, strict=True)}, **row}


def _outputs(task: Task, network: nn.Module, size: int, share: Share) -> np.ndarray:
    each = -(-len(task.validation) // share.count)
    outputs = task.outputs(network, slice(share.rank * each, (share.rank + 1) * each), size)
    if share.count == 1:
        return outputs
    gathered: list[np.ndarray] = [outputs] * share.count
    dist.all_gather_object(gathered, outputs)
    return np.concatenate(gathered)


def _figures(head: SingleHead, outputs: np.ndarray, part: Part) -> dict[str, float]:
    if head.output == "years":
        return _errors(outputs[:, 0], part, {})
    if isinstance(head, AgePosterior):
        posterior = posterior_of(outputs)
        means = {"mae_of_mean": _mean(_distance(mean(posterior), part))}
        return _errors(median(posterior), part, means)
    if head.figures == "years":
        years = posterior_of(outputs) @ head.ages_of_classes()
        return _errors(years, part, {"accuracy": _accuracy(head, outputs, part)})
    prefix = f"{head.name}_" if head.name else ""
    return {f"{prefix}accuracy": _accuracy(head, outputs, part)}


def _distance(years: np.ndarray, part: Part) -> np.ndarray:
    return np.abs(distance_to_range(years, *part.ranges.numpy().T))


def _errors(years: np.ndarray, part: Part, more: dict[str, float]) -> dict[str, float]:
    error, bands = _distance(years, part), band_of(part.ages.numpy())
    per_band = {f"mae_{name}": _mean(error[bands == number]) for number, name in enumerate(BAND_NAMES)}
    return {"mae": _mean(error), **more, **per_band}


def _accuracy(head: SingleHead, outputs: np.ndarray, part: Part) -> float:
    truth = class_of_ranges(head, part.ranges.numpy(), part.genders.numpy())
    return _mean((outputs.argmax(axis=1) == truth)[truth >= 0])


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else float("nan")
