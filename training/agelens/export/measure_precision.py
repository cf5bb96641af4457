"""What fewer bits cost on the test part, and the smallest download that costs next to nothing.

    agelens precision --export OUT --data DATA

writes OUT/precision.json and OUT/biases-uint8.safetensors; `agelens parity` and the converter read them.
"""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from agelens.evaluate.testset import LabelledSet, load_split_part, load_test_set, require_known
from agelens.export.bundle import Export, load_export, stored_weights, write_precision, write_uint8_biases
from agelens.export.correct_biases import corrected_biases
from agelens.export.precision import PRECISIONS, Stored
from agelens.models.fold import network_from_weights
from agelens.models.targets import true_classes
from agelens.predict.ages import knows, read_ages
from agelens.predict.decode import posterior_of
from agelens.predict.logits import central, normalise, predict_logits
from agelens.predict.reader import HeadReader
from agelens.predict.views import PhotoViews

# The most that the download may cost: years of mean absolute error, or a share of pictures where the head has classes.
TOLERATED = {"mae": 0.03, "accuracy": 0.005}

# Pictures that biases are corrected on; means over space as well need no more.
_TYPICAL = 128


def measure_precisions(folder: Path, data: Path) -> dict[str, Any]:
    """Measure, choose, write precision.json; returns its content without the weights' ranges."""
    export, test = load_export(folder, precision="float32"), load_test_set(data)
    rounded = stored_weights(folder, "uint8", corrected=False)
    write_uint8_biases(folder, corrected_biases(export.network, rounded, _typical(export, data)))
    stored = {precision: stored_weights(folder, precision) for precision in PRECISIONS}
    figures = {precision: _figures(export, one, test) for precision, one in stored.items()}
    variants = {precision: {**found, "lost": _lost(found, figures["float32"])} for precision, found in figures.items()}
    tolerated = [name for name, found in variants.items() if found["lost"] <= TOLERATED[_main_figure(found)]]
    content = {
        "set": test.name,
        "chosen": min(tolerated, key=lambda precision: variants[precision]["bytes"]),
        "variants": variants,
    }
    ranges = {precision: {name: one.to_json() for name, one in some.items()} for precision, some in stored.items()}
    write_precision(folder, {**content, "weights": ranges})
    return content


def _typical(export: Export, data: Path) -> Tensor:
    """Pictures as the network takes them: of the validation part, or of a set without parts."""
    some = load_split_part(data, "validation") if (data / "split.csv").is_file() else load_test_set(data)
    chosen = torch.linspace(0, len(some) - 1, min(_TYPICAL, len(some))).long()
    size = export.network.spec.input.size
    pixels = central(some.crops[chosen], some.frame, size)
    return normalise(pixels, export.normalisation.mean, export.normalisation.std)


def _figures(export: Export, stored: dict[str, Stored], test: LabelledSet) -> dict[str, float]:
    """Bytes of the weights and, of the first head, MAE and coverage or accuracy."""
    weights: dict[str, Tensor] = {name: one.values for name, one in stored.items()}
    network = network_from_weights(export.network.spec, weights)
    size = network.spec.input.size
    outputs = predict_logits(PhotoViews(network, network.spec.head), test.crops, test.frame, size, export.normalisation)
    reader = export.readers[0]
    figures = _age_figures if reader.decoder else _class_figures
    return {"bytes": sum(one.bytes for one in stored.values()), **figures(reader, outputs[:, reader.part], test)}


def _age_figures(reader: HeadReader, outputs: np.ndarray, test: LabelledSet) -> dict[str, float]:
    known = knows(reader.head, test.youngest)
    require_known(known, test)
    readings, ages = read_ages(outputs[known], reader.years), test.youngest[known]
    covered = (readings.low <= ages) & (ages <= readings.high)
    return {"mae": round(float(np.abs(readings.years - ages).mean()), 4), "coverage": round(float(covered.mean()), 4)}


def _class_figures(reader: HeadReader, outputs: np.ndarray, test: LabelledSet) -> dict[str, float]:
    truth = true_classes(reader.classes, test.youngest, test.genders)
    require_known(truth >= 0, test)
    right = posterior_of(outputs).argmax(axis=1) == truth
    return {"accuracy": round(float(right[truth >= 0].mean()), 4)}


def _main_figure(figures: dict[str, float]) -> str:
    return "mae" if "mae" in figures else "accuracy"


def _lost(figures: dict[str, float], exact: dict[str, float]) -> float:
    """How much worse than with float32; below 0 where chance made it better."""
    if "mae" in figures:
        return round(figures["mae"] - exact["mae"], 4)
    return round(exact["accuracy"] - figures["accuracy"], 4)
