"""The exported folder: weights.safetensors, spec.json, export.json; later precision.json and biases for uint8."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors.torch import save_file
from torch import Tensor

from agelens.align.template import Template, from_dict
from agelens.config import Normalisation
from agelens.errors import AgeLensError
from agelens.export.equalise import equalise
from agelens.export.precision import Precision, Stored, store
from agelens.facts import read_facts
from agelens.files import read_json, write_atomic, write_json
from agelens.models.fold import fold, named_weights, network_from_weights
from agelens.models.heads import dump_head
from agelens.models.network import Network, count_parameters
from agelens.models.run_folder import load_run
from agelens.models.spec import read_layers, write_spec
from agelens.models.stored import read_tensors
from agelens.predict.reader import HeadReader, readers_from_json

MADE_BY = "`agelens export`"
_FILES = read_facts("files.json")["exported"]
_FROM_EVALUATION = ("template", "decode", "calibration", "metrics", "otherSets", "training")


@dataclass(frozen=True)
class Export:
    """A loaded export: the folded network and what export.json says about using it."""

    network: Network
    normalisation: Normalisation
    template: Template
    readers: list[HeadReader]
    content: dict[str, Any]


def export(run: Path, out: Path) -> dict[str, Any]:
    """Write the best network of an evaluated run into `out`; returns the content of export.json."""
    evaluation = read_json(run / "evaluation" / "evaluation.json", "`agelens evaluate`")
    network, config = load_run(run)
    if not isinstance(network, Network):
        raise AgeLensError(f"{run} has a backbone of timm's, which no browser runs; let it teach a network of layers.")
    spec = network.spec
    content = {
        "id": spec.id,
        "parameters": count_parameters(network),
        "input": {
            "size": spec.input.size,
            "mean": config.normalisation.mean,
            "std": config.normalisation.std,
            "colour": "RGB",
        },
        "head": dump_head(spec.head),
        **{key: evaluation[key] for key in _FROM_EVALUATION if key in evaluation},
    }
    analysis = run / "analysis" / "analysis.json"
    if analysis.is_file():
        content["analysis"] = read_json(analysis, "`agelens analyse`")
    out.mkdir(parents=True, exist_ok=True)
    for stale in (_FILES["precision"], _FILES["uint8Biases"]):
        (out / stale).unlink(missing_ok=True)
    weights = named_weights(equalise(fold(network)))
    write_atomic(out / _FILES["weights"], lambda partial: save_file(weights, partial))
    write_json(out / _FILES["spec"], write_spec(spec))
    write_json(out / _FILES["description"], content)
    return content


def load_export(folder: Path, precision: Precision | None = None) -> Export:
    """Read an exported folder back, with weights as they come out of the download.

    At `precision`, else at the one that `agelens precision` chose, else in float32.
    """
    content = read_json(folder / _FILES["description"], MADE_BY)
    weights = stored_weights(folder, precision or _chosen_precision(folder))
    spec = read_layers(folder / _FILES["spec"])
    network = network_from_weights(spec, {name: stored.values for name, stored in weights.items()})
    normalisation = Normalisation(mean=content["input"]["mean"], std=content["input"]["std"])
    readers = readers_from_json(network.spec.head, content)
    return Export(network, normalisation, from_dict(content["template"]), readers, content)


def stored_weights(folder: Path, precision: Precision, corrected: bool = True) -> dict[str, Stored]:
    """The weights of an export as a download at this precision holds them, or before biases were corrected for it."""
    weights = read_tensors(folder / _FILES["weights"], MADE_BY)
    if corrected and precision == "uint8" and (folder / _FILES["uint8Biases"]).is_file():
        weights |= read_tensors(folder / _FILES["uint8Biases"], "`agelens precision`")
    return store(weights, precision)


def write_uint8_biases(folder: Path, biases: dict[str, Tensor]) -> None:
    """Keep the biases that suit weights of eight bits beside the others."""
    write_atomic(folder / _FILES["uint8Biases"], lambda partial: save_file(biases, partial))


def write_precision(folder: Path, content: dict[str, Any]) -> None:
    """Keep what `agelens precision` found and chose."""
    write_json(folder / _FILES["precision"], content)


def _chosen_precision(folder: Path) -> Precision:
    path = folder / _FILES["precision"]
    return read_json(path, "`agelens precision`")["chosen"] if path.is_file() else "float32"
