"""Pictures whose gender or ethnicity nobody knows: they teach what is known of them, and cost nothing else."""

import json
import math
from pathlib import Path

import pytest
import torch
from synthetic import write_data
from test_training_runs import TWO
from tiny import CONFIG, spec_with, write_config
from typer.testing import CliRunner

from agelens import cli
from agelens.config import Loss, read_config
from agelens.crops.part import load_part
from agelens.errors import AgeLensError
from agelens.evaluate.run import evaluate
from agelens.models.spec import read_spec
from agelens.train.batches import Batch
from agelens.train.loop import train
from agelens.train.losses import known_class_loss
from agelens.train.share import ALONE
from agelens.train.task import prepare
from agelens.train.trainee import total_loss

COUNT = 64
EVERY_OTHER = [number for number in range(COUNT) if number // 2 % 3 == 1]


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("some"), COUNT, unlabelled=EVERY_OTHER)


@pytest.fixture(scope="module")
def none(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("none"), COUNT, unlabelled=range(COUNT))


def test_an_unknown_class_adds_nothing() -> None:
    logits = torch.log(torch.tensor([[0.2, 0.8], [0.6, 0.4]]))
    assert known_class_loss(logits, torch.tensor([0, -1])).item() == pytest.approx(-math.log(0.2) / 2)
    assert known_class_loss(logits, torch.tensor([-1, -1])).item() == 0


def test_auxiliary_heads_learn_from_known_labels_alone() -> None:
    own, gender = torch.zeros(2, 3), torch.zeros(2, 2, requires_grad=True)
    batch = Batch(torch.zeros(2, 3, 1, 1), torch.tensor([0.0, 1.0]), torch.tensor([1, -1]), torch.tensor([-1, -1]))
    config = Loss(kind="cross-entropy", gender_weight=0.5, ethnicity_weight=0.5)
    loss = total_loss((own, gender, torch.zeros(2, 5)), batch, config)
    assert loss.item() == pytest.approx(math.log(3) + 0.5 * math.log(2) / 2)
    loss.backward()
    assert gender.grad[0].abs().sum() > 0
    assert not gender.grad[1].any()


def test_a_network_with_two_heads_learns_ages_from_pictures_without_a_gender(some: Path, tmp_path: Path) -> None:
    text = CONFIG.replace("[loss]", '[loss]\nkind = "cross-entropy"\nethnicity_weight = 0.1')
    config = write_config(tmp_path, text, spec_with(TWO, 103))
    words = [["train", config, "--data", some, "--run", tmp_path], ["evaluate", tmp_path, "--data", some]]
    words += [["export", tmp_path, "--out", tmp_path / "out"]]
    words += [["card", "--export", tmp_path / "out", "--out", tmp_path / "out" / "card.md"]]
    for command in words:
        CliRunner().invoke(cli.app, [str(word) for word in command], catch_exceptions=False)
    history = torch.load(tmp_path / "checkpoint.pt", weights_only=True)["progress"]["history"]
    assert history[-1]["loss"] < history[0]["loss"]
    assert 0 <= history[-1]["gender_accuracy"] <= 1
    test = load_part(some, "test")
    content = json.loads((tmp_path / "evaluation" / "evaluation.json").read_text())
    assert (content["training"]["data"], content["training"]["licence"]) == ("unnamed data set", "not stated")
    heads = content["metrics"]["heads"]
    assert heads["age"]["overall"]["n"] == len(test)
    assert 0 < heads["gender"]["overall"]["n"] == (test.genders >= 0).sum() < len(test)
    assert "## Factors" in (tmp_path / "out" / "card.md").read_text()


def test_a_set_without_genders_is_measured_in_years_alone(some: Path, none: Path, tmp_path: Path) -> None:
    config = write_config(tmp_path, CONFIG.replace("epochs = 3", "epochs = 1"), spec_with(TWO, 103))
    assert train(read_config(config), some, tmp_path)
    evaluate(tmp_path, some, [none])
    found = json.loads(next((tmp_path / "evaluation").glob("*/evaluation.json")).read_text())["metrics"]
    assert found["heads"]["age"]["overall"]["n"] > 0
    assert found["heads"]["gender"]["overall"] == {"n": 0}
    text = next((tmp_path / "evaluation").glob("*/report.html")).read_text()
    assert "No picture has a label that the head “gender” knows." in text
    assert "Gender: Where it errs" not in text


def test_a_gender_network_takes_the_pictures_that_have_one(some: Path, tmp_path: Path) -> None:
    config = read_config(write_config(tmp_path, CONFIG, spec_with({"kind": "gender"}, 2)))
    task = prepare(config, read_spec(config.spec), some, tmp_path, ALONE)
    whole = load_part(some, "train")
    assert len(task.training) == (whole.genders >= 0).sum() < len(whole)
    assert (task.training.genders >= 0).all()


@pytest.mark.parametrize(
    ("text", "head", "width", "sentence"),
    [
        (CONFIG, {"kind": "age-posterior", "bins": 101}, 101, "loss.gender_weight learns from labels"),
        (
            CONFIG.replace("gender_weight", "ethnicity_weight"),
            {"kind": "age-posterior", "bins": 101},
            101,
            "add the column ethnicity to labels.csv and run `agelens split` again, or set it to 0.",
        ),
        (CONFIG.replace("gender_weight = 0.1", ""), TWO, 103, "no picture of the part 'train' has one"),
    ],
)
def test_labels_that_no_picture_has_are_named(
    text: str, head: dict, width: int, sentence: str, none: Path, tmp_path: Path
) -> None:
    config = read_config(write_config(tmp_path, text, spec_with(head, width)))
    with pytest.raises(AgeLensError) as raised:
        train(config, none, tmp_path / "run")
    assert sentence in str(raised.value)


def test_a_network_without_a_known_label_to_measure_says_so(some: Path, none: Path, tmp_path: Path) -> None:
    config = write_config(tmp_path, CONFIG.replace("epochs = 3", "epochs = 1"), spec_with({"kind": "gender"}, 2))
    assert train(read_config(config), some, tmp_path)
    (tmp_path / "split.json").unlink()  # As runs of earlier versions, which any data may be measured on.
    with pytest.raises(AgeLensError, match=r"No picture of .* has a label that the network knows"):
        evaluate(tmp_path, none, [])
