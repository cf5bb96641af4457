"""Where a network for readings comes from: an exported folder, or a model that the app publishes."""

from pathlib import Path

from agelens.align.template import MANIFEST, from_dict
from agelens.config import Normalisation
from agelens.errors import AgeLensError
from agelens.export.bundle import Export, load_export
from agelens.export.precision import Precision
from agelens.models.published import find_published, read_published
from agelens.predict.reader import readers_from_json


def load_model(
    export: Path | None, model_id: str | None, manifest: Path = MANIFEST, precision: Precision | None = None
) -> Export:
    """The exported folder, else the published model of that id, else the app's default model.

    `precision` is that of an exported folder, see `load_export`; published weights have the one they were published at.
    Raises AgeLensError where both are given.
    """
    if export is not None and model_id is not None:
        raise AgeLensError(f"--export {export} and --model {model_id} name two networks; keep one of them.")
    if export is not None:
        return load_export(export, precision)
    entry = find_published(model_id, manifest)
    network = read_published(entry, manifest.parent)
    normalisation = Normalisation(mean=entry["input"]["mean"], std=entry["input"]["standardDeviation"])
    return Export(
        network, normalisation, from_dict(entry["alignment"]), readers_from_json(network.spec.head, entry), entry
    )
