"""Checks, rate trials, grid and search on synthetic crops; each can be stopped and continued."""

import csv
import json
import math
from pathlib import Path

import optuna
import pytest
from synthetic import write_data
from tiny import CONFIG, spec_with, write_config
from typer.testing import CliRunner

from agelens import cli
from agelens.config import Config, read_config
from agelens.errors import AgeLensError
from agelens.train.loop import DivergedError
from agelens.tune import grid, rates, search, trials
from agelens.tune.trials import DECAY, RATE, Outcome

runner = CliRunner()
SHORT = CONFIG.replace("epochs = 3", "epochs = 1").replace("[[0.0, 24], [0.6, 32]]", "[[0.0, 32]]")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data(tmp_path_factory.mktemp("data"))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def _imagined(config: Config, changes: dict[str, float], data: Path, out: Path) -> Outcome:
    """A bowl around the best rate, 3e-3, in place of a training."""
    distance = abs(math.log10(changes[RATE] / 3e-3))
    return Outcome("mae", 5 + distance, 1 + distance)


def test_an_even_handed_start_and_learning_by_heart(data: Path, tmp_path: Path) -> None:
    groups = [{"name": "young", "low": 0, "high": 40}, {"name": "old", "low": 41, "high": 120}]
    text = CONFIG.replace("[loss]", '[loss]\nkind = "cross-entropy"')
    path = write_config(tmp_path, text, spec_with({"kind": "age-groups", "groups": groups}, 2))
    words = ("tune", "check", path, "--data", data, "--out", tmp_path / "out", "--pictures", 8, "--steps", 60)
    result = runner.invoke(cli.app, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    content = json.loads((tmp_path / "out" / "checks.json").read_text())
    assert content["untrained"]["theory"] == pytest.approx(math.log(2), rel=1e-6)
    assert content["untrained"]["passed"]
    assert content["overfit"]["last_loss"] < 0.5 * content["overfit"]["first_loss"]
    assert content["overfit"]["accuracy"] == 1


def test_a_trial_trains_with_changed_keys_and_is_not_repeated(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = read_config(write_config(tmp_path, SHORT))
    outcome = trials.run_trial(config, {RATE: 0.001, DECAY: 0.5}, data, tmp_path / "out")
    run = tmp_path / "out" / "trials" / "learning_rate=0.001,weight_decay=0.5"
    stored = json.loads((run / "config.json").read_text())["optimiser"]
    assert (stored["learning_rate"], stored["weight_decay"]) == (0.001, 0.5)
    assert outcome.metric == "mae"
    before = (run / "best.pt").stat().st_mtime_ns
    assert trials.run_trial(config, {RATE: 0.001, DECAY: 0.5}, data, tmp_path / "out") == outcome
    assert (run / "best.pt").stat().st_mtime_ns == before


def test_a_diverged_trial_is_the_worst_and_a_stopped_one_interrupts(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = read_config(write_config(tmp_path, SHORT))

    def diverge(*_: object) -> bool:
        raise DivergedError("off the numbers")

    monkeypatch.setattr(trials, "train", diverge)
    assert trials.run_trial(config, {RATE: 9.0}, data, tmp_path).cost == math.inf
    monkeypatch.setattr(trials, "train", lambda *_: False)
    with pytest.raises(trials.Interrupted):
        trials.run_trial(config, {RATE: 9.0}, data, tmp_path)


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"optimiser.speed": 1.0}, "no key 'optimiser.speed'"), ({RATE: -1.0}, "'optimiser.learning_rate' is wrong")],
)
def test_wrong_keys_and_values_of_a_trial_are_named(changes: dict, message: str, tmp_path: Path) -> None:
    with pytest.raises(AgeLensError, match=message):
        trials.changed(read_config(write_config(tmp_path, SHORT)), changes)


@pytest.mark.parametrize("command", ["check", "range", "grid", "search"])
def test_a_network_with_teachers_is_not_tuned(command: str, tmp_path: Path) -> None:
    config = write_config(tmp_path, CONFIG + '[distil]\nteachers = ["teacher.toml"]\n')
    words = ["tune", command, str(config), "--data", str(tmp_path), "--out", str(tmp_path / "out")]
    with pytest.raises(AgeLensError, match=r"has \[distil\]; tune one of its teachers"):
        runner.invoke(cli.app, words, catch_exceptions=False)


def test_range_and_grid_find_the_best_and_leave_tables_and_plots(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trials, "run_trial", _imagined)
    config = read_config(write_config(tmp_path, SHORT))
    assert rates.try_rates(config, rates.rates_between(1e-4, 3e-2, 5), tmp_path, tmp_path) == pytest.approx(1.73e-3)
    assert grid.try_grid(config, [1e-3, 3e-3], [0.01, 0.1], tmp_path, tmp_path) == (3e-3, 0.01)
    table = _rows(tmp_path / "grid.csv")
    assert [row[DECAY] for row in table] == ["0.01", "0.1", "0.01", "0.1"]
    assert float(table[2]["mae"]) == 5
    assert all((tmp_path / name).stat().st_size > 1000 for name in ("rates.png", "grid.png"))


def test_search_counts_earlier_trials_and_takes_up_interrupted_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    config = read_config(write_config(tmp_path, SHORT))
    monkeypatch.setattr(search, "run_trial", _imagined)
    search.search(config, 3, tmp_path, tmp_path)
    study = optuna.load_study(study_name="tiny", storage=f"sqlite:///{tmp_path / 'study.db'}")
    left = study.ask({RATE: optuna.distributions.FloatDistribution(1e-4, 3e-2, log=True)})
    best = search.search(config, 12, tmp_path, tmp_path)
    table = _rows(tmp_path / "search.csv")
    assert len(table) == 12
    assert f"{left.params[RATE]:.6g}" in [row[RATE] for row in table]
    assert abs(math.log10(best.params[RATE] / 3e-3)) < 0.5
