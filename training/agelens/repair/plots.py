"""Plots of the estimate's error before and after repair, and against each quality metric."""

from collections.abc import Callable
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from agelens.files import write_atomic
from agelens.repair.results import ConditionRow, Curve, Interval, Results, read_results

_BLUE, _ORANGE, _GREY, _RED = "#3b6ea5", "#d98032", "#999999", "#b03a3a"
_LABELS = {
    "sharpness": "sharpness (variance of the Laplacian)",
    "brightness": "brightness (mean luma)",
    "contrast": "contrast (deviation of luma)",
    "noise": "noise (grey levels)",
    "clippedShadows": "share of lost shadows",
    "clippedHighlights": "share of lost highlights",
    "resolutionPx": "side of the face in pixels",
}
_LOGARITHMIC = {"sharpness"}


def plot_repair(results_path: Path, out: Path) -> list[Path]:
    """Draw repair-conditions.png, repair-error.png and repair-coverage.png into `out`; returns their paths."""
    results = read_results(results_path)
    figures = {
        "repair-conditions.png": _draw_conditions(results),
        "repair-error.png": _draw_curves(results, _draw_error),
        "repair-coverage.png": _draw_curves(results, _draw_coverage),
    }
    return [_save(figure, out / name) for name, figure in figures.items()]


def _draw_conditions(results: Results) -> Figure:
    """One line per condition: from the error as given to the errors after repair."""
    rows = results.conditions
    figure = Figure(figsize=(8, 0.28 * len(rows) + 1.4), layout="constrained")
    panel = figure.subplots()
    panel.axvline(rows[0].before.mae, color=_GREY, linewidth=1, linestyle=":")
    panel.axvline(results.guess_mae, color=_RED, linewidth=1, linestyle=":")
    for place, row in enumerate(rows):
        errors = (row.before.mae, row.whole.mae, row.kept.mae)
        panel.plot([min(errors), max(errors)], [place, place], color="#dddddd", linewidth=3, zorder=1)
    for shift, (label, colour, marker, mae) in zip((-0.2, 0, 0.2), _OUTCOMES, strict=True):
        places = [place + shift for place in range(len(rows))]
        panel.scatter([mae(row) for row in rows], places, s=24, c=colour, marker=marker, label=label, zorder=2)
    panel.set_yticks(range(len(rows)), [_name(row) for row in rows], fontsize=8)
    panel.set(xlabel="mean absolute error in years (dotted: undamaged; guessing one age)", ylim=(len(rows), -1))
    panel.legend(loc="lower right", frameon=False)
    return figure


_OUTCOMES: tuple[tuple[str, str, str, Callable[[ConditionRow], float]], ...] = (
    ("as given", _GREY, "o", lambda row: row.before.mae),
    ("after the whole plan", _ORANGE, "D", lambda row: row.whole.mae),
    ("after the kept repairs", _BLUE, "o", lambda row: row.kept.mae),
)


def _name(row: ConditionRow) -> str:
    return f"{row.condition.label}  {row.condition.strength_label}".strip()


def _draw_curves(results: Results, draw: Callable[[Axes, Curve, Results], None]) -> Figure:
    """One panel per metric with the app's limits in red, and the legend in the panel that is left."""
    figure = Figure(figsize=(13, 6), layout="constrained")
    panels = figure.subplots(2, 4, sharey=True).ravel()
    for panel, curve in zip(panels, results.curves, strict=False):
        draw(panel, curve, results)
        for threshold in results.thresholds:
            if threshold.metric == curve.metric:
                panel.axvline(threshold.limit, color=_RED, linestyle="--", linewidth=1, label="limit of the check")
        _shade_refused(panel, curve, results)
        panel.set_xscale("log" if curve.metric in _LOGARITHMIC else "linear")
        panel.set_xlabel(_LABELS[curve.metric])
    _move_legend(panels)
    return figure


def _shade_refused(panel: Axes, curve: Curve, results: Results) -> None:
    """Where the app gives no answer, as far as it was measured."""
    last = curve.own[-1].mean if curve.own else 0
    for rule in results.policy.rules:
        if rule.metric == curve.metric and rule.tail_factor == 0:
            end = max(last, rule.start) if rule.end is None else rule.end
            panel.axvspan(rule.start, end, color=_RED, alpha=0.15, linewidth=0, label="no answer")


def _move_legend(panels: list[Axes]) -> None:
    handles = {
        label: handle for panel in panels for handle, label in zip(*panel.get_legend_handles_labels(), strict=True)
    }
    panels[-1].axis("off")
    panels[-1].legend(handles.values(), handles.keys(), loc="center", frameon=False)


def _draw_error(panel: Axes, curve: Curve, results: Results) -> None:
    means = [entry.mean for entry in curve.own]
    panel.plot([b.mean for b in curve.all], [b.mae.value for b in curve.all], color=_GREY, label="all samples")
    _draw_figure(panel, means, [b.mae for b in curve.own], _BLUE, "damage to this metric")
    panel.axhline(results.guess_mae, color=_GREY, linestyle=":", label="guessing one age")
    if _is_leftmost(panel):
        panel.set_ylabel("mean absolute error in years")


def _draw_coverage(panel: Axes, curve: Curve, results: Results) -> None:
    means = [entry.mean for entry in curve.own]
    _draw_figure(panel, means, [b.coverage for b in curve.own], _ORANGE, "as calibrated")
    panel.plot(means, [b.widened_coverage for b in curve.own], "o-", color=_BLUE, markersize=4, label="widened")
    panel.axhline(results.level, color=_GREY, linestyle=":", label="what it promises")
    if _is_leftmost(panel):
        panel.set_ylabel("share of true ages inside")


def _is_leftmost(panel: Axes) -> bool:
    place = panel.get_subplotspec()
    return place is not None and place.is_first_col()


def _draw_figure(panel: Axes, means: list[float], figures: list[Interval], colour: str, label: str) -> None:
    """A line with its 95 % band."""
    panel.fill_between(means, [f.low for f in figures], [f.high for f in figures], color=colour, alpha=0.2)
    panel.plot(means, [f.value for f in figures], "o-", color=colour, markersize=4, label=label)


def _save(figure: Figure, path: Path) -> Path:
    write_atomic(path, lambda partial: figure.savefig(partial, format="png", dpi=120))
    return path
