"""What a run learns from and by: the network, its batches, and how it is validated."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from agelens.config import Config, Loss, is_checkpoint
from agelens.crops.part import Part, load_part, select
from agelens.errors import AgeLensError
from agelens.models.backbone import BackboneNetwork, start
from agelens.models.build import AnyNetwork, build
from agelens.models.heads import Head, SingleHead, heads_of
from agelens.models.network import Network
from agelens.models.pretrained import take_over, unfold
from agelens.models.published import find_published, read_published
from agelens.models.spec import AnySpec, BackboneSpec
from agelens.models.stored import read_state
from agelens.models.targets import class_of_ranges, teachable
from agelens.predict.logits import central, normalise, predict_logits
from agelens.train.batches import Batches
from agelens.train.cached import FeatureBatches, HeadOnly, Learner, features_of, whole_state
from agelens.train.distil import Teachers, load_teachers
from agelens.train.share import Share

_PICTURES_TO_MEASURE = 256


@dataclass(frozen=True)
class Task:
    """`outputs` runs a network over rows of the validation part at an input size; `state` is what best.pt holds.

    `teachers` answer every batch, where there are any.
    """

    network: Learner
    training: Part
    validation: Part
    batches: Batches
    outputs: Callable[[nn.Module, slice, int], np.ndarray]
    state: Callable[[nn.Module], dict[str, Any]]
    teachers: Teachers | None = None


def prepare(config: Config, spec: AnySpec, data: Path, run: Path, share: Share) -> Task:
    """Load the parts of the data that the head can be taught, and build the network as configured."""
    drop = config.sampling.conflicts == "drop"
    training = select_for(spec.head, load_part(data, "train", drop_conflicts=drop), "train")
    validation = select_for(spec.head, load_part(data, "validation"), "validation")
    _check_auxiliary(config.loss, training)
    teachers = load_teachers(config, run)
    network = _network(config, spec, training)
    distil = config.distil
    if distil and distil.start:
        network.load_state_dict(teachers[distil.start].state_dict())
    if config.transfer and config.transfer.cached and isinstance(network, BackboneNetwork):
        return _cached_task(config, network, training, validation, run, share)

    def outputs(current: nn.Module, rows: slice, size: int) -> np.ndarray:
        crops = validation.crops[rows]
        return predict_logits(current, crops, validation.frame, size, config.normalisation, config.runtime.bf16)

    batches = Batches(training, config, _oldest(spec.head), share)
    taught_by = Teachers([*teachers.values()], distil.mirrored, config.runtime.bf16) if distil else None
    return Task(network, training, validation, batches, outputs, lambda current: current.state_dict(), taught_by)


def _check_auxiliary(loss: Loss, training: Part) -> None:
    """Pictures without a label teach the auxiliary heads nothing; there must be others."""
    for column, labels in (("gender", training.genders), ("ethnicity", training.ethnicities)):
        key = f"{column}_weight"
        if getattr(loss, key):
            require_labels(labels, column, "train", f"loss.{key}", "set it to 0")


def _network(config: Config, spec: AnySpec, training: Part) -> AnyNetwork:
    if not isinstance(spec, BackboneSpec):
        if config.transfer:
            raise AgeLensError(f"[transfer] needs a spec with a backbone, but '{spec.id}' has none; remove the table.")
        network = build(spec)
        if config.initialise:
            taken = take_over(network, config.initialise, config.normalisation, _to_measure(network, config, training))
            print(f"{taken} layers start from {config.initialise.weights.name}")
        if config.start_from:
            _fine_tune(network, config.start_from, _to_measure(network, config, training))
        return network
    if not config.transfer:
        raise AgeLensError(f"'{spec.id}' has a backbone: say in [transfer] where its weights come from.")
    return start(spec, config.transfer, config.spec.parent)


def _to_measure(network: Network, config: Config, training: Part) -> torch.Tensor:
    """Normalised pictures [B, 3, S, S] by which batch normalisations get their statistics."""
    pictures = central(training.crops[:_PICTURES_TO_MEASURE], training.frame, network.spec.input.size)
    return normalise(pictures, config.normalisation.mean, config.normalisation.std)


def _fine_tune(network: Network, start_from: str, pictures: torch.Tensor) -> None:
    """Start from a published model or an earlier run; raises AgeLensError where it is of another spec."""
    spec = network.spec
    if is_checkpoint(start_from):
        state = read_state(Path(start_from), "`agelens train`")
        try:
            network.load_state_dict(state)
        except RuntimeError as error:
            raise AgeLensError(f"{start_from} belongs to another network than '{spec.id}'; name one of it.") from error
        return
    folded = read_published(find_published(start_from))
    if (folded.spec.layers, folded.spec.head) != (spec.layers, spec.head):
        raise AgeLensError(f"The published model '{start_from}' has other layers than '{spec.id}'; use its spec.")
    unfold(network, folded, pictures)


def _cached_task(
    config: Config, network: BackboneNetwork, training: Part, validation: Part, run: Path, share: Share
) -> Task:
    if share.count > 1:
        raise AgeLensError("transfer.cached works in one process; start the command without torchrun.")
    learn_from = features_of(network, training, config, run / "features-train.npy")
    validate_on = features_of(network, validation, config, run / "features-validation.npy")
    batches = FeatureBatches(learn_from, training, config, _oldest(network.spec.head))

    def outputs(current: nn.Module, rows: slice, _: int) -> np.ndarray:
        return current(validate_on[rows]).detach().numpy()

    return Task(HeadOnly(network), training, validation, batches, outputs, whole_state(network))


def _oldest(head: Head) -> int:
    """The oldest age in years that labels are clamped to: a posterior's last bin stands for all older people."""
    return min(one.oldest_label for one in heads_of(head))


def select_for(head: Head, part: Part, name: str) -> Part:
    """The pictures that the head can be taught; raises AgeLensError where a class has none.

    `name` is that of the part, for the message.
    """
    chosen = select(part, teachable(head, part.ranges.numpy(), part.genders.numpy()))
    for one in heads_of(head):
        if one.says == "gender":
            require_labels(chosen.genders, "gender", name, "The head over genders", "take that head out of the spec")
        if one.needs_every_class:
            _check_classes(one, chosen, name)
    return chosen


def require_labels(labels: torch.Tensor, column: str, part: str, who: str, otherwise: str) -> None:
    """Raises AgeLensError where not one picture of a part has the label that `who` learns by."""
    if not (labels >= 0).any():
        raise AgeLensError(
            f"{who} learns from labels, but no picture of the part '{part}' has one; "
            f"add the column {column} to labels.csv and run `agelens split` again, or {otherwise}."
        )


def _check_classes(head: SingleHead, part: Part, name: str) -> None:
    classes = class_of_ranges(head, part.ranges.numpy(), part.genders.numpy())
    counts = np.bincount(classes[classes >= 0], minlength=len(head.class_names()))
    empty = [label for label, count in zip(head.class_names(), counts, strict=True) if not count]
    if empty:
        raise AgeLensError(
            f"The part '{name}' has no picture for the class(es) {', '.join(empty)} of the head; "
            "add pictures or take the class(es) out of the spec."
        )
