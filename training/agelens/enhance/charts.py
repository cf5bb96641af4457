"""Histograms of a metric before and after the repairs."""

import numpy as np
from matplotlib.figure import Figure

from agelens.explore.charts import draw_limits, edges_of, is_logarithmic, scale_axis, title_of
from agelens.html.chart import SECOND, SOFT, new_chart


def before_after(metric: str, before: np.ndarray, after: np.ndarray) -> Figure:
    """Pictures as found in outline, as repaired filled, with the standards."""
    figure, axes = new_chart()
    edges = edges_of(metric, np.concatenate([before, after]))
    if is_logarithmic(metric):
        scale_axis(axes)
    low, high = edges[0], edges[-1]
    filled, _, _ = axes.hist(np.clip(after, low, high), edges, color=SECOND, label="after")
    outline, _, _ = axes.hist(
        np.clip(before, low, high), edges, histtype="step", color=SOFT, linewidth=1.3, label="before"
    )
    axes.set_xlim(low, high)
    axes.set_ylim(0, max(filled.max(), outline.max()) * 1.18 + 1)
    draw_limits(axes, metric, after)
    axes.set_xlabel(title_of(metric)[1])
    return figure
