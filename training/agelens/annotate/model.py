"""Where a network for predictions comes from: an exported folder, or a model that the app publishes."""

from pathlib import Path

from agelens.align.template import MANIFEST, from_dict
from agelens.config import Normalisation
from agelens.export.bundle import Export, load_export
from agelens.models.published import find_published, read_published
from agelens.predict.reader import readers_from_json


def load_model(export: Path | None, model_id: str | None, manifest: Path = MANIFEST) -> Export:
    """The exported folder, else the published model of that id, else the app's default model."""
    if export is not None:
        return load_export(export)
    entry = find_published(model_id, manifest)
    network = read_published(entry, manifest.parent)
    normalisation = Normalisation(mean=entry["input"]["mean"], std=entry["input"]["standardDeviation"])
    return Export(
        network, normalisation, from_dict(entry["alignment"]), readers_from_json(network.spec.head, entry), entry
    )
