"""The release folder of the published default model: whole in itself, and the same ages in Python, Node and C++."""

import hashlib
import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import onnxruntime
import pytest
from command_line import agelens, complaint_of
from foreign_runtimes import compile_cpp, node_into, run
from PIL import Image

from agelens.models.published import find_published
from parity import PICTURES, TOLERANCE, TOLERANCE_YEARS, parity_crops, read_parity, require_parity


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    agelens("release", "--out", folder)
    return folder


@pytest.fixture(scope="module")
def model(release: Path) -> dict[str, Any]:
    return json.loads((release / "model.json").read_text())


def test_checksums_name_every_file(release: Path) -> None:
    lines = (release / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert {path.name for path in release.iterdir()} == {*sums, "SHA256SUMS"}
    assert all(hashlib.sha256((release / name).read_bytes()).hexdigest() == digest for name, digest in sums.items())


def test_the_description_is_the_manifests_and_fits_its_schema(release: Path, model: dict[str, Any]) -> None:
    schema = json.loads((release / "model.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(model, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**model, "input": {**model["input"], "layout": "NHWC"}}, schema)
    entry = find_published(None)
    assert (model["id"], model["version"], model["licence"]) == (entry["id"], entry["version"], entry["licence"])
    assert {name: model["input"][name] for name in entry["input"]} == entry["input"]
    assert {name: model["alignment"][name] for name in entry["alignment"]} == entry["alignment"]
    assert model["reading"]["tails"] == entry["calibration"]["tails"]
    assert model["parameters"] == entry["parameters"]


def test_the_readme_links_and_shows_what_lies_there(release: Path) -> None:
    text = (release / "README.md").read_text()
    assert all((release / link).is_file() for link in re.findall(r"\]\(([\w.]+)\)", text))
    for name in ("read_age.py", "read_age.mjs", "read_age.cpp"):
        assert f"\n{(release / name).read_text()}```\n" in text
    card = (release / "card.md").read_text()
    assert all((release / link).is_file() for link in re.findall(r"!\[[^]]*\]\(([^)]+)\)", card))


def _python(release: Path, cpp_runtime: Path) -> str:
    return run(sys.executable, "read_age.py", folder=release)


def _node(release: Path, cpp_runtime: Path) -> str:
    return run(node_into(release), "read_age.mjs", folder=release)


def _cpp(release: Path, cpp_runtime: Path) -> str:
    return run(compile_cpp([release / "read_age.cpp"], cpp_runtime, release / "read-age"), folder=release)


@pytest.mark.parametrize("program", [_python, _node, _cpp], ids=["python", "node", "cpp"])
def test_the_readmes_program_reads_the_example(
    program: Any, release: Path, model: dict[str, Any], cpp_runtime: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(release, tmp_path / "release")
    said = re.fullmatch(r"([\d.]+) years \(([\d.]+) to ([\d.]+)\)\n", program(folder, cpp_runtime))
    assert said
    answers = model["example"]["answers"]
    years = [answers[name][0] for name in ("years", "low", "high")]
    assert [float(number) for number in said.groups()] == pytest.approx(years, abs=TOLERANCE_YEARS)


@pytest.fixture(scope="module")
def crops() -> np.ndarray:
    return parity_crops()


def test_onnx_runtime_in_python_gives_the_parity_files_answers(release: Path, crops: np.ndarray) -> None:
    session = onnxruntime.InferenceSession(release / "model.onnx", providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    require_parity(dict(zip(names, session.run(None, {"pixels": crops}), strict=True)))


def test_onnx_runtime_in_node_gives_the_parity_files_answers(release: Path, crops: np.ndarray, tmp_path: Path) -> None:
    node = node_into(tmp_path)
    (tmp_path / "answers.mjs").write_text((Path(__file__).parent / "node" / "answers.mjs").read_text())
    crops.tofile(tmp_path / "crops.f32")
    said = run(node, "answers.mjs", release / "model.onnx", "crops.f32", crops.shape[-1], folder=tmp_path)
    require_parity(json.loads(said))


def test_the_cpp_example_gives_the_parity_files_answers_from_the_pictures(
    release: Path, agelens_read: Path, tmp_path: Path
) -> None:
    readings = []
    for entry in read_parity():
        Image.open(PICTURES / entry["filename"]).convert("RGB").save(tmp_path / "picture.ppm")
        points = [xy for name in ("rightEye", "leftEye", "nose", "mouth") for xy in entry["keypoints"][name]]
        words = (release / "model.onnx", "picture.ppm", *entry["box"], *points)
        readings.append(json.loads(run(agelens_read, *words, folder=tmp_path)))
    answers = {name: [reading[name] for reading in readings] for name in ("years", "low", "high")}
    require_parity({**answers, "answer": [reading["posterior"] for reading in readings]})


def test_a_model_that_says_no_age_is_released_too(tmp_path: Path) -> None:
    agelens("release", "--model", "gender", "--out", tmp_path)
    model = json.loads((tmp_path / "model.json").read_text())
    assert "reading" not in model
    assert [output["classes"] for output in model["outputs"]] == [["male", "female"]]
    said = run(sys.executable, "read_age.py", folder=tmp_path)
    assert [float(share) for share in said.strip(" []\n").split()] == pytest.approx(
        model["example"]["answers"]["answer"], abs=TOLERANCE
    )


def test_an_unknown_model_leaves_nothing_behind(tmp_path: Path) -> None:
    assert "no model 'nobody'" in complaint_of("release", "--model", "nobody", "--out", tmp_path / "out")
    assert not (tmp_path / "out").exists()
