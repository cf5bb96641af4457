"""predictions.csv: what was read from every picture, for people and for further plots."""

from pathlib import Path

import numpy as np

from agelens.evaluate.testset import LabelledSet
from agelens.files import write_table
from agelens.models.heads import SingleHead
from agelens.predict.ages import AgeDecoder, read_ages
from agelens.predict.decode import posterior_of
from agelens.predict.reader import HeadReader


def write_predictions(path: Path, test: LabelledSet, readers: list[HeadReader], outputs: np.ndarray) -> None:
    """One line per picture: the label, and per head years with interval, or the class with its probability."""
    columns = {"filename": test.names, "youngest": test.youngest, "oldest": test.oldest, "gender": test.genders}
    for reader in readers:
        prefix = f"{reader.head.name}_" if len(readers) > 1 else ""
        own = outputs[:, reader.part]
        found = _years(own, reader.decoder) if reader.decoder else _classes(own, reader.head)
        columns |= {prefix + name: values for name, values in found.items()}
    write_table(path, tuple(columns), zip(*columns.values(), strict=True))


def _years(outputs: np.ndarray, decoder: AgeDecoder) -> dict[str, list[str]]:
    readings = read_ages(outputs, decoder)
    return {name: [f"{value:.3f}" for value in getattr(readings, name)] for name in ("years", "low", "high")}


def _classes(outputs: np.ndarray, head: SingleHead) -> dict[str, list[str]]:
    probabilities = posterior_of(outputs)
    names, best = head.class_names(), probabilities.argmax(axis=1)
    return {"class": [names[number] for number in best], "probability": [f"{p:.4f}" for p in probabilities.max(axis=1)]}
