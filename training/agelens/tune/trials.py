"""Short trainings with some settings changed, each in a folder of its own, so that none is done twice."""

import csv
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from agelens.config import Config
from agelens.errors import AgeLensError
from agelens.files import write_table
from agelens.settings import describe
from agelens.train.checkpoint import higher_is_better, metric_of
from agelens.train.loop import DivergedError, train

RATE, DECAY = "optimiser.learning_rate", "optimiser.weight_decay"


class Interrupted(Exception):
    """Someone pressed Ctrl-C during a trial; the same command continues with it."""


@dataclass(frozen=True)
class Outcome:
    """The best epoch's metric and the last epoch's loss; not a number where the training diverged."""

    metric: str
    value: float
    loss: float

    @property
    def cost(self) -> float:
        """Lower is better, whatever the metric; infinite where the training diverged."""
        if self.value != self.value:
            return float("inf")
        return -self.value if higher_is_better(self.metric) else self.value


def changed(config: Config, changes: dict[str, float]) -> Config:
    """A configuration with other values for dotted keys; raises AgeLensError naming a key that is wrong."""
    content = config.model_dump()
    for key, value in changes.items():
        *tables, last = key.split(".")
        table = content
        for name in tables:
            table = table.get(name) or {}
        if last not in table:
            raise AgeLensError(f"The configuration has no key '{key}'; see agelens/config.py.")
        table[last] = value
    try:
        return Config.model_validate(content)
    except ValidationError as error:
        raise AgeLensError(describe(error)) from error


def name_of(changes: dict[str, float]) -> str:
    """A folder's name for a trial.

    >>> name_of({"optimiser.learning_rate": 0.001})
    'learning_rate=0.001'
    """
    return ",".join(f"{key.split('.')[-1]}={value:.6g}" for key, value in changes.items())


def run_trial(config: Config, changes: dict[str, float], data: Path, out: Path) -> Outcome:
    """Train with `changes` in OUT/trials/…, or read what an earlier call found; raises Interrupted on Ctrl-C."""
    run = out / "trials" / name_of(changes)
    trial = changed(config, changes)
    try:
        if not train(trial, data, run):
            raise Interrupted
    except DivergedError:
        return Outcome(trial.selection.metric or "mae", float("nan"), float("nan"))
    with (run / "history.csv").open(newline="", encoding="utf-8") as file:
        history = [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]
    metric = metric_of(history[-1], trial.selection)
    values = [row[metric] for row in history]
    return Outcome(metric, max(values) if higher_is_better(metric) else min(values), history[-1]["loss"])


def run_trials(
    config: Config, trials: list[dict[str, float]], data: Path, out: Path, table: str
) -> list[tuple[dict[str, float], Outcome]]:
    """Run trials one after the other; OUT/`table` lists them after each."""
    done: list[tuple[dict[str, float], Outcome]] = []
    for changes in trials:
        print(f"trial {len(done) + 1} of {len(trials)}: {name_of(changes)}")
        done.append((changes, run_trial(config, changes, data, out)))
        write_trials(out / table, done)
    return done


def write_trials(path: Path, done: list[tuple[dict[str, float], Outcome]]) -> None:
    """Write a table with a row per trial: the changed keys, the metric and the last loss."""
    changes, outcome = done[0]
    rows = [(*(f"{v:.6g}" for v in some.values()), f"{o.value:.6g}", f"{o.loss:.6g}") for some, o in done]
    write_table(path, (*changes, outcome.metric, "loss"), rows)
