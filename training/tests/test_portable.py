"""Exports for other programs, replayed by the programs themselves."""

import importlib.util
import json
import shutil
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
from agelens.export.parity import write_parity
from agelens.files import write_json
from agelens.models.build import build
from agelens.models.fold import fold, named_weights
from agelens.models.spec import Spec
from agelens.portable.onnx_file import OLDEST_OPSET, OPSET, write_onnx
from agelens.portable.tflite import write_tflite
from agelens.portable.torchscript import write_torchscript

EXAMPLE = Path(__file__).parents[1] / "cpp-example"
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
    assert write_onnx(export, export / "tiny.onnx") < 1e-5
    return export / "tiny.onnx"


@pytest.mark.parametrize("opset", [OLDEST_OPSET, 21])
def test_onnx_is_written_for_older_runtimes(opset: int, export: Path, tmp_path: Path) -> None:
    assert write_onnx(export, tmp_path / "old.onnx", opset) < 1e-5
    versions = {used.domain: used.version for used in onnx.load(tmp_path / "old.onnx").opset_import}
    assert versions[""] == opset


def test_onnx_is_current_and_carries_what_its_user_needs(onnx_file: Path) -> None:
    model = onnx.load(onnx_file)
    assert [entry.version for entry in model.opset_import if entry.domain == ""] == [OPSET]
    metadata = {entry.key: entry.value for entry in model.metadata_props}
    assert metadata["size"] == "32"
    assert metadata["tails"] == "0 0.2 0.3 40 0.1 0.15"
    assert len(metadata["template"].split()) == 12


def test_torchscript_gives_the_same_answers(export: Path) -> None:
    assert write_torchscript(export, export / "tiny.pt") < 1e-6


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built; skipped where there is no CMake, compiler or ONNX Runtime for C++."""
    if not shutil.which("cmake"):
        pytest.skip("the C++ example needs CMake: apt-get install cmake g++")
    build_folder = tmp_path_factory.mktemp("build")
    configured = subprocess.run(["cmake", "-S", EXAMPLE, "-B", build_folder], capture_output=True, text=True)
    if "Could not find ONNXRUNTIME" in configured.stderr:
        pytest.skip("the C++ example needs ONNX Runtime for C++: see cpp-example/README.md")
    assert configured.returncode == 0, configured.stderr
    subprocess.run(["cmake", "--build", build_folder], check=True, capture_output=True)
    return build_folder / "agelens-read"


def test_the_cpp_example_reads_the_same_ages(
    program: Path, export: Path, onnx_file: Path, pictures: Path, keypoints: Path, tmp_path: Path
) -> None:
    few = tmp_path / "keypoints.csv"
    few.write_text("".join(keypoints.read_text().splitlines(keepends=True)[:4]))
    write_parity(export, pictures, few, tmp_path / "parity.json")
    expected = json.loads((tmp_path / "parity.json").read_text())["pictures"]
    assert len(expected) == 3
    for entry in expected:
        Image.open(pictures / entry["filename"]).convert("RGB").save(tmp_path / "picture.ppm")
        points = [xy for name in ("rightEye", "leftEye", "nose", "mouth") for xy in entry["keypoints"][name]]
        words = [program, onnx_file, tmp_path / "picture.ppm", *entry["box"], *points]
        output = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True).stdout
        reading = json.loads(output)
        assert reading["years"] == pytest.approx(entry["years"], abs=0.01)
        assert reading["low"] == pytest.approx(entry["interval"]["low"], abs=0.01)
        assert reading["high"] == pytest.approx(entry["interval"]["high"], abs=0.01)


def test_the_cpp_example_says_what_is_wrong(program: Path, onnx_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "picture.ppm"
    broken.write_bytes(b"P6\n4 4\n255\nabc")
    words = [str(program), str(onnx_file), str(broken), *["1"] * 12]
    failed = subprocess.run(words, capture_output=True, text=True)
    assert failed.returncode == 1
    assert failed.stderr == f"agelens-read: {broken} ends before its last pixel.\n"


@pytest.mark.parametrize("float16", [False, True])
def test_tflite_gives_the_same_answers(export: Path, float16: bool) -> None:
    if not importlib.util.find_spec("litert_torch"):
        pytest.skip('TensorFlow Lite needs an environment with the extra "tflite"')
    assert write_tflite(export, export / "tiny.tflite", float16) < (1e-2 if float16 else 1e-4)


def test_a_missing_converter_is_one_sentence(export: Path) -> None:
    if importlib.util.find_spec("litert_torch"):
        pytest.skip("the converter is installed here")
    with pytest.raises(AgeLensError, match=r"not installed; make an environment with pip install -e '\.\[tflite\]'"):
        write_tflite(export, export / "tiny.tflite", float16=False)
