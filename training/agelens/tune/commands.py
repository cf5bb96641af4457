"""The commands below `agelens tune`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agelens.errors import AgeLensError
from agelens.optional import require_package
from agelens.options import Configuration, Data

if TYPE_CHECKING:
    from agelens.config import Config

app = typer.Typer(no_args_is_help=True, help="Find out whether a network learns, and with which settings best.")

Out = Annotated[Path, typer.Option("--out", help="folder for tables, plots and trials; an old one is continued")]
Epochs = Annotated[int, typer.Option(help="epochs of each trial", min=1)]
Rates = Annotated[str, typer.Option(help="learning rates, separated by commas")]


@app.command()
def check(
    config: Configuration,
    data: Data,
    out: Out,
    pictures: Annotated[int, typer.Option(help="pictures to learn by heart", min=2)] = 64,
    steps: Annotated[int, typer.Option(help="steps to learn them in", min=1)] = 200,
) -> None:
    """Compare the untrained network's loss with theory, and let it learn a few pictures by heart: checks.json."""
    from agelens.tune.checks import run_checks

    chosen = _tunable(config)
    _keep_split(data, out)
    run_checks(chosen, data, out, pictures, steps)


@app.command("range")
def rate_range(
    config: Configuration,
    data: Data,
    out: Out,
    epochs: Epochs = 1,
    lowest: Annotated[float, typer.Option(help="lowest learning rate", min=1e-9)] = 1e-4,
    highest: Annotated[float, typer.Option(help="highest learning rate", min=1e-9)] = 3e-2,
    count: Annotated[int, typer.Option(help="number of rates, in equal ratios", min=2)] = 6,
) -> None:
    """Train briefly at rising learning rates: rates.csv, rates.png."""
    from agelens.tune.rates import rates_between, try_rates

    chosen = _short(config, epochs)
    _keep_split(data, out)
    _run(lambda: try_rates(chosen, rates_between(lowest, highest, count), data, out))


@app.command()
def grid(
    config: Configuration,
    data: Data,
    out: Out,
    epochs: Epochs = 2,
    rates: Rates = "1e-3,2e-3,4e-3",
    decays: Annotated[str, typer.Option(help="weight decays, separated by commas")] = "0.005,0.02,0.08",
) -> None:
    """Train every pair of learning rate and weight decay: grid.csv and a heat map, grid.png."""
    from agelens.tune.grid import try_grid

    chosen = _short(config, epochs)
    _keep_split(data, out)
    _run(lambda: try_grid(chosen, _numbers(rates), _numbers(decays), data, out))


@app.command()
def search(
    config: Configuration,
    data: Data,
    out: Out,
    epochs: Epochs = 2,
    trials: Annotated[int, typer.Option(help="complete trials to stop at, earlier ones counted", min=1)] = 20,
) -> None:
    """Let Optuna choose learning rate, weight decay and averaging: study.db, search.csv."""
    require_package("optuna", "search", "`agelens tune search`")
    from agelens.tune.search import search as run_search

    chosen = _short(config, epochs)
    _keep_split(data, out)
    _run(lambda: run_search(chosen, trials, data, out))


def _tunable(path: Path) -> "Config":
    from agelens.config import read_config

    config = read_config(path)
    if config.distil:
        raise AgeLensError(f"{path} has [distil]; tune one of its teachers, or a copy without that table.")
    return config


def _short(path: Path, epochs: int) -> "Config":
    return _tunable(path).with_epochs(epochs)


def _keep_split(data: Path, out: Path) -> None:
    """Trials of one folder are comparable: all of them learn from the same list of pictures."""
    from agelens.models.run_folder import keep_split, require_same_split

    require_same_split(data, out)
    keep_split(data, out)


def _numbers(text: str) -> list[float]:
    try:
        return [float(part) for part in text.split(",")]
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not a list of numbers separated by commas") from error


def _run(work: Callable[[], object]) -> None:
    from agelens.tune.trials import Interrupted

    try:
        work()
    except Interrupted:
        raise typer.Exit(130) from None
