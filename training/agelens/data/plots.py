"""Plots of how ages are spread over the parts of a split."""

from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from agelens.data.split import PARTS, SplitRow
from agelens.files import write_atomic


def plot_parts(rows: list[SplitRow], path: Path) -> None:
    """Save a PNG with one histogram of ages per part, as densities so that the shapes can be compared."""
    figure = Figure(figsize=(8, 6), layout="constrained")
    panels = figure.subplots(len(PARTS), sharex=True, sharey=True)
    for panel, part in zip(panels, PARTS, strict=True):
        ages = np.array([row.label.age for row in rows if row.part == part])
        panel.hist(ages, bins=np.arange(0, 121, 2), density=True, color="#3b6ea5")
        panel.set_title(f"{part}: {len(ages)} pictures", loc="left", fontsize=10)
    panels[-1].set_xlabel("age in years")
    write_atomic(path, lambda partial: figure.savefig(partial, format="png", dpi=120))
