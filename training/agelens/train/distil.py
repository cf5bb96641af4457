"""Teachers: networks trained before, whose answers a smaller network learns (Hinton et al., 2015).

They see the very pictures that the student does, damage included (Beyer et al., CVPR 2022).
"""

from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from agelens.config import Config, Distil, read_config
from agelens.errors import AgeLensError
from agelens.models.build import AnyNetwork, build
from agelens.models.heads import AgePosterior
from agelens.models.network import channels_last
from agelens.models.run_folder import load_run, teachers_of
from agelens.models.spec import AnySpec, read_spec
from agelens.train.batches import Batch
from agelens.train.schedule import check_sizes


class Teachers:
    """Several networks that answer together: with the mean of their logits."""

    def __init__(self, networks: list[nn.Module], mirrored: bool, bf16: bool):
        self.networks, self.mirrored, self.bf16 = networks, mirrored, bf16

    @torch.no_grad()
    def posterior(self, x: torch.Tensor) -> torch.Tensor:
        """Probabilities of the ages, float32 [B, bins], for normalised pictures [B, 3, S, S]."""
        views = [x, x.flip(3)] if self.mirrored else [x]
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bf16):
            logits = [network(view).float() for network in self.networks for view in views]
        return torch.softmax(torch.stack(logits).mean(0), dim=1)

    def teach(self, batch: Batch) -> Batch:
        """The batch with the teachers' answers."""
        return replace(batch, taught=self.posterior(batch.x))


def check_teachers(config: Config) -> None:
    """Find out before anything is trained whether the teachers of a configuration can teach its network.

    Raises AgeLensError when one cannot.
    """
    spec = read_spec(config.spec)
    if not isinstance(spec.head, AgePosterior):
        raise AgeLensError(f"[distil] teaches heads of kind 'age-posterior', not '{spec.head.kind}'; remove it.")
    if config.transfer and config.transfer.cached:
        raise AgeLensError("[distil] needs pictures, but transfer.cached trains without them; remove one of the two.")
    if config.distil:
        for file in config.distil.teachers:
            _check(file, config, config.distil, spec)


def _check(file: Path, config: Config, distil: Distil, spec: AnySpec) -> None:
    theirs, name = read_config(file), file.stem
    their_spec = read_spec(theirs.spec)
    if theirs.distil:
        raise AgeLensError(f"{file} is a teacher and has [distil] itself; remove the table there.")
    if their_spec.head != spec.head:
        raise AgeLensError(f"The teacher '{name}' has another head than '{spec.id}'; give both specs the same.")
    if theirs.normalisation != config.normalisation:
        raise AgeLensError(f"The teacher '{name}' has another [normalisation] than '{spec.id}'; make them equal.")
    if distil.start == name and _shapes(their_spec) != _shapes(spec):
        raise AgeLensError(
            f"distil.start: the teacher '{name}' has other layers than '{spec.id}'; "
            "name one with the same layers, or leave start out."
        )
    check_sizes(their_spec, config.schedule)


def _shapes(spec: AnySpec) -> dict[str, torch.Size]:
    return {name: values.shape for name, values in build(spec).state_dict().items()}


def load_teachers(config: Config, run: Path) -> dict[str, AnyNetwork]:
    """The trained teachers of a run by name, in the order of the configuration; none where it has none."""
    networks = {name: load_run(folder)[0] for name, folder in teachers_of(config, run).items()}
    return {name: channels_last(network.requires_grad_(False)) for name, network in networks.items()}
