"""Histograms of a metric before and after the repairs."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from agelens.explore.charts import draw_limits, edges_of, prepare_axis
from agelens.report.drawing import INK, SOFT, chart


def before_after(metric: str, before: np.ndarray, after: np.ndarray) -> Figure:
    """Pictures as found in outline, as repaired filled, with the standards."""
    edges = edges_of(metric, np.concatenate([before, after]))
    counts = [np.histogram(np.clip(values, edges[0], edges[-1]), edges)[0] for values in (before, after)]

    def paint(axes: Axes) -> None:
        prepare_axis(axes, metric, edges, np.max(counts))
        axes.stairs(counts[1], edges, fill=True, color=SOFT, alpha=0.55, label="after")
        axes.stairs(counts[0], edges, color=INK, linewidth=1.1, label="before")
        draw_limits(axes, metric, after)

    return chart(4.6, 2.3, paint)
