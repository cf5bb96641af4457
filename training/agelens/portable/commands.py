"""The commands `onnx`, `torchscript`, `tflite` and `release`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agelens.optional import require_package
from agelens.options import MaybeExport, ModelId, OutFile, OutFolder

if TYPE_CHECKING:
    from agelens.export.bundle import Export

app = typer.Typer()

Opset = Annotated[int | None, typer.Option(help="ONNX opset, for runtimes that are older", min=18, max=25)]


@app.command()
def onnx(out: OutFile, export: MaybeExport = None, model: ModelId = None, opset: Opset = None) -> None:
    """Write ONNX that gives years and interval, and replay it in ONNX Runtime; see cpp-example."""
    _require_onnx("onnx")
    from agelens.portable.onnx_file import OPSET, write_onnx

    _report(out, write_onnx(_load(export, model), out, opset or OPSET))


@app.command()
def torchscript(out: OutFile, export: MaybeExport = None, model: ModelId = None) -> None:
    """Write TorchScript, and replay it."""
    from agelens.portable.torchscript import write_torchscript

    _report(out, write_torchscript(_load(export, model), out))


@app.command()
def tflite(
    out: OutFile,
    export: MaybeExport = None,
    model: ModelId = None,
    float16: Annotated[bool, typer.Option(help="weights as float16: half the bytes")] = False,
) -> None:
    """Write TensorFlow Lite by Google's converter, and replay it in the interpreter; needs the extra "tflite"."""
    from agelens.portable.tflite import write_tflite

    _report(out, write_tflite(_load(export, model), out, float16))


@app.command()
def release(out: OutFolder, model: ModelId = None, opset: Opset = None) -> None:
    """Write a published model for other programs: ONNX, what using it takes as JSON, card, licence, examples."""
    _require_onnx("release")
    from agelens.portable.onnx_file import OPSET
    from agelens.portable.release import write_release

    for path in write_release(model, out, opset or OPSET):
        print(f"{path}: {path.stat().st_size:,} bytes")


def _require_onnx(command: str) -> None:
    for package in ("onnx", "onnxruntime", "onnxscript"):
        require_package(package, "onnx", f"`agelens {command}`")


def _load(export: Path | None, model: str | None) -> "Export":
    from agelens.export.model import load_model

    return load_model(export, model, precision="float32")


def _report(out: Path, difference: float) -> None:
    print(f"{out}: {out.stat().st_size:,} bytes, answers differ from PyTorch's by at most {difference:.1e}")
