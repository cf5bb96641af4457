"""Plots of where a network errs."""

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from agelens.files import write_atomic

_BLUE = "#3b6ea5"


def plot_scatter(ages: np.ndarray, estimates: np.ndarray, path: Path) -> None:
    """Estimate against age, one dot per picture, with the diagonal."""
    figure = Figure(figsize=(6, 6), layout="constrained")
    panel = figure.subplots()
    panel.plot([0, 110], [0, 110], color="#999999", linewidth=1)
    panel.scatter(ages, estimates, s=5, alpha=0.4, color=_BLUE, edgecolors="none")
    panel.set(xlabel="age in years", ylabel="estimate in years", xlim=(0, 110), ylim=(0, 110))
    _save(figure, path)


def plot_groups(metrics: dict, figure_name: str, label: str, path: Path, reference: float | None = None) -> None:
    """One figure (such as "mae") per age band, gender and ethnicity, with its 95 % interval."""
    groups = {k: v for kind in ("bands", "genders", "ethnicities") for k, v in metrics[kind].items() if v["n"]}
    values = np.array([[g[figure_name][key] for key in ("value", "low", "high")] for g in groups.values()])
    figure = Figure(figsize=(10, 4), layout="constrained")
    panel = figure.subplots()
    distances = np.stack([values[:, 0] - values[:, 1], values[:, 2] - values[:, 0]]).clip(min=0)
    panel.errorbar(range(len(groups)), values[:, 0], yerr=distances, fmt="o", color=_BLUE, capsize=3)
    panel.axhline(metrics["overall"][figure_name]["value"] if reference is None else reference, color="#999999")
    panel.set_xticks(range(len(groups)), [f"{name}\nn={group['n']}" for name, group in groups.items()], fontsize=8)
    panel.set_ylabel(label)
    _save(figure, path)


def _save(figure: Figure, path: Path) -> None:
    write_atomic(path, lambda partial: figure.savefig(partial, format="png", dpi=120))
