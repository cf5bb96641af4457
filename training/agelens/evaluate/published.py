"""Measuring a model that the app publishes, with the decoding and the calibration that it was published with.

    agelens evaluate --model ID --data DATA --out OUT [--on OTHER …]

writes into OUT what measuring a run writes into RUN/evaluation.
"""

from pathlib import Path
from typing import Any

from agelens.align.template import from_dict
from agelens.config import Normalisation
from agelens.errors import AgeLensError
from agelens.evaluate.measure import measure
from agelens.evaluate.testset import LabelledSet, load_test_set
from agelens.files import read_json
from agelens.models.heads import dump_head
from agelens.models.published import find_published, read_published
from agelens.predict.reader import readers_from_json

_FROM_MANIFEST = ("id", "version", "parameters", "decode", "calibration")


def evaluate_published(model_id: str, data: Path, others: list[Path], out: Path) -> dict[str, Any]:
    """Measure on the test part of `data`, or on all of it where it has no parts, and on `others`; writes it all.

    Raises AgeLensError where crops were not cut along the model's template.
    """
    entry = find_published(model_id)
    tests = {folder: _load_cut_for(entry, folder) for folder in (data, *others)}
    network = read_published(entry)
    normalisation = Normalisation(mean=entry["input"]["mean"], std=entry["input"]["standardDeviation"])
    readers = readers_from_json(network.spec.head, entry)
    about = {
        **{key: entry[key] for key in _FROM_MANIFEST if key in entry},
        "head": dump_head(network.spec.head),
        "template": entry["alignment"],
        "training": {"data": entry["trainingData"], "licence": entry["licence"]},
    }
    for folder in others:
        measure(network, normalisation, readers, about, tests[folder], out / tests[folder].name.replace(" ", "-"))
    return measure(network, normalisation, readers, about, tests[data], out)


def _load_cut_for(entry: dict[str, Any], folder: Path) -> LabelledSet:
    cut_along = read_json(folder / "crops.json", "`agelens test-set`")["template"]
    if cut_along != repr(from_dict(entry["alignment"])):
        raise AgeLensError(
            f"The crops of {folder} were not cut along the template of {entry['id']}; cut them with "
            f"`agelens test-set --model {entry['id']}`."
        )
    return load_test_set(folder)
