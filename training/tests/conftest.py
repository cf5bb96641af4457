"""Tiny drawn data sets and networks: nothing here is a photograph."""

import csv
import shutil
from pathlib import Path

import numpy as np
import pytest
from command_line import agelens
from foreign_runtimes import build_cpp_example, unpack_cpp_runtime
from PIL import Image, ImageDraw
from tiny import write_config

from agelens.data.keypoints import COLUMNS, POINTS, Detection

TRAINING = Path(__file__).parents[1]
README = TRAINING / "README.md"
SIDE = 64
FACE = np.array([0.31 + 0.30j, 0.69 + 0.30j, 0.50 + 0.54j, 0.50 + 0.72j, 0.1 + 0.4j, 0.9 + 0.4j])


def draw_face(age: int, seed: int) -> Image.Image:
    """A face of ellipses on noise-coloured ground whose skin darkens with age."""
    rng = np.random.default_rng((age, seed))
    ground = rng.integers(0, 256, (4, 4, 3), dtype=np.uint8)
    picture = Image.fromarray(ground).resize((SIDE, SIDE), Image.Resampling.BICUBIC)
    pen = ImageDraw.Draw(picture)
    skin = (230 - 2 * age, 190 - age, 160 - age)
    pen.ellipse((6, 2, SIDE - 6, SIDE - 2), fill=skin)
    for point in FACE[:4]:
        x, y = point.real * SIDE, point.imag * SIDE
        pen.ellipse((x - 3, y - 3, x + 3, y + 3), fill=(40, 30, 30))
    return picture


def detection_row(name: str, points: np.ndarray) -> list:
    xy = [value for z in points for value in (f"{z.real:.3f}", f"{z.imag:.3f}")]
    return [name, SIDE, SIDE, 0.9, 0.1 * SIDE, 0.1 * SIDE, 0.8 * SIDE, 0.8 * SIDE, *xy]


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """72 drawn faces of six ages, named like UTKFace, with a copy under another age and a malformed name."""
    folder = tmp_path_factory.mktemp("pictures")
    for age in (1, 8, 20, 35, 50, 70):
        for number in range(12):
            name = f"{age}_{number % 2}_{number % 5}_2017{age:02}{number:02}.jpg.chip.jpg"
            draw_face(age, number).save(folder / name, quality=95)
    draw_face(70, 0).save(folder / "30_0_0_20179999.jpg.chip.jpg", quality=80)
    draw_face(5, 99).save(folder / "5_1_20170000.jpg.chip.jpg")
    return folder


@pytest.fixture(scope="session")
def keypoints(pictures: Path) -> Path:
    """keypoints.csv beside the pictures, jittered, with one picture in which nothing was found."""
    rng = np.random.default_rng(0)
    path = pictures / "keypoints.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number, picture in enumerate(sorted(pictures.glob("*.jpg"))):
            jitter = rng.normal(0, 0.5, (len(POINTS), 2)) @ [1, 1j]
            row = detection_row(picture.name, FACE * SIDE + jitter)
            writer.writerow(row if number != 3 else [*row[:3], *[""] * (len(COLUMNS) - 3)])
    return path


@pytest.fixture(scope="session")
def drawn(pictures: Path, keypoints: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of the drawn pictures, made by the commands; nobody changes it."""
    folder = tmp_path_factory.mktemp("drawn")
    agelens(
        "split", pictures, "--data", folder, "--name", "Drawn faces", "--licence", "CC0-1.0", "--about", "Not real."
    )
    agelens("template", "--keypoints", keypoints, "--data", folder)
    agelens("crops", pictures, "--keypoints", keypoints, "--data", folder, "--size", 32, "--margin", 4)
    return folder


@pytest.fixture(scope="session")
def trained(drawn: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny network that learnt from the drawn pictures, evaluated; nobody changes it."""
    folder = tmp_path_factory.mktemp("trained")
    agelens("train", write_config(folder), "--data", drawn, "--run", folder)
    agelens("evaluate", folder, "--data", drawn)
    return folder


@pytest.fixture(scope="session")
def analysed(trained: Path, drawn: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny network's run, analysed; nobody changes it."""
    folder = shutil.copytree(trained, tmp_path_factory.mktemp("analysed") / "run")
    agelens("analyse", folder, "--data", drawn, "--pictures", 10, "--faces", 2)
    return folder


@pytest.fixture(scope="session")
def exported(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of the tiny network; nobody changes it."""
    folder = tmp_path_factory.mktemp("exported")
    agelens("export", trained, "--out", folder)
    return folder


@pytest.fixture(scope="session")
def existing(
    pictures: Path,
    keypoints: Path,
    drawn: Path,
    trained: Path,
    exported: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Path]:
    """What commands can be given to read, by the words of test_wrong_paths.py; nobody changes it."""
    folder = tmp_path_factory.mktemp("existing")
    labels = "\n".join(f"{picture.name},{picture.name.split('_')[0]}" for picture in sorted(pictures.glob("*.jpg")))
    (folder / "labels.csv").write_text(f"filename,age\n{labels}\n")
    (folder / "settings.toml").write_text("jobs = 1\n")
    return {
        "PICTURES": pictures,
        "PICTURE": next(pictures.glob("*.jpg")),
        "LABELS": folder / "labels.csv",
        "KEYPOINTS": keypoints,
        "TEMPLATE": drawn / "template.json",
        "TARGET": TRAINING / "targets" / "australia-2021.csv",
        "DATA": drawn,
        "OTHER": drawn,
        "CONFIG": write_config(folder),
        "SETTINGS": folder / "settings.toml",
        "RUN": trained,
        "EXPORT": exported,
        "FAILURES": README,
        "MODELS": TRAINING.parent / "public" / "models",
        "TIMES": TRAINING / "parity" / "times.json",
        "README": README,
    }


@pytest.fixture(scope="session")
def cpp_runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """ONNX Runtime for C++: include and lib; nobody changes it."""
    root = tmp_path_factory.mktemp("cpp-runtime")
    unpack_cpp_runtime(root)
    return root


@pytest.fixture(scope="session")
def agelens_read(cpp_runtime: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of the example for C++; skipped where there is no compiler."""
    return build_cpp_example(cpp_runtime, tmp_path_factory.mktemp("cpp-example"))


@pytest.fixture
def detection() -> Detection:
    """An upright face in a picture of 200×200 pixels."""
    return Detection(200, 200, 0.9, (20.0, 20.0, 160.0, 160.0), FACE * 200)
