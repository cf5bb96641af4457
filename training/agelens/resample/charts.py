"""Shares per age group: target, before, after; and how far the result is off."""

import numpy as np
from matplotlib.figure import Figure

from agelens.html.chart import ACCENT, INK, SECOND, SOFT, new_chart
from agelens.resample.target import Target


def shares_chart(target: Target, before: np.ndarray, after: np.ndarray) -> Figure:
    """Bars before and after, and a mark at the target's share, for every group."""
    figure, axes = new_chart(12, 3.4)
    x = np.arange(len(target.names))
    axes.bar(x - 0.2, 100 * before / max(before.sum(), 1), 0.36, color=SOFT, alpha=0.45, label="before")
    axes.bar(x + 0.2, 100 * after / max(after.sum(), 1), 0.36, color=SECOND, label="after")
    axes.hlines(100 * target.shares, x - 0.42, x + 0.42, color=ACCENT, linewidth=2, label="target")
    axes.set_xticks(x, target.names)
    axes.set_xlim(-0.7, len(x) - 0.3)
    axes.set_ylabel("share in %")
    axes.legend(frameon=False, labelcolor=SOFT, ncols=3, loc="upper right")
    return figure


def difference_chart(target: Target, difference: np.ndarray) -> Figure:
    """Pictures to add (upwards) or to leave out (downwards) per group."""
    figure, axes = new_chart(12, 2.8)
    x = np.arange(len(target.names))
    axes.bar(x, difference, 0.7, color=[SECOND if count >= 0 else ACCENT for count in difference])
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.set_xticks(x, target.names)
    axes.set_xlim(-0.7, len(x) - 0.3)
    axes.set_ylabel("pictures")
    return figure
