"""Exports for other programs, replayed by the programs themselves."""

import json
import subprocess
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file
from tiny import TINY

from agelens.align.template import Template, to_dict
from agelens.errors import AgeLensError
from agelens.export.bundle import load_export
from agelens.export.model import load_model
from agelens.export.parity import write_parity
from agelens.files import write_json
from agelens.models.build import build
from agelens.models.fold import fold, named_weights
from agelens.models.spec import Spec
from agelens.portable.onnx_file import OLDEST_OPSET, OPSET, write_onnx
from agelens.portable.reading import READINGS, Ages, find_decoder
from agelens.portable.torchscript import write_torchscript
from agelens.predict.ages import read_ages

CALIBRATION = {
    "level": 0.8,
    "tails": [{"age": 0, "below": 0.2, "above": 0.3}, {"age": 40, "below": 0.1, "above": 0.15}],
}


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An exported network that was never trained; its last layer is scaled up so that faces get different answers."""
    folder = tmp_path_factory.mktemp("export")
    torch.manual_seed(0)
    network = build(Spec.model_validate(TINY))
    torch.nn.init.normal_(network.head.weight, std=3)
    save_file(named_weights(fold(network)), folder / "weights.safetensors")
    points = np.array([0.31 + 0.30j, 0.69 + 0.30j, 0.50 + 0.54j, 0.50 + 0.72j])
    content = {
        "id": "tiny",
        "input": {"size": 32, "mean": [127.5] * 3, "std": [63.75] * 3, "colour": "RGB"},
        "head": TINY["head"],
        "template": to_dict(Template(points, 0.5 + 0.5j, 0.8, 0.1), "drawings", 1),
        "decode": "median",
        "calibration": CALIBRATION,
        "training": {"licence": "none"},
    }
    write_json(folder / "spec.json", TINY)
    write_json(folder / "export.json", content)
    return folder


@pytest.fixture(scope="module")
def onnx_file(export: Path) -> Path:
    assert write_onnx(load_export(export), export / "tiny.onnx") < 1e-5
    return export / "tiny.onnx"


@pytest.mark.parametrize("opset", [OLDEST_OPSET, 21])
def test_onnx_is_written_for_older_runtimes(opset: int, export: Path, tmp_path: Path) -> None:
    assert write_onnx(load_export(export), tmp_path / "old.onnx", opset) < 1e-5
    versions = {used.domain: used.version for used in onnx.load(tmp_path / "old.onnx").opset_import}
    assert versions[""] == opset


def test_onnx_is_current_and_carries_what_its_user_needs(onnx_file: Path) -> None:
    model = onnx.load(onnx_file)
    assert [entry.version for entry in model.opset_import if entry.domain == ""] == [OPSET]
    metadata = {entry.key: entry.value for entry in model.metadata_props}
    assert metadata["size"] == "32"
    assert metadata["tails"] == "0 0.2 0.3 40 0.1 0.15"
    assert len(metadata["template"].split()) == 12


@pytest.mark.parametrize("model", ["compact-age", "squeezenet-classes", "age-groups", "four-conv", "age-gender"])
def test_years_inside_the_file_are_those_of_the_package(model: str) -> None:
    found = find_decoder(load_model(None, model))
    assert found
    decoder, rng = found[1], np.random.default_rng(0)
    if decoder.decode == "direct":
        outputs = rng.uniform(-5, 110, (500, 1)).astype(np.float32)
        answers = torch.from_numpy(outputs)
    else:
        # Narrow and wide, with one peak and with two.
        steps = np.arange(decoder.head.width)
        peaks = rng.uniform(0, decoder.head.width, (2, 500, 1))
        outputs = (-np.abs(steps - peaks) / rng.uniform(0.3, 9, (2, 500, 1))).max(axis=0).astype(np.float32)
        answers = torch.from_numpy(outputs).softmax(dim=1)
    readings = read_ages(outputs, decoder)
    for name, values in zip(READINGS, Ages(decoder)(answers), strict=True):
        assert values.numpy() == pytest.approx(getattr(readings, name), abs=0.01)


def test_an_export_and_a_published_model_are_not_mixed(export: Path) -> None:
    with pytest.raises(AgeLensError, match="name two networks; keep one of them"):
        load_model(export, "compact-age")


def test_torchscript_gives_the_same_answers(export: Path) -> None:
    assert write_torchscript(load_export(export), export / "tiny.pt") < 1e-6


def test_the_cpp_example_reads_the_same_ages(
    agelens_read: Path, export: Path, onnx_file: Path, pictures: Path, keypoints: Path, tmp_path: Path
) -> None:
    few = tmp_path / "keypoints.csv"
    few.write_text("".join(keypoints.read_text().splitlines(keepends=True)[:4]))
    write_parity(export, pictures, few, tmp_path / "parity.json")
    expected = json.loads((tmp_path / "parity.json").read_text())["pictures"]
    assert len(expected) == 3
    for entry in expected:
        Image.open(pictures / entry["filename"]).convert("RGB").save(tmp_path / "picture.ppm")
        points = [xy for name in ("rightEye", "leftEye", "nose", "mouth") for xy in entry["keypoints"][name]]
        words = [agelens_read, onnx_file, tmp_path / "picture.ppm", *entry["box"], *points]
        output = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True).stdout
        reading = json.loads(output)
        assert reading["years"] == pytest.approx(entry["years"], abs=0.01)
        assert reading["low"] == pytest.approx(entry["interval"]["low"], abs=0.01)
        assert reading["high"] == pytest.approx(entry["interval"]["high"], abs=0.01)


def test_the_cpp_example_says_what_is_wrong(agelens_read: Path, onnx_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "picture.ppm"
    broken.write_bytes(b"P6\n4 4\n255\nabc")
    words = [str(agelens_read), str(onnx_file), str(broken), *["1"] * 12]
    failed = subprocess.run(words, capture_output=True, text=True)
    assert failed.returncode == 1
    assert failed.stderr == f"agelens-read: {broken} ends before its last pixel.\n"
