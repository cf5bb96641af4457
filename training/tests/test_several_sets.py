"""Several data sets in one training: shares, ranges of ages, votes, near-duplicates across sets, figures per set."""

import csv
import json
import math
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from command_line import agelens
from conftest import FACE, SIDE, detection_row, draw_face
from tiny import write_config

from agelens.config import Loss, Sampling, SetSampling
from agelens.crops.part import NO_VOTES, Part, load_part
from agelens.crops.sets import parse_sets
from agelens.data.keypoints import COLUMNS
from agelens.errors import AgeLensError
from agelens.files import sha256_of
from agelens.models.heads import AgeClasses, AgeGroup, AgeGroups
from agelens.models.targets import class_of_ranges, teachable
from agelens.train.batches import drawing_weights, epoch_order
from agelens.train.losses import age_loss, range_loss, years_loss

YEARS = torch.arange(5)
BANDS = ((0, 2), (3, 9), (20, 29), (30, 39), (50, 59), (70, 100))


def _part(ages: list[int], sets: list[int], names: tuple[str, ...]) -> Part:
    count, known = len(ages), torch.tensor(ages)
    return Part(
        torch.zeros(count, 2, 2, 3, dtype=torch.uint8),
        2,
        [str(number) for number in range(count)],
        known,
        torch.stack([known, known], dim=1),
        torch.tensor([NO_VOTES] * count),
        torch.full((count,), -1),
        torch.full((count,), -1),
        torch.zeros(count, dtype=torch.bool),
        torch.tensor(sets),
        names,
    )


def test_each_set_fills_its_share_of_an_epoch() -> None:
    part = _part([30] * 90 + [30] * 5 + [70] * 5, [0] * 90 + [1] * 10, ("many", "few"))
    config = Sampling(power=0.0, sets={"few": SetSampling(share=0.4, power=1.0)})
    weights = drawing_weights(part, config)
    assert weights.mean() == pytest.approx(1)
    assert weights[90:].sum() / weights.sum() == pytest.approx(0.4)
    order = epoch_order(weights, 1, 0, count=200)
    assert len(order) == 200
    assert (order >= 90).mean() == pytest.approx(0.4, abs=0.01)


def test_rare_ages_are_drawn_more_often_within_their_set_alone() -> None:
    part = _part([30] * 8 + [70] * 2 + [70] * 10, [0] * 10 + [1] * 10, ("a", "b"))
    weights = drawing_weights(part, Sampling(power=1.0))
    assert weights[8] == pytest.approx(4 * weights[0])
    assert weights[10:] == pytest.approx(np.ones(10))


def test_sampling_names_only_sets_that_are_there() -> None:
    part = _part([30], [0], ("a",))
    with pytest.raises(AgeLensError, match=r"sampling\.sets names 'b'"):
        drawing_weights(part, Sampling(sets={"b": SetSampling()}))


def test_sets_cannot_share_out_more_than_an_epoch() -> None:
    part = _part([30, 30], [0, 1], ("a", "b"))
    with pytest.raises(AgeLensError, match="at most"):
        drawing_weights(part, Sampling(sets={"a": SetSampling(share=0.7), "b": SetSampling(share=0.6)}))


def test_a_range_costs_the_posterior_that_lies_outside_of_it() -> None:
    shares = torch.tensor([[0.1, 0.2, 0.3, 0.4 - 1e-6, 1e-6]])
    found = range_loss(shares.log(), torch.tensor([[1.0, 2.0]]), YEARS, Loss(expected_weight=0.0))
    assert found.item() == pytest.approx(-math.log(0.5), abs=1e-4)
    inside = range_loss(shares.log(), torch.tensor([[0.0, 4.0]]), YEARS, Loss(expected_weight=1.0))
    assert inside.item() == pytest.approx(0, abs=1e-4)


def test_exact_ages_and_ranges_of_a_batch_weigh_the_same() -> None:
    logits, config = torch.randn(4, 5, generator=torch.Generator().manual_seed(0)), Loss()
    ages, ranges = torch.tensor([1.0, 2.0, 3.0, 2.0]), torch.tensor([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0], [1.0, 3.0]])
    alone = [age_loss(logits[[k]], ages[[k]], config) for k in range(3)]
    last = range_loss(logits[3:], ranges[3:], YEARS, config)
    together = age_loss(logits, ages, config, ranges=ranges)
    assert together.item() == pytest.approx((sum(alone) + last.sum()).item() / 4, rel=1e-5)


def test_votes_move_the_aim_between_the_age_and_what_it_looks_like() -> None:
    votes, ages = torch.tensor([[3.0, 1.0]]), torch.tensor([1.0])
    seen = torch.nn.functional.one_hot(torch.tensor([3]), 5).float().clamp(1e-6).log()
    labelled = torch.nn.functional.one_hot(torch.tensor([1]), 5).float().clamp(1e-6).log()

    def loss(logits: torch.Tensor, share: float) -> float:
        return age_loss(logits, ages, Loss(votes_share=share), votes=votes).item()

    assert loss(labelled, 0.0) < loss(seen, 0.0)
    assert loss(seen, 1.0) < loss(labelled, 1.0)
    nobody = torch.tensor([NO_VOTES])
    assert age_loss(seen, ages, Loss(), votes=nobody).item() == pytest.approx(age_loss(seen, ages, Loss()).item())


def test_a_regression_errs_by_the_way_to_the_range() -> None:
    years, ranges = torch.tensor([10.0, 25.0, 40.0]), torch.tensor([[20.0, 29.0]] * 3)
    assert years_loss(years, torch.zeros(3), Loss(kind="l1"), ranges).item() == pytest.approx((10 + 0 + 11) / 3)


def test_a_range_over_two_classes_teaches_neither() -> None:
    head = AgeGroups(
        kind="age-groups", groups=[AgeGroup(name="young", low=0, high=24), AgeGroup(name="old", low=25, high=99)]
    )
    ranges, genders = np.array([[0, 9], [20, 29], [30, 39]]), np.zeros(3, int)
    assert class_of_ranges(head, ranges, genders).tolist() == [0, -1, 1]
    ages = AgeClasses(kind="age-classes", ages=list(range(20, 35)))
    assert teachable(ages, np.array([[20, 29], [30, 39]]), genders[:2]).tolist() == [True, False]


def test_pairs_of_name_and_folder_are_asked_for() -> None:
    assert parse_sets(["a=x", "b=y/z"]) == {"a": Path("x"), "b": Path("y/z")}
    for words in (["x"], ["=x"], ["a=x", "a=y"]):
        with pytest.raises(AgeLensError):
            parse_sets(words)


@pytest.fixture(scope="module")
def ranged(drawn: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Drawn faces labelled by ranges of ages; the first twelve are those of `drawn`, under other names."""
    pictures, data = tmp_path_factory.mktemp("ranged-pictures"), tmp_path_factory.mktemp("ranged")
    with (
        (pictures / "labels.csv").open("w", newline="") as table,
        (pictures / "keypoints.csv").open("w", newline="") as found,
    ):
        labels, keypoints = csv.writer(table), csv.writer(found)
        labels.writerow(["filename", "age_low", "age_high", "gender"])
        keypoints.writerow(COLUMNS)
        for band, (low, high) in enumerate(BANDS):
            for number in range(10):
                name, age = f"{low}-{number}.jpg", (1, 8, 20, 35, 50, 70)[band]
                draw_face(age, number if number < 2 else 100 + number).save(pictures / name, quality=95)
                labels.writerow([name, low, high, "female"])
                keypoints.writerow(detection_row(name, FACE * SIDE))
    agelens("split", pictures, "--data", data, "--name", "Ranges", "--licence", "CC0-1.0")
    (data / "template.json").write_text((drawn / "template.json").read_text())
    options = ("--keypoints", pictures / "keypoints.csv", "--size", 32, "--margin", 4)
    agelens("crops", pictures, "--data", data, *options)
    return data


@pytest.fixture(scope="module")
def joined(drawn: Path, ranged: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("joined")
    agelens("join", folder, f"drawn={drawn}", f"ranged={ranged}")
    return folder


def test_training_leaves_out_what_another_set_is_measured_on(joined: Path, drawn: Path, ranged: Path) -> None:
    left_out = json.loads((joined / "sets.json").read_text())["left_out"]
    assert left_out["drawn"] or left_out["ranged"]
    training = load_part(joined, "train")
    assert training.set_names == ("drawn", "ranged")
    assert not set(training.names) & {*left_out["drawn"], *left_out["ranged"]}
    both = len(load_part(drawn, "train")) + len(load_part(ranged, "train"))
    assert len(training) == both - len(left_out["drawn"]) - len(left_out["ranged"])


def test_sets_with_other_crops_are_refused(drawn: Path, ranged: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    for name in ("crops.npy", "index.csv", "split.csv", "split.json", "template.json"):
        (tmp_path / "other" / name).write_bytes((ranged / name).read_bytes())
    settings = json.loads((ranged / "crops.json").read_text())
    (tmp_path / "other" / "crops.json").write_text(json.dumps({**settings, "margin": 2}))
    with pytest.raises(AgeLensError, match="another template, size or margin"):
        agelens("join", tmp_path / "joined", f"drawn={drawn}", f"other={tmp_path / 'other'}")


def _other_split(data: Path, copy: Path) -> Path:
    shutil.copytree(data, copy)
    rows = (data / "split.csv").read_text().splitlines()
    (copy / "split.csv").write_text("\n".join([rows[0], *reversed(rows[1:])]) + "\n")
    summary = json.loads((data / "split.json").read_text())
    (copy / "split.json").write_text(json.dumps(summary | {"sha256": sha256_of(copy / "split.csv")}))
    return copy


def test_one_training_learns_from_all_sets_and_each_is_measured(joined: Path, ranged: Path, tmp_path: Path) -> None:
    run, out = tmp_path / "run", tmp_path / "out"
    agelens("train", write_config(tmp_path), "--data", joined, "--run", run, "--epochs", 1)
    with (run / "history.csv").open(newline="") as file:
        row = next(csv.DictReader(file))
    errors = [float(row["drawn_mae"]), float(row["ranged_mae"])]
    assert float(row["score"]) == pytest.approx(np.mean(errors), rel=1e-4)
    agelens("evaluate", run, "--data", joined)
    content = json.loads((run / "evaluation" / "evaluation.json").read_text())
    assert content["training"]["data"] == "Drawn faces and Ranges"
    assert content["training"]["images"] == len(load_part(joined, "train", True))
    assert [other["set"] for other in content["otherSets"]] == ["Ranges test part"]
    assert content["otherSets"][0]["error"] == "years to the labelled group's nearest edge"
    agelens("evaluate", run, "--data", ranged)
    alone = json.loads((run / "evaluation" / "evaluation.json").read_text())
    assert alone["calibration"]["level"] == 0.8
    agelens("evaluate", run, "--data", joined)
    with pytest.raises(AgeLensError, match="not the list"):
        agelens("evaluate", run, "--data", _other_split(ranged, tmp_path / "other"))
    agelens("export", run, "--out", out)
    agelens("card", "--export", out, "--out", out / "card.md")
    assert "### Ranges test part" in (out / "card.md").read_text()
