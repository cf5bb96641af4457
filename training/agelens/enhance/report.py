"""report.html of an enhancement: what failed before and after, which filters ran, pairs of pictures."""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from agelens.data.pictures import read_pixels
from agelens.enhance.repair_picture import REPAIRED
from agelens.enhance.settings import EnhanceSettings
from agelens.explore.charts import draw_limits, edges_of, prepare_axis, title_of
from agelens.explore.faces import Faces
from agelens.jobs.run import BROKEN
from agelens.quality.plan import CHECKS
from agelens.report.chapter import Tile, data_url, titled
from agelens.report.drawing import INK, SOFT, chart, save_png, svg_of
from agelens.report.page import write_page

_CHARTED = ("sharpness", "brightness", "contrast", "noise")
_THUMBNAIL = 160
_LISTED = 50


def write_report(out: Path, faces: Faces, found: dict[str, dict[str, Any]], settings: EnhanceSettings) -> None:
    """Write report.html, and its charts as PNG files into plots/."""
    measured = [result for result in found.values() if "before" in result]
    repaired = {name: result for name, result in found.items() if result["status"] == REPAIRED}
    broken = [(name, result["reason"]) for name, result in found.items() if result["status"] == BROKEN]
    before, after = (sum(not result[key] for result in measured) for key in ("failedBefore", "failedAfter"))
    write_page(
        out / "report.html",
        "enhance.html.j2",
        kind="AgeLens enhancement report",
        title=faces.folder.resolve().name,
        lead=_lead(len(measured), len(repaired), before, after),
        figures=_figures(len(measured), len(repaired), before, after, len(broken)),
        checks=_checks(measured),
        filters=Counter(step["filterId"] for result in measured for step in result["steps"]).most_common(),
        charts=_charts(measured, out),
        pairs=_pairs(faces.folder, out / "pictures", repaired, settings),
        broken=broken[:_LISTED],
        broken_count=len(broken),
    )


def _lead(measured: int, repaired: int, before: int, after: int) -> str:
    return (
        f"{repaired:,} of {measured:,} pictures were repaired with the app's filters. {before:,} met every standard "
        f"before, {after:,} do now. The others are copied as they are."
    )


def _figures(measured: int, repaired: int, before: int, after: int, broken: int) -> list[tuple[str, str, str]]:
    share = max(measured, 1)
    return [
        ("Meet the standards now", f"{100 * after / share:.0f} %", f"{100 * before / share:.0f} % before"),
        ("Pictures", f"{measured:,}", ""),
        ("Repaired", f"{repaired:,}", ""),
        ("Broken", f"{broken:,}", ""),
    ]


def _checks(measured: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    """Check, and how many pictures fail it before and after."""
    counts = [Counter(c for result in measured for c in result[key]) for key in ("failedBefore", "failedAfter")]
    return [(check, counts[0][check], counts[1][check]) for check in CHECKS]


def _charts(measured: list[dict[str, Any]], out: Path) -> list[tuple[Markup, Markup]]:
    """Captions and drawings."""
    if not measured:
        return []
    charts = []
    for metric in _CHARTED:
        before, after = (np.array([result[when][metric] for result in measured]) for when in ("before", "after"))
        figure = before_after(metric, before, after)
        save_png(figure, out / "plots" / f"{metric}.png")
        medians = f"median {np.median(before):.3g} before, {np.median(after):.3g} after"
        title = title_of(metric)[0]
        charts.append((titled(title, medians), svg_of(figure, f"{title}: {medians}")))
    return charts


def _pairs(folder: Path, pictures: Path, repaired: dict[str, dict[str, Any]], settings: EnhanceSettings) -> list[Tile]:
    """Random repaired pictures, the same number for every first filter as far as there are enough."""
    order = np.random.default_rng(settings.seed).permutation(len(repaired))
    names = [list(repaired)[k] for k in order]
    seen: Counter[str] = Counter()
    turns = []
    for name in names:
        first = repaired[name]["steps"][0]["filterId"]
        turns.append((seen[first], name))
        seen[first] += 1
    chosen = [name for _, name in sorted(turns)[: settings.samples]]
    return [_pair(folder, pictures, name, repaired[name]) for name in chosen]


def _pair(folder: Path, pictures: Path, name: str, result: dict[str, Any]) -> Tile:
    images = tuple(
        (data_url(read_pixels(place / name), _THUMBNAIL), what)
        for place, what in ((folder, "before"), (pictures, "after"))
    )
    filters = ", ".join(step["filterId"] for step in result["steps"])
    failed = [", ".join(result[key]) for key in ("failedBefore", "failedAfter")]
    return Tile(images, "", f"{filters}\n{failed[0]} → {failed[1] or 'good'}")


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
