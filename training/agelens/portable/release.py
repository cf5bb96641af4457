"""`agelens release`: a published model as a folder that programs without this repository can use."""

import shutil
from importlib.metadata import version
from pathlib import Path

import numpy as np

from agelens.align.template import MANIFEST
from agelens.export.model import load_model
from agelens.facts import read_facts
from agelens.files import read_json, sha256_of, write_atomic, write_json, write_text
from agelens.portable.describe import describe, example_crop
from agelens.portable.model_json import Description, schema
from agelens.portable.onnx_file import write_onnx
from agelens.report.page import write_page

_REPOSITORY = MANIFEST.parents[2]
_NODE = _REPOSITORY / "training/node-example/package.json"
_EXAMPLES = ("read_age.py", "read_age.mjs", "read_age.cpp")
_FILES = {"network": "model.onnx", "crop": "example.ppm", "card": read_facts("files.json")["published"]["card"]}
_SUMS = "SHA256SUMS"


def write_release(model_id: str | None, out: Path, opset: int) -> list[Path]:
    """Write the release folder of a published model, the app's default one without an id; returns its files."""
    export = load_model(None, model_id)
    description = describe(export, _FILES, opset)
    write_onnx(export, out / _FILES["network"], opset)
    _write_ppm(out / _FILES["crop"], example_crop(export)[1])
    write_json(out / "model.json", description.model_dump(mode="json", exclude_none=True))
    write_json(out / "model.schema.json", schema())
    drawings = _copy_card(MANIFEST.parent / export.content["card"], out)
    shutil.copyfile(_REPOSITORY / "LICENSE", out / "LICENSE")
    _write_pages(description, out)
    names = ["README.md", "LICENSE", "model.json", "model.schema.json", *_FILES.values(), *drawings, *_EXAMPLES]
    write_text(out / _SUMS, "".join(f"{sha256_of(out / name)}  {name}\n" for name in sorted(names)))
    return [out / name for name in (*sorted(names), _SUMS)]


def _write_pages(description: Description, out: Path) -> None:
    """The README and the programs that it shows."""
    versions = {
        "python": version("onnxruntime"),
        "node": read_json(_NODE, "`git restore`")["dependencies"]["onnxruntime-node"],
    }
    shown = [output.name for output in description.outputs if output.shape == ("faces",)]
    content = {"model": description, "versions": versions, "shown": shown or [description.outputs[0].name]}
    for name in (*_EXAMPLES, "README.md"):
        write_page(out / name, f"release/{name}.j2", **content)


def _write_ppm(path: Path, picture: np.ndarray) -> None:
    """Bytes [y, x, RGB] as a binary PPM: its pixels are the file's last 3·y·x bytes."""
    header = f"P6\n{picture.shape[1]} {picture.shape[0]}\n255\n".encode()
    write_atomic(path, lambda partial: partial.write_bytes(header + picture.tobytes()))


def _copy_card(card: Path, out: Path) -> list[str]:
    """The model card and the drawings that it shows; returns the drawings' names."""
    drawings = sorted(card.parent.glob("*.svg"))
    for path in (card, *drawings):
        shutil.copyfile(path, out / path.name)
    return [path.name for path in drawings]
