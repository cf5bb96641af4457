"""Learning-rate range trials: one short training per rate, from too low to too high."""

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from agelens.config import Config
from agelens.files import write_atomic
from agelens.tune.trials import RATE, Outcome, run_trials


def rates_between(lowest: float, highest: float, count: int) -> list[float]:
    """`count` rates in equal ratios.

    >>> rates_between(0.001, 0.1, 3)
    [0.001, 0.01, 0.1]
    """
    return [float(f"{rate:.3g}") for rate in np.geomspace(lowest, highest, count)]


def try_rates(config: Config, rates: list[float], data: Path, out: Path) -> float:
    """Train at each rate; writes OUT/rates.csv and rates.png and returns the best one."""
    done = run_trials(config, [{RATE: rate} for rate in rates], data, out, "rates.csv")
    _plot([(changes[RATE], outcome) for changes, outcome in done], out / "rates.png")
    best, outcome = min(done, key=lambda trial: trial[1].cost)
    print(f"best: learning_rate = {best[RATE]:g} with {outcome.metric} {outcome.value:.3f}; see {out / 'rates.png'}")
    return best[RATE]


def _plot(points: list[tuple[float, Outcome]], path: Path) -> None:
    figure = Figure(figsize=(8, 4), layout="constrained")
    left = figure.subplots()
    right = left.twinx()
    rates = [rate for rate, _ in points]
    left.plot(rates, [outcome.loss for _, outcome in points], "o-", color="#999999")
    right.plot(rates, [outcome.value for _, outcome in points], "o-", color="#3b6ea5")
    left.set(xscale="log", xlabel="learning rate", ylabel="training loss (grey)")
    right.set(ylabel=f"validation {points[0][1].metric} (blue)")
    write_atomic(path, lambda partial: figure.savefig(partial, format="png", dpi=110))
