"""Resampling to a target age distribution."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from portraits import write_portraits
from scipy.stats import chi2
from typer.testing import CliRunner

from agelens import cli
from agelens.data.labels import read_labels
from agelens.data.split import read_source, read_split
from agelens.errors import AgeLensError
from agelens.resample.augment import augment, draw
from agelens.resample.plan import choose, make_quota, round_to_total
from agelens.resample.settings import Augmentation
from agelens.resample.target import read_target
from agelens.resample.validate import validate

runner = CliRunner()
EXAMPLE = Path(__file__).parents[1] / "targets/australia-2021.csv"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_portraits(tmp_path_factory.mktemp("faces"), (5, 6, 25, 40, 70), 4)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "target.csv"
    path.write_text("# made up\ngroup,count\n0-9,20\n10-29,30\n30+,50\n")
    return path


def _resample(*words: object) -> str:
    return runner.invoke(cli.app, ["resample", *map(str, words), "--jobs", "1"], catch_exceptions=False).output


def _groups(out: Path) -> list[dict[str, str]]:
    with (out / "groups.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def test_the_example_is_the_census() -> None:
    target = read_target(EXAMPLE)
    assert len(target.names) == 18
    assert target.shares.sum() == pytest.approx(1)
    assert target.shares[0] / target.shares[-1] == pytest.approx(1463817 / 542342)
    assert target.group_of(np.array([0, 4, 5, 84, 85, 116])).tolist() == [0, 0, 1, 16, 17, 17]


def test_groups_reach_their_quota(folder: Path, target: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert "p = 1" in _resample(folder, "--out", out, "--target", target)
    rows = [[row[k] for k in ("group", "required", "current", "difference", "result")] for row in _groups(out)]
    assert rows == [["0-9", "4", "8", "-4", "4"], ["10-29", "6", "4", "2", "6"], ["30+", "10", "8", "2", "10"]]
    labels = read_labels(out / "pictures")
    assert len(labels.known) == 20
    assert len(labels.sources) == 4
    assert all(
        (out / "pictures" / source).read_bytes() == (folder / source).read_bytes() for source in labels.sources.values()
    )
    validation = json.loads((out / "validation.json").read_text())
    assert validation["after"]["largest_deviation"] == pytest.approx(0)
    assert validation["before"]["group"] == "0-9"
    assert (out / "report.html").read_text().count("<svg") == 2


def test_the_seed_decides(folder: Path, target: Path, tmp_path: Path) -> None:
    outs = [tmp_path / name for name in ("a", "b", "c")]
    for out, seed in zip(outs, (1, 1, 2), strict=True):
        _resample(folder, "--out", out, "--target", target, "--seed", seed)
    files = [{p.name: p.read_bytes() for p in (out / "pictures").iterdir()} for out in outs]
    assert files[0] == files[1]
    assert files[0] != files[2]


def test_with_a_split_only_the_training_part_changes(folder: Path, target: Path, tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    words = ["split", str(folder), "--data", str(data), "--max-bits", "0", "--jobs", "1", "--name", "Ours"]
    assert runner.invoke(cli.app, words, catch_exceptions=False).exit_code == 0
    before = {row.label.filename: row for row in read_split(data)}
    _resample(folder, "--out", out, "--target", target, "--split", data)
    after = read_split(out)
    assert read_source(out).name == "Ours"
    untouched = {row.label.filename for row in before.values() if row.part != "train"}
    assert {row.label.filename for row in after if row.part != "train"} == untouched
    copies = [row for row in after if row.label.filename not in before]
    sources = read_labels(out / "pictures").sources
    assert copies
    assert all((row.part, row.group) == ("train", before[sources[row.label.filename]].group) for row in copies)


def test_copies_stay_with_their_source_in_a_new_split(folder: Path, target: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    _resample(folder, "--out", out, "--target", target, "--total", 60, "--max-copies", 12)
    words = ["split", str(out / "pictures"), "--data", str(tmp_path / "data"), "--max-bits", "0", "--jobs", "1"]
    assert runner.invoke(cli.app, words, catch_exceptions=False).exit_code == 0
    sources = read_labels(out / "pictures").sources
    parts: dict[str, set[str]] = {}
    for row in read_split(tmp_path / "data"):
        parts.setdefault(sources.get(row.label.filename, row.label.filename), set()).add(row.part)
    assert all(len(sides) == 1 for sides in parts.values())
    assert len(parts) < 60


def test_whole_numbers_sum_to_the_total() -> None:
    shares = np.array([1, 1, 1]) / 3
    assert round_to_total(shares, 10).tolist() == [4, 3, 3]
    assert all(round_to_total(np.array([0.305, 0.295, 0.4]), total).sum() == total for total in range(50))


def test_every_original_is_copied_equally_often(target: Path) -> None:
    ages = np.array([3] * 4 + [20] * 2 + [50] * 3)
    wanted = read_target(target)
    choices = choose(ages, wanted, make_quota(ages, wanted, 100, 20), seed=1)
    times = np.bincount([choice.row for choice in choices], minlength=9)
    assert times.tolist() == [5, 5, 5, 5, 15, 15, *sorted(times[6:], reverse=True)]
    assert times[6:].max() - times[6:].min() <= 1


def test_validation_by_hand(target: Path) -> None:
    found = validate(np.array([30, 30, 40]), read_target(target))
    assert found.chi_square == pytest.approx(10**2 / 20 + 0 + 10**2 / 50)
    assert found.p_value == pytest.approx(chi2.sf(7, 2))
    assert (abs(found.largest_deviation), found.degrees_of_freedom) == (pytest.approx(10), 2)


def test_a_neutral_change_leaves_the_picture_as_it_is() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    still = draw(
        "a.jpg", 1, 1, Augmentation(rotation_degrees=0, flip=0, brightness=0, contrast=0, saturation=0, crop=0)
    )
    assert (augment(pixels, still) == pixels).all()
    assert (augment(pixels, {**still, "flip": 1.0}) == pixels[:, ::-1]).all()
    assert augment(pixels, {**still, "brightness": 1.2}).mean() > pixels.mean()
    assert draw("a.jpg", 1, 1, Augmentation()) != draw("a.jpg", 2, 1, Augmentation())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("group,count\n0-9,1\n100+,1\n", r"The group 100\+ has no pictures but needs 4"),
        ("group,count\n5,999\n70,1\n80-99,0\n6,0\n", r"target\.csv: the group '6' overlaps another"),
        ("group,count\nyoung,5\n", r"target\.csv: the group 'young' is no age group"),
        ("group,count\n0-9,many\n", r"the count 'many' of group '0-9' is no number"),
        ("group,count\n0-9,0\n", r"all counts are 0"),
        ("age,people\n0-9,5\n", r"columns group and count"),
        ("group,count\n5-6,1\n25,99\n", r"The group 25 has 4 pictures and needs 12: over 1 copies"),
    ],
)
def test_impossible_targets_are_one_sentence(folder: Path, tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "target.csv").write_text(text)
    with pytest.raises(AgeLensError, match=sentence):
        _resample(folder, "--out", tmp_path / "out", "--target", tmp_path / "target.csv", "--max-copies", 1)


def test_a_missing_target_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(AgeLensError, match=r"nowhere\.csv does not exist"):
        _resample(folder, "--out", tmp_path / "out", "--target", tmp_path / "nowhere.csv")
