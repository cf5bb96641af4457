import json
from pathlib import Path

import numpy as np
import pytest
from command_line import agelens, complaint_of

from agelens.evaluate.testset import load_test_set

TEMPLATE = {
    "points": {"rightEye": [0.31, 0.3], "leftEye": [0.69, 0.3], "nose": [0.5, 0.54], "mouth": [0.5, 0.72]},
    "box": {"centre": [0.5, 0.5], "side": 0.8},
    "maxResidual": 0.2,
}


@pytest.fixture
def labels(pictures: Path, tmp_path: Path) -> Path:
    names = sorted(picture.name for picture in pictures.glob("*.jpg"))[:6]
    rows = [
        f"{name},{'20-29' if number % 2 else '70+'},{'female' if number < 3 else ''}"
        for number, name in enumerate(names)
    ]
    (tmp_path / "labels.csv").write_text("\n".join(["filename,age_group,gender", *rows]) + "\n")
    (tmp_path / "template.json").write_text(json.dumps(TEMPLATE))
    return tmp_path


def test_another_data_set_becomes_a_folder_to_measure_on(labels: Path, pictures: Path, keypoints: Path) -> None:
    out = labels / "set"
    words = ["--labels", labels / "labels.csv", "--keypoints", keypoints, "--template", labels / "template.json"]
    assert "5 faces of 6 pictures" in agelens(
        "test-set", pictures, *words, "--out", out, "--name", "drawn scenes", "--size", 32
    )
    test = load_test_set(out)
    assert (test.name, len(test), test.missed, test.has_ages) == ("drawn scenes", 5, 1, False)
    assert set(zip(test.youngest.tolist(), test.oldest.tolist(), strict=True)) == {(20, 29), (70, 120)}
    assert set(test.genders.tolist()) == {1, -1}
    assert (test.ethnicities == -1).all()
    assert test.crops.shape == (5, 32, 32, 3)
    assert np.median(test.side_px) == pytest.approx(64, rel=0.1)


def test_labels_without_an_age_are_one_sentence(labels: Path, pictures: Path, keypoints: Path) -> None:
    table = labels / "labels.csv"
    table.write_text(table.read_text().replace("70+", ""))
    words = ["--labels", table, "--keypoints", keypoints, "--template", labels / "template.json"]
    complaint = complaint_of("test-set", pictures, *words, "--out", labels / "set", "--size", 32)
    assert complaint.startswith("3 of 6 pictures (50%) are lost: 3 × labels.csv, line 2: no age")
    assert str(labels / "set" / "malformed.csv") in complaint
    said = agelens("test-set", pictures, *words, "--out", labels / "set", "--size", 32, "--allow-losses")
    assert "of 3 pictures" in said
