"""ONNX: pixels in, answers, years and interval out, with what aligning a face takes in the file's own metadata."""

import json
from pathlib import Path

import onnx
import onnxruntime
import torch

from agelens.errors import AgeLensError
from agelens.export.bundle import Export
from agelens.files import write_atomic
from agelens.portable.network import example_pixels, licence_of
from agelens.portable.reading import READINGS, Reading, find_decoder, output_names

# ONNX Runtime 1.31 replays it; a newer runtime is not asked of whoever uses the file.
OPSET = 25
OLDEST_OPSET = 18
INPUT = "pixels"
TOLERANCE = 1e-4
TOLERANCE_YEARS = 0.01


def write_onnx(export: Export, out: Path, opset: int = OPSET) -> float:
    """Write a network, replay it in ONNX Runtime, return the largest difference between its answers and PyTorch's.

    Raises AgeLensError, and writes nothing, where answers differ by more than TOLERANCE or ages by more than
    TOLERANCE_YEARS, or where it cannot be written in `opset`.
    """
    network = Reading(export)
    program = torch.onnx.export(
        network,
        (example_pixels(export, 2),),
        dynamo=True,
        opset_version=opset,
        input_names=[INPUT],
        output_names=output_names(export),
        dynamic_shapes={"pixels": {0: torch.export.Dim("faces")}},
        verbose=False,
    )
    if program is None:
        raise AgeLensError(f"PyTorch gave no ONNX program; {out} was not written.")
    model = program.model_proto
    if any(used.domain == "" and used.version != opset for used in model.opset_import):
        raise AgeLensError(f"The network cannot be written in ONNX opset {opset}; use {OLDEST_OPSET} to {OPSET}.")
    onnx.helper.set_model_props(model, _metadata(export))
    onnx.checker.check_model(model, full_check=True)
    content = model.SerializeToString()
    difference, years = _replay(content, network, export)
    if difference > TOLERANCE or years > TOLERANCE_YEARS:
        raise AgeLensError(
            f"ONNX Runtime differs from PyTorch by {difference:.1e}, {years:.1e} years; {out} was not written."
        )
    write_atomic(out, lambda partial: partial.write_bytes(content))
    return difference


def _replay(content: bytes, network: Reading, export: Export) -> tuple[float, float]:
    """Largest differences of answers, and of ages in years, on three faces, because the number of faces is free."""
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    pixels = example_pixels(export, 3)
    with torch.inference_mode():
        expected = network(pixels)
    differences = {name: 0.0 for name in READINGS}
    for name, own, found in zip(
        output_names(export), expected, session.run(None, {INPUT: pixels.numpy()}), strict=True
    ):
        differences[name] = float((own - torch.from_numpy(found)).abs().max())
    years = max(differences.pop(name) for name in READINGS)
    return max(differences.values()), years


def _metadata(export: Export) -> dict[str, str]:
    """Plain text, so that a C++ program needs no JSON: numbers separated by blanks.

    `template`: x y of right eye, left eye, nose, mouth, the box's centre x y and side, the largest residual, in crop
    sides. Where the network says an age, `decode`, `level` and `tails`, for programs that widen intervals of bad
    pictures themselves: age, below, above for each knot of the calibration.
    """
    template, content = export.template, export.content
    points = [number for z in template.points for number in (z.real, z.imag)]
    box = (template.box_centre.real, template.box_centre.imag, template.box_side, template.max_residual)
    metadata = {
        "id": content["id"],
        "licence": licence_of(export),
        "size": str(content["input"]["size"]),
        "head": json.dumps(content["head"]),
        "template": " ".join(f"{number:g}" for number in (*points, *box)),
    }
    if (found := find_decoder(export)) is not None:
        decoder, tails = found[1], found[1].calibration
        knots = zip(tails.ages, tails.below, tails.above, strict=True)
        metadata |= {"decode": decoder.decode, "level": f"{tails.level:g}"}
        metadata["tails"] = " ".join(f"{number:g}" for knot in knots for number in knot)
    return metadata
