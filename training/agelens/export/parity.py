"""A file of pictures with everything computed from them, for the browser to reproduce.

agelens parity --export DIR --images PICTURES --keypoints CSV --out parity.json
"""

from pathlib import Path
from typing import Any

import numpy as np
import torch

from agelens.align.crop import crop
from agelens.align.similarity import place
from agelens.crops.array import read_picture
from agelens.data.keypoints import Detection, read_keypoints
from agelens.data.pictures import require_folder
from agelens.export.bundle import Export, load_export
from agelens.facts import read_facts
from agelens.files import write_json
from agelens.predict.ages import read_ages
from agelens.predict.decode import posterior_of
from agelens.predict.logits import normalise
from agelens.predict.reader import HeadReader
from agelens.predict.views import PhotoViews

_NAMES: list[str] = read_facts("face.json")["keypoints"]
_SAMPLES_PER_SIDE = 4


def write_parity(export: Path, images: Path, keypoints: Path, out: Path) -> int:
    """One entry per picture of `keypoints` with a detection; returns their number.

    Use lossless pictures: JPEG decoders differ by a few grey levels.
    """
    loaded = load_export(export)
    require_folder(images)
    found = {name: d for name, d in read_keypoints(keypoints).items() if d is not None}
    entries = [_entry(images / name, detection, loaded) for name, detection in found.items()]
    write_json(out, {"size": loaded.network.spec.input.size, "pictures": entries})
    return len(entries)


@torch.inference_mode()
def _entry(path: Path, detection: Detection, export: Export) -> dict[str, Any]:
    """Keypoints, crop → source transform (source = (a + ib)·crop + tx + i·ty), crop samples and reading.

    The reading is that of one view; "photo" has the one of all views that the app takes of a photo's face.
    """
    size = export.network.spec.input.size
    placement = place(detection, export.template, size)
    pixels = crop(read_picture(path), placement.to_crop, size)
    x = normalise(pixels[None], export.normalisation.mean, export.normalisation.std)
    network, reader = export.network, export.readers[0]
    outputs = network(x).numpy()
    as_photo = PhotoViews(network, network.spec.head)(x).numpy()
    back = placement.to_crop.inverse()
    return {
        "filename": path.name,
        "box": list(detection.box),
        "keypoints": {name: [z.real, z.imag] for name, z in zip(_NAMES, detection.points, strict=True)},
        "placedBy": placement.source,
        "cropToSource": {
            "a": back.scale.real,
            "b": back.scale.imag,
            "tx": back.shift.real,
            "ty": back.shift.imag,
        },
        "cropMean": pixels.mean((1, 2)).tolist(),
        "cropSamples": _samples(pixels),
        **_reading(reader, outputs[:, reader.part]),
        "photo": _reading(reader, as_photo[:, reader.part]),
        **({"heads": _heads(export.readers, outputs)} if len(export.readers) > 1 else {}),
    }


def _heads(readers: list[HeadReader], outputs: np.ndarray) -> dict[str, dict[str, Any]]:
    return {str(reader.head.name): _reading(reader, outputs[:, reader.part]) for reader in readers}


def _reading(reader: HeadReader, outputs: np.ndarray) -> dict[str, Any]:
    """What one head says about one picture, outputs [1, width]: probabilities where it gives some, and years."""
    if reader.decoder is None:
        return {"posterior": posterior_of(outputs)[0].tolist()}
    readings, level = read_ages(outputs, reader.decoder), reader.decoder.calibration.level
    posterior = {} if reader.head.output == "years" else {"posterior": posterior_of(outputs)[0].tolist()}
    interval = {"low": float(readings.low[0]), "high": float(readings.high[0]), "level": level}
    return {**posterior, "years": float(readings.years[0]), "interval": interval}


def _samples(pixels: torch.Tensor) -> list[dict[str, Any]]:
    """RGB at 4×4 evenly spread pixels of a crop [3, S, S]."""
    size = pixels.shape[-1]
    steps = (np.arange(_SAMPLES_PER_SIDE) * 2 + 1) * size // (2 * _SAMPLES_PER_SIDE)
    return [{"x": int(x), "y": int(y), "rgb": pixels[:, y, x].tolist()} for y in steps for x in steps]
