"""ONNX, with everything that using the network takes in the file's own metadata."""

import json
from pathlib import Path

import onnx
import onnxruntime
import torch

from agelens.errors import AgeLensError
from agelens.export.bundle import Export, load_export
from agelens.files import write_atomic
from agelens.portable.network import Portable, answer_names, example_pixels, largest_difference

# ONNX Runtime 1.31 replays it; a newer runtime is not asked of whoever uses the file.
OPSET = 25
OLDEST_OPSET = 18
TOLERANCE = 1e-4


def write_onnx(folder: Path, out: Path, opset: int = OPSET) -> float:
    """Write an exported network, replay it in ONNX Runtime, return the largest difference to PyTorch.

    Raises AgeLensError, and writes nothing, where it differs by more than TOLERANCE or cannot be written in `opset`.
    """
    export = load_export(folder, precision="float32")
    network = Portable(export)
    program = torch.onnx.export(
        network,
        (example_pixels(export, 2),),
        dynamo=True,
        opset_version=opset,
        input_names=["pixels"],
        output_names=answer_names(export),
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
    difference = _replay(content, network, export)
    if difference > TOLERANCE:
        raise AgeLensError(f"ONNX Runtime differs from PyTorch by {difference:.1e}; {out} was not written.")
    write_atomic(out, lambda partial: partial.write_bytes(content))
    return difference


def _replay(content: bytes, network: Portable, export: Export) -> float:
    """On three faces, because the number of faces is free."""
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    pixels = example_pixels(export, 3)
    with torch.inference_mode():
        return largest_difference(network(pixels), session.run(None, {"pixels": pixels.numpy()}))


def _metadata(export: Export) -> dict[str, str]:
    """Plain text, so that a C++ program needs no JSON: numbers separated by blanks.

    `template`: x y of right eye, left eye, nose, mouth, the box's centre x y and side, the largest residual, in crop
    sides. Of a posterior over ages `decode`, `level` and `tails`: age, below, above for each knot of the calibration.
    """
    template, content = export.template, export.content
    points = [number for z in template.points for number in (z.real, z.imag)]
    box = (template.box_centre.real, template.box_centre.imag, template.box_side, template.max_residual)
    metadata = {
        "id": content["id"],
        "licence": content["training"]["licence"],
        "size": str(content["input"]["size"]),
        "head": json.dumps(content["head"]),
        "template": " ".join(f"{number:g}" for number in (*points, *box)),
    }
    if content["head"]["kind"] == "age-posterior":
        knots = content["calibration"]["tails"]
        metadata |= {"decode": content["decode"], "level": f"{content['calibration']['level']:g}"}
        metadata["tails"] = " ".join(f"{knot[key]:g}" for knot in knots for key in ("age", "below", "above"))
    return metadata
