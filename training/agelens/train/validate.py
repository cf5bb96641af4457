"""Figures of the validation part after an epoch, as the head allows."""

import numpy as np
import torch.distributed as dist
from torch import nn

from agelens.crops.part import Part
from agelens.models.heads import AgeClasses, AgePosterior, AgeRegression, Head, SingleHead, heads_of, slices_of
from agelens.models.targets import class_of
from agelens.predict.bands import BAND_NAMES, band_of
from agelens.predict.decode import mean, median, posterior_of
from agelens.train.share import Share
from agelens.train.task import Task


def validate(task: Task, network: nn.Module, size: int, share: Share) -> dict[str, float]:
    """Errors in years and accuracies of a network on the plain central crops of the validation part.

    Keys: "mae", "mae_of_mean", "mae_<band>" for ages; "accuracy" for classes, with the head's name before it where the
    network has several heads. Every process measures its share and knows the figures of all.
    """
    return figures_of(task.network.spec.head, _outputs(task, network, size, share), task.validation)


def figures_of(head: Head, outputs: np.ndarray, part: Part) -> dict[str, float]:
    """The figures that the heads allow, of outputs [N, width of the head] for the pictures of a part."""
    row = {}
    for one, columns in zip(heads_of(head), slices_of(head), strict=True):
        row |= _figures(one, outputs[:, columns], part)
    return row


def _outputs(task: Task, network: nn.Module, size: int, share: Share) -> np.ndarray:
    each = -(-len(task.validation) // share.count)
    outputs = task.outputs(network, slice(share.rank * each, (share.rank + 1) * each), size)
    if share.count == 1:
        return outputs
    gathered = [None] * share.count
    dist.all_gather_object(gathered, outputs)
    return np.concatenate(gathered)


def _figures(head: SingleHead, outputs: np.ndarray, part: Part) -> dict[str, float]:
    ages = part.ages.numpy()
    match head:
        case AgePosterior():
            posterior = posterior_of(outputs)
            means = {"mae_of_mean": _mean(np.abs(mean(posterior) - ages))}
            return _errors(median(posterior), ages, means)
        case AgeRegression():
            return _errors(outputs[:, 0], ages, {})
        case AgeClasses():
            years = posterior_of(outputs) @ np.array(head.ages)
            return _errors(years, ages, {"accuracy": _accuracy(head, outputs, part)})
    prefix = f"{head.name}_" if head.name else ""
    return {f"{prefix}accuracy": _accuracy(head, outputs, part)}


def _errors(years: np.ndarray, ages: np.ndarray, more: dict[str, float]) -> dict[str, float]:
    error, bands = np.abs(years - ages), band_of(ages)
    per_band = {f"mae_{name}": _mean(error[bands == number]) for number, name in enumerate(BAND_NAMES)}
    return {"mae": _mean(error), **more, **per_band}


def _accuracy(head: SingleHead, outputs: np.ndarray, part: Part) -> float:
    truth = class_of(head, part.ages.numpy(), part.genders.numpy())
    return _mean((outputs.argmax(axis=1) == truth)[truth >= 0])


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else float("nan")
