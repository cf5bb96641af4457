"""The app's repairs over a data set."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import ImageFilter
from portraits import draw_portrait
from typer.testing import CliRunner

from agelens import cli
from agelens.data.pictures import read_pixels, write_pixels
from agelens.errors import AgeLensError
from agelens.quality import plan_vectors
from agelens.quality.filters import FILTERS, GREY_JUDGES
from agelens.quality.patterns import pattern
from agelens.quality.plan import plan_repair

runner = CliRunner()
GOOD = {"sharpness": 300, "brightness": 120, "contrast": 50, "noise": 1, "resolutionPx": 200}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faces")
    portrait = draw_portrait(30, 1, 160)
    rng = np.random.default_rng(0)
    texture = np.asarray(portrait) + rng.normal(0, 4, (160, 160, 1))
    save = {
        "30_0_0_1.png": texture,
        "30_0_0_2.png": texture / 5,
        "30_0_0_3.png": np.asarray(portrait.filter(ImageFilter.GaussianBlur(3))),
    }
    for name, pixels in save.items():
        write_pixels(folder / name, pixels.clip(0, 255).astype(np.uint8))
    (folder / "30_0_0_4.png").write_bytes(b"no picture")
    return folder


def _enhance(folder: Path, out: Path) -> str:
    words = ["enhance", str(folder), "--out", str(out), "--jobs", "1"]
    return runner.invoke(cli.app, words, catch_exceptions=False).output


@pytest.fixture(scope="module")
def out(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    assert "2 repaired" in _enhance(folder, out)
    return out


def _rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(newline="") as file:
        return {row["filename"]: row for row in csv.DictReader(file)}


def test_the_dark_one_comes_to_light_and_the_blurred_one_gains(out: Path) -> None:
    rows = _rows(out / "enhanced.csv")
    dark, blurred = rows["30_0_0_2.png"], rows["30_0_0_3.png"]
    assert "dark" in dark["failed_before"]
    assert "dark" not in dark["failed_after"]
    assert dark["filters"].startswith("auto-gamma")
    assert read_pixels(out / "pictures/30_0_0_2.png").mean() > 80
    assert "unsharp-mask" in blurred["filters"]
    assert float(blurred["sharpness_after"]) > 2 * float(blurred["sharpness_before"])


def test_a_good_picture_is_copied_byte_by_byte(folder: Path, out: Path) -> None:
    assert _rows(out / "enhanced.csv")["30_0_0_1.png"]["status"] == "good"
    assert (out / "pictures/30_0_0_1.png").read_bytes() == (folder / "30_0_0_1.png").read_bytes()


def test_broken_ones_are_listed_and_the_report_shows_pairs(out: Path) -> None:
    assert list(_rows(out / "broken.csv")) == ["30_0_0_4.png"]
    page = (out / "report.html").read_text(encoding="utf-8")
    assert page.count('alt="before"') == page.count('alt="after"') == 2
    assert page.count("<svg") == 4


def test_it_goes_on_where_it_was(folder: Path, out: Path) -> None:
    journal = out / "enhanced.jsonl"
    *done, last = journal.read_text().splitlines(keepends=True)
    journal.write_text("".join(done))
    repaired = {name: out / "pictures" / name for name in ("30_0_0_2.png", "30_0_0_3.png")}
    times = [path.stat().st_mtime_ns for path in repaired.values()]
    _enhance(folder, out)
    assert json.loads(last)[0] == "30_0_0_4.png"
    assert [path.stat().st_mtime_ns for path in repaired.values()] == times
    assert journal.read_text().splitlines(keepends=True) == [*done, last]


def test_its_own_input_is_not_overwritten(tmp_path: Path) -> None:
    write_pixels(tmp_path / "pictures/1_0_0_1.png", np.zeros((8, 8, 3), np.uint8))
    with pytest.raises(AgeLensError, match="would overwrite the pictures it reads"):
        _enhance(tmp_path / "pictures", tmp_path)


def test_plans_are_those_that_the_app_is_held_to() -> None:
    committed = json.loads(plan_vectors.VECTORS.read_text(encoding="utf-8"))
    fresh = json.loads(json.dumps(plan_vectors.build()))
    assert fresh["plans"] == committed["plans"]
    for old, new in zip(committed["repairs"], fresh["repairs"], strict=True):
        assert [step["filterId"] for step in old["steps"]] == [step["filterId"] for step in new["steps"]]
        assert old["metrics"] == pytest.approx(new["metrics"], rel=1e-3, abs=1e-3)


def test_only_wanted_checks_are_repaired() -> None:
    bad = {**GOOD, "brightness": 20, "sharpness": 5000, "noise": 9}
    assert [name for name, _ in plan_repair(bad, 1)] == ["bilateral", "auto-gamma"]
    assert [name for name, _ in plan_repair(bad, 1, ["dark"])] == ["auto-gamma"]


@pytest.mark.parametrize("name", ["smooth", "dark", "edges"])
@pytest.mark.parametrize(("filter_id", "params"), [("histogram-equalisation", (0.8,)), ("clahe", (0.7, 3))])
def test_equalisers_agree_with_opencv_on_grey(filter_id: str, params: tuple, name: str) -> None:
    image = pattern(name, 40, 28, grey=True)
    ours, opencv = FILTERS[filter_id](image, *params), GREY_JUDGES[filter_id](image, *params)
    assert np.abs(ours - opencv).max() <= 1.02
