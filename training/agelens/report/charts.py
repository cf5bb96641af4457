"""The drawings that reports are made of."""

from typing import Any

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.ticker import MultipleLocator, PercentFormatter

from agelens.report.drawing import ACCENT, INK, LINE, SOFT, draw
from agelens.report.numbers import is_share

FEWEST = 20
# Dots become an image, which cannot follow the page: a grey that is seen on light and on dark.
_DOTS = "#7d8287"
_HEAT = LinearSegmentedColormap.from_list("accent", [(0.76, 0.22, 0.06, 0.0), (0.76, 0.22, 0.06, 1.0)])


def scatter(truth: np.ndarray, estimate: np.ndarray, label: str) -> Markup:
    """Estimate against age, a dot per picture, with the line of perfect estimates."""

    def paint(panel: Axes) -> None:
        end = 5 + max(truth.max(), estimate.max())
        panel.plot([0, end], [0, end], color=ACCENT, linewidth=1)
        panel.scatter(truth, estimate, s=5, alpha=0.35, color=_DOTS, edgecolors="none", rasterized=True)
        panel.set(xlabel="age in years", ylabel="estimate in years", xlim=(-1, end), ylim=(-1, end), aspect="equal")

    return draw(4.6, 4.4, paint, label)


def histogram(values: np.ndarray, edges: np.ndarray, x_label: str, label: str) -> Markup:
    """Share of pictures per bin, with 0 marked."""

    def paint(panel: Axes) -> None:
        panel.hist(values, edges.tolist(), weights=np.full(len(values), 1 / len(values)), color=SOFT, alpha=0.6)
        panel.axvline(0, color=ACCENT, linewidth=1)
        panel.set(xlabel=x_label, ylabel="share of pictures")
        panel.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        panel.yaxis.set_major_locator(MultipleLocator(0.05))

    return draw(4.6, 2.9, paint, label)


def whiskers(
    groups: dict[str, dict[str, Any]], figure: str, x_label: str, reference: float, slack: float = 0
) -> Markup:
    """A figure per group as a dot with its 95 % interval; `reference` is a line, `slack` a band around it.

    Groups of fewer than FEWEST pictures are left to the tables where there are larger ones.
    """
    fewest = min(FEWEST, max(group["n"] for group in groups.values()))
    shown = {name: group for name, group in groups.items() if group["n"] >= max(fewest, 1) and group[figure]}
    values = np.array([[group[figure][end] for end in ("value", "low", "high")] for group in shown.values()])
    rows = np.arange(len(shown))[::-1]

    def paint(panel: Axes) -> None:
        panel.axvspan(reference - slack, reference + slack, color=LINE, alpha=0.5, linewidth=0)
        panel.axvline(reference, color=SOFT, linewidth=0.8)
        panel.hlines(rows, values[:, 1], values[:, 2], color=ACCENT, linewidth=1.4)
        panel.scatter(values[:, 0], rows, s=22, color=ACCENT, zorder=3)
        panel.set_yticks(rows, [f"{name}  ({group['n']:,})" for name, group in shown.items()])
        panel.tick_params(axis="y", length=0)
        panel.set(xlabel=x_label, ylim=(-0.6, len(shown) - 0.4))
        panel.grid(axis="x", color=LINE, linewidth=0.5)
        panel.spines["left"].set_visible(False)
        if is_share(figure):
            panel.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))

    label = f"{x_label}: " + ", ".join(f"{name} {row[0]:.2f}" for name, row in zip(shown, values, strict=True))
    return draw(4.6, 0.55 + 0.27 * len(shown), paint, label)


def lines(x: np.ndarray, curves: dict[str, np.ndarray], x_label: str, y_label: str, share: bool = False) -> Markup:
    """Curves over the same x; the first one stands out, others are grey."""

    def paint(panel: Axes) -> None:
        for number, (name, y) in enumerate(curves.items()):
            colour, width = (ACCENT, 1.8) if number == 0 else (SOFT, 1.0)
            panel.plot(
                x, y, color=colour, linewidth=width, label=name, marker="o" if len(x) < 20 else None, markersize=3
            )
        panel.set(xlabel=x_label, ylabel=y_label)
        panel.grid(color=LINE, linewidth=0.5)
        if share:
            panel.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        if len(curves) > 1:
            panel.legend(frameon=False, labelcolor=INK)

    label = f"{y_label} against {x_label}: " + "; ".join(
        f"{name} {y[0]:.2f} to {y[-1]:.2f}" for name, y in curves.items()
    )
    return draw(4.6, 2.9, paint, label)


def reliability(rows: list[dict[str, float]]) -> Markup:
    """How often the central part of a posterior holds the age, against the part's mass."""
    mass = np.array([row["mass"] for row in rows])
    curves = {"observed": np.array([row["held"] for row in rows]), "promised": mass}
    return lines(mass, curves, "central mass of the posterior", "share of ages inside", share=True)


def dose(damage: dict[str, Any], y_label: str, highest: float) -> Markup:
    """Error against the levels of one kind of damage, with 95 % intervals."""
    levels = damage["levels"]
    values = np.array([[row["error"][end] for end in ("value", "low", "high")] for row in damage["rows"]])
    places = np.arange(len(levels))

    def paint(panel: Axes) -> None:
        panel.vlines(places, values[:, 1], values[:, 2], color=ACCENT, linewidth=1.4)
        panel.plot(places, values[:, 0], color=ACCENT, linewidth=1.6, marker="o", markersize=4)
        panel.axhline(values[0, 0], color=SOFT, linewidth=0.8)
        panel.set_xticks(places, [f"{level:g}".replace("-", "−") for level in levels])
        panel.set(xlabel=damage["unit"], ylabel=y_label, ylim=(0, 1.05 * highest))
        panel.grid(axis="y", color=LINE, linewidth=0.5)

    steps = ", ".join(f"{level:g}: {value:.2f}" for level, value in zip(levels, values[:, 0], strict=True))
    return draw(3.3, 2.5, paint, f"{damage['title']}, {damage['unit']}: {steps}")


def doses(sensitivity: dict[str, dict[str, Any]], y_label: str) -> Markup:
    """Error against the level of every kind of damage in one drawing, from none to the most."""

    def paint(panel: Axes) -> None:
        curves = [[row["error"]["value"] for row in one["rows"]] for one in sensitivity.values()]
        worst = int(np.argmax([curve[-1] for curve in curves]))
        heights = _apart(np.array([curve[-1] for curve in curves]), 0.055 * max(map(max, curves)))
        for number, (one, curve, height) in enumerate(zip(sensitivity.values(), curves, heights, strict=True)):
            colour, strength = (ACCENT, 1) if number == worst else (SOFT, 0.6)
            panel.plot(np.linspace(0, 1, len(curve)), curve, color=colour, linewidth=1.2, alpha=strength)
            panel.plot([1.01, 1.04], [curve[-1], height], color=LINE, linewidth=0.7)
            panel.annotate(one["title"], (1.05, height), fontsize=7, va="center")
        panel.set_xticks([0, 1], ["none", "most"])
        panel.set(ylabel=y_label, ylim=(0, None), xlim=(0, 1.45))
        panel.grid(axis="y", color=LINE, linewidth=0.5)

    return draw(4.6, 3.6, paint, "Error against damage: " + ", ".join(one["title"] for one in sensitivity.values()))


def _apart(heights: np.ndarray, gap: float) -> np.ndarray:
    """Heights for labels in the same order, none closer to the next than `gap`, moved up as little as that takes."""
    placed = np.empty_like(heights)
    lowest = -np.inf
    for index in np.argsort(heights):
        placed[index] = lowest = max(heights[index], lowest + gap)
    return placed


def matrix(confusion: dict[str, Any]) -> Markup:
    """A confusion matrix: rows are the truth, colour and number are the share of the row."""
    names, counts = confusion["classes"], np.array(confusion["counts"], float)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    few = len(names) <= 12

    def paint(panel: Axes) -> None:
        panel.pcolormesh(shares, cmap=_HEAT, vmin=0, vmax=1, edgecolors="none")
        if few:
            for (row, column), value in np.ndenumerate(shares):
                if round(100 * value):
                    panel.text(column + 0.5, row + 0.5, f"{100 * value:.0f}", ha="center", va="center", fontsize=8)
        step = 1 if few else 5
        ticks = np.arange(0, len(names), step) + 0.5
        panel.set_xticks(ticks, names[::step], rotation=0 if few and max(map(len, names)) < 6 else 60)
        panel.set_yticks(ticks, names[::step])
        panel.tick_params(length=0)
        panel.set(xlabel="read as, % of the row", ylabel="labelled", aspect="equal")
        panel.invert_yaxis()

    side = 4.6 if len(names) > 3 else 3.2
    return draw(
        side,
        side,
        paint,
        "Confusion matrix: " + ", ".join(f"{n} {s:.0%} right" for n, s in zip(names, np.diag(shares), strict=True)),
    )
