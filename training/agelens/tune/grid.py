"""Learning rate × weight decay: every pair once, as a table and a heat map."""

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from agelens.config import Config
from agelens.files import write_atomic
from agelens.tune.trials import DECAY, RATE, run_trials


def try_grid(config: Config, rates: list[float], decays: list[float], data: Path, out: Path) -> tuple[float, float]:
    """Train every pair; writes OUT/grid.csv and grid.png and returns the best pair."""
    pairs = [{RATE: rate, DECAY: decay} for rate in rates for decay in decays]
    done = run_trials(config, pairs, data, out, "grid.csv")
    values = np.array([outcome.value for _, outcome in done]).reshape(len(rates), len(decays))
    _plot(values, rates, decays, done[0][1].metric, out / "grid.png")
    best, outcome = min(done, key=lambda trial: trial[1].cost)
    print(
        f"best: learning_rate = {best[RATE]:g}, weight_decay = {best[DECAY]:g} "
        f"with {outcome.metric} {outcome.value:.3f}; see {out / 'grid.png'}"
    )
    return best[RATE], best[DECAY]


def _plot(values: np.ndarray, rates: list[float], decays: list[float], metric: str, path: Path) -> None:
    figure = Figure(figsize=(1.5 + 1.1 * len(decays), 1.5 + 0.8 * len(rates)), layout="constrained")
    panel = figure.subplots()
    picture = panel.imshow(values, aspect="auto", cmap="viridis_r")
    panel.set_xticks(range(len(decays)), [f"{decay:g}" for decay in decays])
    panel.set_yticks(range(len(rates)), [f"{rate:g}" for rate in rates])
    panel.set(xlabel="weight decay", ylabel="learning rate")
    for (row, column), value in np.ndenumerate(values):
        panel.text(column, row, f"{value:.3g}", ha="center", va="center", color="white")
    figure.colorbar(picture, label=f"validation {metric}")
    write_atomic(path, lambda partial: figure.savefig(partial, format="png", dpi=110))
