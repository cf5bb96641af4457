"""Error against the dose of each kind of damage."""

from typing import Any

import numpy as np
import torch
from tqdm import tqdm

from agelens.analyse.damage import DAMAGES, Damage
from agelens.config import Config
from agelens.evaluate.bootstrap import bootstrap
from agelens.evaluate.testset import LabelledSet, require_known
from agelens.jobs.journal import Journal
from agelens.models.network import Network
from agelens.models.targets import true_classes
from agelens.predict.ages import knows, read_ages
from agelens.predict.logits import normalise
from agelens.predict.reader import HeadReader

_BATCH = 128


def sensitivity(
    network: Network, config: Config, reader: HeadReader, test: LabelledSet, done: Journal
) -> dict[str, dict[str, Any]]:
    """Per kind of damage its levels and, with 95 % intervals, MAE in years (or the share of wrong classes) and bias.

    Kinds that `done` holds are not measured again.
    """
    for damage in tqdm([damage for damage in DAMAGES if damage.key not in done.results], desc="damaging"):
        rows = [_measure(network, config, reader, test, damage, level) for level in damage.levels]
        found = {"title": damage.title, "unit": damage.unit, "levels": list(damage.levels), "rows": rows}
        done.add({damage.key: found})
    return {damage.key: done.results[damage.key] for damage in DAMAGES}


def _measure(
    network: Network, config: Config, reader: HeadReader, test: LabelledSet, damage: Damage, level: float
) -> dict[str, dict[str, float]]:
    errors = _errors(reader, _outputs(network, config, test, damage, level)[:, reader.part], test)
    values = np.stack([np.abs(errors), errors], axis=1)
    low, high = bootstrap(len(values), lambda draws: draws @ values / len(values))
    names, means = ("error", "bias"), values.mean(axis=0)
    return {
        name: {"value": round(float(mean), 3), "low": round(float(start), 3), "high": round(float(end), 3)}
        for name, mean, start, end in zip(names, means, low, high, strict=True)
    }


@torch.inference_mode()
def _outputs(network: Network, config: Config, test: LabelledSet, damage: Damage, level: float) -> np.ndarray:
    size, normalisation = network.spec.input.size, config.normalisation
    parts = []
    for crops in test.crops.split(_BATCH):
        x = damage.apply(crops, test.frame, size, level)
        parts.append(network(normalise(x, normalisation.mean, normalisation.std)).float())
    return torch.cat(parts).numpy()


def _errors(reader: HeadReader, outputs: np.ndarray, test: LabelledSet) -> np.ndarray:
    """Years, or 1 where the class is wrong, of the pictures whose label the head knows."""
    if reader.decoder:
        known = knows(reader.head, test.youngest)
        require_known(known, test)
        return read_ages(outputs[known], reader.decoder).years - test.youngest[known]
    truth = true_classes(reader.classes, test.youngest, test.genders)
    require_known(truth >= 0, test)
    return (outputs.argmax(axis=1) != truth)[truth >= 0].astype(float)
