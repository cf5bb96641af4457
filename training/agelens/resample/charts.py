"""Shares per age group: target, before, after; and how far the result is off."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from agelens.report.drawing import ACCENT, INK, SOFT, chart
from agelens.resample.target import Target


def shares_chart(target: Target, before: np.ndarray, after: np.ndarray) -> Figure:
    """Bars before and after, and a mark at the target's share, for every group."""
    x = np.arange(len(target.names))

    def paint(axes: Axes) -> None:
        axes.bar(x - 0.2, 100 * before / max(before.sum(), 1), 0.36, color=SOFT, alpha=0.4, label="before")
        axes.bar(x + 0.2, 100 * after / max(after.sum(), 1), 0.36, color=SOFT, label="after")
        axes.hlines(100 * target.shares, x - 0.42, x + 0.42, color=ACCENT, linewidth=2, label="target")
        _label(axes, target, "share in %")
        axes.legend(frameon=False, labelcolor=SOFT, ncols=3, loc="upper right")

    return chart(10.5, 3.2, paint)


def difference_chart(target: Target, difference: np.ndarray) -> Figure:
    """Pictures to add (upwards) or to leave out (downwards) per group."""
    x = np.arange(len(target.names))

    def paint(axes: Axes) -> None:
        axes.bar(x, difference, 0.7, color=[SOFT if count >= 0 else ACCENT for count in difference])
        axes.axhline(0, color=INK, linewidth=0.8)
        _label(axes, target, "pictures")

    return chart(10.5, 2.6, paint)


def _label(axes: Axes, target: Target, what: str) -> None:
    axes.set_xticks(np.arange(len(target.names)), target.names)
    axes.set(xlim=(-0.7, len(target.names) - 0.3), ylabel=what)
    axes.grid(axis="y")
