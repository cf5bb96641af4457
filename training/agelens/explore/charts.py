"""Histograms of ages and of every metric, the standards drawn in."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, NullFormatter

from agelens.explore.table import METRICS
from agelens.quality.verdict import read_checks
from agelens.report.drawing import ACCENT, SOFT, chart

_BINS = 60

# What people call a metric, its unit, and whether its values spread over orders of magnitude.
_DESCRIPTIONS = {
    "sharpness": ("Sharpness", "variance of the Laplacian", True),
    "brightness": ("Brightness", "mean luma, 0 to 255", False),
    "contrast": ("Contrast", "standard deviation of luma", False),
    "noise": ("Noise", "estimated standard deviation, grey levels", True),
    "clippedShadows": ("Clipped shadows", "share of pixels with luma up to 5", False),
    "clippedHighlights": ("Clipped highlights", "share of pixels with luma from 250", False),
    "resolutionPx": ("Resolution", "side of the face in pixels", False),
}


def title_of(metric: str) -> tuple[str, str]:
    """Name and unit of a metric."""
    return _DESCRIPTIONS[metric][:2]


def age_chart(ages: np.ndarray) -> Figure:
    """One bar per year of age."""
    counts = np.bincount(ages)

    def paint(axes: Axes) -> None:
        axes.bar(np.arange(len(counts)), counts, width=0.85, color=SOFT)
        axes.set(xlim=(-1, max(len(counts), 101)), xlabel="age in years", ylabel="pictures")
        axes.grid(axis="y")

    return chart(10.5, 2.6, paint)


def is_logarithmic(metric: str) -> bool:
    """Whether a metric's values spread over orders of magnitude."""
    return _DESCRIPTIONS[metric][2]


def metric_chart(metric: str, values: np.ndarray) -> Figure:
    """A histogram with a line at each limit, and the pictures beyond it in the accent's colour."""
    edges = edges_of(metric, values)
    counts, _ = np.histogram(np.clip(values, edges[0], edges[-1]), edges)
    middles = (edges[1:] + edges[:-1]) / 2
    beyond = np.any([_beyond(middles, check) for check in _limits(metric)] or [np.zeros(len(middles), bool)], axis=0)

    def paint(axes: Axes) -> None:
        prepare_axis(axes, metric, edges, counts.max())
        colours = [ACCENT if fails else SOFT for fails in beyond]
        axes.bar(edges[:-1], counts, np.diff(edges) * 0.9, align="edge", color=colours)
        draw_limits(axes, metric, values)

    return chart(4.6, 2.3, paint)


def prepare_axis(axes: Axes, metric: str, edges: np.ndarray, highest: float) -> None:
    """Scale and labels for a histogram of a metric whose largest bar counts `highest` pictures."""
    if is_logarithmic(metric):
        scale_axis(axes)
    axes.set(xlim=(edges[0], edges[-1]), ylim=(0, highest * 1.18 + 1), xlabel=title_of(metric)[1], ylabel="pictures")
    axes.grid(axis="y")


def scale_axis(axes: Axes) -> None:
    """A logarithmic axis with plain numbers."""
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.xaxis.set_major_formatter("{x:g}")
    axes.xaxis.set_minor_formatter(NullFormatter())


def edges_of(metric: str, values: np.ndarray) -> np.ndarray:
    """Bin edges over the values and the limits, so that no limit lies outside; a limit is always an edge."""
    limits = [check["limit"] for check in _limits(metric)]
    if is_logarithmic(metric):
        low, high = max(min([values.min(), *limits]), 0.1), max([values.max(), *limits, 1])
        edges = np.geomspace(low * 0.95, high * 1.05, _BINS + 1)
    else:
        low, high = min([values.min(), *limits, 0]), max([values.max(), *limits])
        edges = np.linspace(low, high + (high - low or 1) * 0.02, _BINS + 1)
    for limit in limits:
        edges[1 + np.argmin(np.abs(edges[1:-1] - limit))] = limit
    return np.unique(edges)


def draw_limits(axes: Axes, metric: str, values: np.ndarray) -> None:
    """A named line at every limit, with the share of `values` beyond it."""
    for check in _limits(metric):
        _draw_limit(axes, check, values)


def _limits(metric: str) -> list[dict[str, Any]]:
    return [check for check in read_checks() if check["metric"] == metric]


def _beyond(middles: np.ndarray, check: dict[str, Any]) -> np.ndarray:
    return middles < check["limit"] if check["direction"] == "below" else middles > check["limit"]


def _draw_limit(axes: Axes, check: dict[str, Any], values: np.ndarray) -> None:
    """A line at the limit, named on the side with more space."""
    below = check["direction"] == "below"
    text = f"{check['check']} {'<' if below else '>'} {check['limit']}: {_beyond(values, check).mean():.1%}"
    to_left = _place(axes, check["limit"]) > 0.5
    axes.axvline(check["limit"], color=ACCENT, linewidth=1.2)
    axes.annotate(
        text,
        (check["limit"], 1),
        xycoords=axes.get_xaxis_transform(),
        xytext=(-4 if to_left else 4, -1),
        textcoords="offset points",
        color=ACCENT,
        ha="right" if to_left else "left",
        va="top",
    )


def _place(axes: Axes, value: float) -> float:
    """Where a value lies between the left (0) and the right (1) end of the axis."""
    to_scale = np.log if axes.get_xscale() == "log" else np.asarray
    low, high = (to_scale(end) for end in axes.get_xlim())
    return float((to_scale(value) - low) / (high - low))


def metric_charts(columns: dict[str, np.ndarray]) -> dict[str, Figure]:
    """A chart for every metric."""
    return {metric: metric_chart(metric, columns[metric]) for metric in METRICS}
