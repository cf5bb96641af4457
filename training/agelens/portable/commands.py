"""The commands `onnx`, `torchscript` and `tflite`."""

from pathlib import Path
from typing import Annotated

import typer

from agelens.optional import require_package
from agelens.options import Export, OutFile

app = typer.Typer()


@app.command()
def onnx(
    export: Export,
    out: OutFile,
    opset: Annotated[int | None, typer.Option(help="ONNX opset, for runtimes that are older", min=18, max=25)] = None,
) -> None:
    """Write ONNX with preprocessing facts in its metadata, and replay it in ONNX Runtime; see cpp-example."""
    for package in ("onnx", "onnxruntime", "onnxscript"):
        require_package(package, "onnx", "`agelens onnx`")
    from agelens.portable.onnx_file import OPSET, write_onnx

    _report(out, write_onnx(export, out, opset or OPSET))


@app.command()
def torchscript(export: Export, out: OutFile) -> None:
    """Write TorchScript, and replay it."""
    from agelens.portable.torchscript import write_torchscript

    _report(out, write_torchscript(export, out))


@app.command()
def tflite(
    export: Export,
    out: OutFile,
    float16: Annotated[bool, typer.Option(help="weights as float16: half the bytes")] = False,
) -> None:
    """Write TensorFlow Lite by Google's converter, and replay it in the interpreter; needs the extra "tflite"."""
    from agelens.portable.tflite import write_tflite

    _report(out, write_tflite(export, out, float16))


def _report(out: Path, difference: float) -> None:
    print(f"{out}: {out.stat().st_size:,} bytes, answers differ from PyTorch's by at most {difference:.1e}")
