"""Students and their teachers: what is learnt from whom, whole runs on synthetic crops, and what is refused."""

import json
import math
from pathlib import Path

import pytest
import torch
from command_line import agelens
from synthetic import write_data
from tiny import CONFIG, TINY, spec_with, write_config
from torch import nn

from agelens.config import read_config
from agelens.crops.part import load_part
from agelens.errors import AgeLensError
from agelens.models.run_folder import load_run
from agelens.predict.logits import central, normalise
from agelens.train.distil import Teachers
from agelens.train.loop import train, train_with_teachers
from agelens.train.losses import taught_loss

TABLE = '[distil]\nteachers = ["first/config.toml"]\n'


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("data"))


def _student(folder: Path, table: str = TABLE, text: str = CONFIG, spec: dict = TINY) -> Path:
    """A configuration that has the tiny network as its teacher "config"."""
    write_config(folder / "first")
    return write_config(folder, text + table, spec)


def _state(run: Path) -> dict[str, torch.Tensor]:
    return torch.load(run / "best.pt", weights_only=True)


class _Brightness(nn.Module):
    """Logits of two classes: the left half's mean against zero."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        left = x[..., : x.shape[3] // 2].mean((1, 2, 3))
        return torch.stack([left, torch.zeros_like(left)], dim=1)


def test_the_loss_is_the_divergence_from_the_teachers() -> None:
    student, teachers = torch.log(torch.tensor([[0.5, 0.5], [0.25, 0.75]])), torch.tensor([[0.8, 0.2], [0.25, 0.75]])
    expected = (0.8 * math.log(0.8 / 0.5) + 0.2 * math.log(0.2 / 0.5)) / 2
    assert taught_loss(student, teachers).item() == pytest.approx(expected, rel=1e-6)


def test_teachers_answer_with_the_mean_of_their_logits_over_both_sides() -> None:
    x = torch.zeros(1, 3, 2, 4)
    x[..., :2] = 4.0
    alone = Teachers([_Brightness()], mirrored=False, bf16=False).posterior(x)
    both = Teachers([_Brightness()], mirrored=True, bf16=False).posterior(x)
    two = Teachers([_Brightness(), nn.Sequential(_Brightness(), nn.Hardtanh(0, 1))], False, False).posterior(x)
    assert alone[0, 0].item() == pytest.approx(1 / (1 + math.exp(-4)))
    assert both[0, 0].item() == pytest.approx(1 / (1 + math.exp(-2)))
    assert two[0, 0].item() == pytest.approx(1 / (1 + math.exp(-2.5)))


def test_one_call_trains_the_teacher_and_then_the_student(data: Path, tmp_path: Path) -> None:
    config = read_config(_student(tmp_path))
    run = tmp_path / "run"
    assert train_with_teachers(config, data, run)
    teacher = run / "teachers" / "config"
    first = (teacher / "best.pt").stat().st_mtime_ns
    assert (run / "best.pt").is_file()
    assert train_with_teachers(config, data, run)
    assert (teacher / "best.pt").stat().st_mtime_ns == first


def test_a_student_of_teachers_answers_more_like_them_than_one_of_labels(data: Path, tmp_path: Path) -> None:
    text = CONFIG.replace("epochs = 3", "epochs = 20").replace("batch = 16", "batch = 16\nlearning_rate = 3e-3")
    alone = read_config(write_config(tmp_path / "alone", text))
    student = read_config(_student(tmp_path, TABLE + "share = 1.0\n", text))
    assert train(alone, data, tmp_path / "alone" / "run")
    assert train_with_teachers(student, data, tmp_path / "run")
    teacher = load_run(tmp_path / "run" / "teachers" / "config")[0]
    pictures = load_part(data, "validation")
    x = normalise(central(pictures.crops, pictures.frame, 32), student.normalisation.mean, student.normalisation.std)
    with torch.no_grad():
        answers = torch.softmax(teacher(x), dim=1)
        taught, lone = (taught_loss(load_run(run)[0](x), answers) for run in (tmp_path / "run", tmp_path / "alone/run"))
    assert taught < lone / 2


def test_a_student_can_start_from_a_teachers_weights(data: Path, tmp_path: Path) -> None:
    text = CONFIG.replace("batch = 16", "batch = 16\nlearning_rate = 1e-12")
    assert train_with_teachers(
        read_config(_student(tmp_path, TABLE + 'start = "config"\n', text)), data, tmp_path / "run"
    )
    student, teacher = _state(tmp_path / "run"), _state(tmp_path / "run" / "teachers" / "config")
    weights = [name for name in teacher if name.endswith("weight")]
    assert all(torch.allclose(student[name], teacher[name], atol=1e-6) for name in weights)


def test_the_card_names_the_teachers(data: Path, tmp_path: Path) -> None:
    run, out = tmp_path / "run", tmp_path / "out"
    agelens("train", _student(tmp_path, TABLE + 'start = "config"\n'), "--data", data, "--run", run)
    agelens("evaluate", run, "--data", data)
    agelens("export", run, "--out", out)
    agelens("card", "--export", out, "--out", out / "card.md")
    card = (out / "card.md").read_text()
    assert "learnt from the answers of networks trained on the same pictures" in card
    teacher = json.loads((out / "export.json").read_text())["parameters"]
    assert f"\n- config, {teacher:,} parameters, 3 epochs; training started from its weights.\n" in card


@pytest.mark.parametrize(
    ("table", "text", "spec", "message"),
    [
        (TABLE, CONFIG, spec_with({"kind": "age-regression"}, 1), "teaches heads of kind 'age-posterior'"),
        (TABLE, CONFIG, spec_with({"kind": "age-posterior", "bins": 90}, 90), "'config' has another head than 'tiny'"),
        (TABLE + "[normalisation]\nmean = [0.0, 0.0, 0.0]\n", CONFIG, TINY, r"another \[normalisation\]"),
        (
            TABLE + 'start = "config"\n',
            CONFIG,
            TINY | {"layers": [TINY["layers"][0], *TINY["layers"][3:]]},
            "'config' has other layers than 'tiny'",
        ),
    ],
)
def test_teachers_that_cannot_teach_are_refused(
    table: str, text: str, spec: dict, message: str, data: Path, tmp_path: Path
) -> None:
    text = text.replace("[loss]", '[loss]\nkind = "huber"') if "regression" in str(spec) else text
    config = read_config(_student(tmp_path, table, text.replace("epochs = 3", "epochs = 1"), spec))
    with pytest.raises(AgeLensError, match=message):
        train_with_teachers(config, data, tmp_path / "run")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("[distil]\nteachers = []\n", r"'distil\.teachers' is wrong"),
        (TABLE + 'start = "second"\n', "start must be one of config"),
        ('[distil]\nteachers = ["a/x.toml", "b/x.toml"]\n', "two teachers have the same name"),
    ],
)
def test_mistakes_in_the_table_are_named(table: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(AgeLensError, match=message):
        read_config(_student(tmp_path, table))


def test_teachers_must_be_there_and_have_none_themselves(data: Path, tmp_path: Path) -> None:
    config = read_config(_student(tmp_path))
    with pytest.raises(AgeLensError, match=r"config\.json is missing"):
        train(config, data, tmp_path / "run")
    write_config(tmp_path / "first", CONFIG + '[distil]\nteachers = ["other.toml"]\n')
    with pytest.raises(AgeLensError, match=r"is a teacher and has \[distil\] itself"):
        train_with_teachers(config, data, tmp_path / "run")


def test_a_run_goes_on_where_its_files_were_moved_to(data: Path, tmp_path: Path) -> None:
    assert train_with_teachers(read_config(_student(tmp_path / "old")), data, tmp_path / "run")
    assert train_with_teachers(read_config(_student(tmp_path / "new")), data, tmp_path / "run")


def test_a_run_does_not_go_on_with_other_teachers(data: Path, tmp_path: Path) -> None:
    assert train_with_teachers(read_config(_student(tmp_path)), data, tmp_path / "run")
    (tmp_path / "first" / "second.toml").write_text((tmp_path / "first" / "config.toml").read_text())
    more = read_config(_student(tmp_path, '[distil]\nteachers = ["first/config.toml", "first/second.toml"]\n'))
    with pytest.raises(AgeLensError, match=r"started with other values of \[distil\]"):
        train_with_teachers(more, data, tmp_path / "run")
