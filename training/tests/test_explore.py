"""A first look at a small data set: tables, broken files, report."""

import csv
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from portraits import draw_portrait, write_portraits
from typer.testing import CliRunner

from agelens import cli
from agelens.align.template import published_template
from agelens.data.keypoints import COLUMNS as KEYPOINT_COLUMNS
from agelens.data.keypoints import Detection
from agelens.errors import AgeLensError
from agelens.explore.charts import edges_of
from agelens.files import write_table
from agelens.quality.face import measure_face, view_of
from agelens.quality.metrics import measure

runner = CliRunner()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_portraits(tmp_path_factory.mktemp("faces"), (3, 30, 61), 2)
    draw_portrait(20, 5).point(lambda value: value // 8).save(folder / "20_0_0_99.jpg")
    (folder / "50_0_0_98.jpg").write_bytes((folder / "20_0_0_99.jpg").read_bytes()[:900])
    draw_portrait(20, 6).save(folder / "holiday.jpg")
    return folder


@pytest.fixture(scope="module")
def out(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    result = runner.invoke(cli.app, ["explore", str(folder), "--out", str(out), "--jobs", "1"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert "8 ok, 1 broken, 0 no face" in result.output
    return out


def _rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(newline="") as file:
        return {row["filename"]: row for row in csv.DictReader(file)}


def test_every_picture_has_its_labels_and_metrics(out: Path, folder: Path) -> None:
    rows = _rows(out / "pictures.csv")
    assert len(rows) == 9
    dark = rows["20_0_0_99.jpg"]
    assert (dark["status"], dark["age"], dark["gender"], dark["ethnicity"]) == ("ok", "20", "male", "White")
    assert "dark" in dark["failed"].split()
    assert float(dark["brightness"]) < 50
    assert rows["holiday.jpg"]["age"] == ""
    assert float(rows["holiday.jpg"]["sharpness"]) > 0
    assert rows["50_0_0_98.jpg"]["status"] == "broken"


def test_parquet_holds_the_same(out: Path) -> None:
    table = pq.read_table(out / "pictures.parquet").to_pylist()
    rows = _rows(out / "pictures.csv")
    assert [row["filename"] for row in table] == list(rows)
    for row in table:
        expected = rows[row["filename"]]
        assert row["age"] == (int(expected["age"]) if expected["age"] else None)
        if row["status"] == "ok":
            assert row["contrast"] == pytest.approx(float(expected["contrast"]), rel=1e-5)


def test_what_is_left_out_is_listed(out: Path) -> None:
    assert "50_0_0_98.jpg cannot be read as a picture" in _rows(out / "broken.csv")["50_0_0_98.jpg"]["reason"]
    assert list(_rows(out / "malformed.csv")) == ["holiday.jpg"]


def test_the_report_stands_alone(out: Path) -> None:
    page = (out / "report.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 8
    assert page.count("data:image/jpeg") == 8
    assert "dark &lt; 50: 12.5%" in page or "dark < 50: 12.5%" in page
    assert not any(word in page for word in ('src="http', "<link", "<script", "@import", "url(http"))
    assert {path.stem for path in (out / "plots").iterdir()} >= {"age", "sharpness", "brightness", "resolutionPx"}


def test_a_detected_face_is_measured_on_its_crop() -> None:
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (300, 400, 3), dtype=np.uint8)
    template = published_template()
    scale, corner = 128, 60 + 40j
    points = np.concatenate([template.points * scale + corner, [0, 0]])
    side = template.box_side * scale
    at = template.box_centre * scale + corner - complex(side, side) / 2
    view = view_of(pixels.shape, Detection(400, 300, 0.9, (at.real, at.imag, side, side), points), template)
    found = measure_face(pixels, view)
    assert found.pop("resolutionPx") == pytest.approx(side)
    assert found == pytest.approx(measure(pixels[40:168, 60:188].astype(np.float32)), rel=1e-4)


def test_limits_are_edges_of_the_bars() -> None:
    values = np.random.default_rng(1).lognormal(5, 1, 500)
    assert {100, 1000} <= set(edges_of("sharpness", values))
    assert {50, 200} <= set(edges_of("brightness", values))


def test_keypoints_of_other_pictures_are_refused(folder: Path, tmp_path: Path) -> None:
    write_table(tmp_path / "keypoints.csv", KEYPOINT_COLUMNS, [])
    words = ["explore", str(folder), "--out", str(tmp_path), "--keypoints", str(tmp_path / "keypoints.csv")]
    with pytest.raises(AgeLensError, match=r"keypoints\.csv lacks 9 pictures"):
        runner.invoke(cli.app, words, catch_exceptions=False)


def test_an_unknown_key_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "e.toml").write_text("sample = 3")
    words = ["explore", str(folder), "--out", str(tmp_path), "--config", str(tmp_path / "e.toml")]
    with pytest.raises(AgeLensError, match=r"e\.toml: the key 'sample' is unknown"):
        runner.invoke(cli.app, words, catch_exceptions=False)
