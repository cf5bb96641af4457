"""What `model.json` says of a published model."""

from pathlib import Path
from typing import Any

import numpy as np
import torch

from agelens.align.crop import MAX_SAMPLES, crop
from agelens.align.similarity import place
from agelens.align.template import NAMES
from agelens.crops.array import read_picture
from agelens.data.keypoints import read_keypoints
from agelens.export.bundle import Export
from agelens.facts import read_facts
from agelens.portable.model_json import Alignment, Description, Example, Input, Knot, Output, Reading, Resampling
from agelens.portable.network import answer_names
from agelens.portable.onnx_file import INPUT
from agelens.portable.reading import READINGS, find_decoder
from agelens.predict.ages import AgeDecoder, read_ages
from agelens.predict.decode import posterior_of
from agelens.predict.logits import normalise
from agelens.predict.reader import HeadReader

_REPOSITORY = Path(__file__).parents[3]
_KEYPOINTS = _REPOSITORY / "training/parity/keypoints.csv"
_PICTURES = _REPOSITORY / "e2e/fixtures"
_POSTERIOR = {
    "probabilities": "Spread each probability evenly over its ages: bin k covers k − 0.5 to k + 0.5 years.",
    "years": "Take errors as Laplace's distribution around the years, of mean `spread`, cut off at the oldest age.",
}
_INTERVAL = (
    "F is the distribution function. low is the youngest age y with F(y) ≥ below(y), high the oldest with "
    "F(y) ≤ 1 − above(y), both clamped to ≥ 0.",
    "For a picture that is bad, multiply below and above by a share under 1: the interval becomes wider.",
)


def example_crop(export: Export) -> tuple[str, np.ndarray]:
    """A portrait in the public domain as the network sees it: the file's name, and uint8 [S, S, RGB]."""
    ((name, detection),) = [(name, d) for name, d in read_keypoints(_KEYPOINTS).items() if d is not None]
    size = export.network.spec.input.size
    pixels = crop(read_picture(_PICTURES / name), place(detection, export.template, size).to_crop, size)
    return name, pixels.round().byte().permute(1, 2, 0).numpy()


def describe(export: Export, files: dict[str, str], opset: int) -> Description:
    """Everything about a published model; `files` names the release's network, crop and card."""
    entry, picture = export.content, example_crop(export)
    return Description(
        id=entry["id"],
        version=entry["version"],
        file=files["network"],
        opset=opset,
        parameters=entry["parameters"],
        trainingData=entry["trainingData"],
        licence=entry["licence"],
        card=files["card"],
        input=_input(entry["input"]),
        alignment=_alignment(entry["alignment"]),
        head=export.network.spec.head,
        outputs=_outputs(export),
        reading=_reading(export),
        example=Example(crop=files["crop"], picture=picture[0], answers=_answers(export, picture[1])),
    )


def _input(entry: dict[str, Any]) -> Input:
    size = entry["size"]
    return Input(name=INPUT, shape=("faces", 3, size, size), **entry)


def _alignment(entry: dict[str, Any]) -> Alignment:
    resampling = Resampling(samplesPerSide={"min": 1, "max": MAX_SAMPLES})
    ratio = read_facts("face.json")["plausibleSideRatio"]
    return Alignment(keypoints=list(NAMES), plausibleSideRatio=ratio, resampling=resampling, **entry)


def _outputs(export: Export) -> list[Output]:
    answers = [
        Output(name=name, shape=("faces", reader.head.width), unit=_unit(reader), classes=reader.head.class_names())
        for name, reader in zip(answer_names(export), export.readers, strict=True)
    ]
    ages = READINGS if find_decoder(export) else ()
    return [*answers, *(Output(name=name, shape=("faces",), unit="years", classes=[]) for name in ages)]


def _unit(reader: HeadReader) -> Any:
    return "years" if reader.head.output == "years" else "probability"


def _reading(export: Export) -> Reading | None:
    found = find_decoder(export)
    if found is None:
        return None
    number, decoder = found
    tails = decoder.calibration
    table = zip(tails.ages, tails.below, tails.above, strict=True)
    return Reading(
        of=answer_names(export)[number],
        estimate=decoder.decode,
        level=tails.level,
        tails=[Knot(age=age, below=below, above=above) for age, below, above in table],
        spread=tails.spread,
        steps=[_POSTERIOR[decoder.head.output], f"years is the {decoder.decode} of that.", *_INTERVAL],
    )


@torch.inference_mode()
def _answers(export: Export, picture: np.ndarray) -> dict[str, list[float]]:
    """What the network says about a crop [S, S, RGB], by the package's own code and not by the file's."""
    pixels = torch.from_numpy(picture).permute(2, 0, 1)[None].float()
    outputs = export.network(normalise(pixels, export.normalisation.mean, export.normalisation.std)).numpy()
    answers = {
        name: (own if reader.head.output == "years" else posterior_of(own))[0].tolist()
        for name, reader in zip(answer_names(export), export.readers, strict=True)
        for own in [outputs[:, reader.part]]
    }
    found = find_decoder(export)
    return answers | (_ages(outputs[:, export.readers[found[0]].part], found[1]) if found else {})


def _ages(outputs: np.ndarray, decoder: AgeDecoder) -> dict[str, list[float]]:
    readings = read_ages(outputs, decoder)
    return {name: getattr(readings, name).tolist() for name in READINGS}
