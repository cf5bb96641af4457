"""report.html of an enhancement: what failed before and after, which filters ran, pairs of pictures."""

from collections import Counter
from pathlib import Path

import numpy as np

from agelens.data.pictures import read_pixels
from agelens.enhance.charts import before_after
from agelens.enhance.repair_picture import REPAIRED
from agelens.enhance.settings import EnhanceSettings
from agelens.explore.charts import title_of
from agelens.explore.measure import BROKEN
from agelens.explore.run import Faces
from agelens.html.chart import save_png, svg_of
from agelens.html.page import data_uri, write_page
from agelens.quality.plan import CHECKS

_CHARTED = ("sharpness", "brightness", "contrast", "noise")
_THUMBNAIL = 160
_LISTED = 50


def write_report(out: Path, faces: Faces, found: dict[str, dict], settings: EnhanceSettings) -> None:
    """Write report.html, and its charts as PNG files into plots/."""
    measured = [result for result in found.values() if "before" in result]
    repaired = {name: result for name, result in found.items() if result["status"] == REPAIRED}
    broken = [(name, result["reason"]) for name, result in found.items() if result["status"] == BROKEN]
    good = [sum(not result[key] for result in measured) for key in ("failedBefore", "failedAfter")]
    write_page(
        out / "report.html",
        "enhance.html.j2",
        kind="AgeLens enhancement report",
        title=faces.folder.resolve().name,
        lead=_lead(len(measured), len(repaired), *good),
        figures=_figures(len(measured), len(repaired), *good, len(broken)),
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


def _figures(measured: int, repaired: int, before: int, after: int, broken: int) -> list[tuple[str, str]]:
    share = max(measured, 1)
    return [
        (f"{measured:,}", "pictures"),
        (f"{repaired:,}", "repaired"),
        (f"{before / share:.0%}", "met the standards before"),
        (f"{after / share:.0%}", "meet them now"),
        (f"{broken:,}", "broken"),
    ]


def _checks(measured: list[dict]) -> list[tuple[str, int, int]]:
    """Check, and how many pictures fail it before and after."""
    counts = [Counter(c for result in measured for c in result[key]) for key in ("failedBefore", "failedAfter")]
    return [(check, counts[0][check], counts[1][check]) for check in CHECKS]


def _charts(measured: list[dict], out: Path) -> list[dict]:
    if not measured:
        return []
    charts = []
    for metric in _CHARTED:
        before, after = (np.array([result[when][metric] for result in measured]) for when in ("before", "after"))
        figure = before_after(metric, before, after)
        save_png(figure, out / "plots" / f"{metric}.png")
        medians = f"median {np.median(before):.3g} before, {np.median(after):.3g} after"
        charts.append({"title": title_of(metric)[0], "note": medians, "svg": svg_of(figure)})
    return charts


def _pairs(folder: Path, pictures: Path, repaired: dict[str, dict], settings: EnhanceSettings) -> list[dict]:
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


def _pair(folder: Path, pictures: Path, name: str, result: dict) -> dict:
    return {
        "before": data_uri(read_pixels(folder / name), _THUMBNAIL),
        "after": data_uri(read_pixels(pictures / name), _THUMBNAIL),
        "filters": ", ".join(step["filterId"] for step in result["steps"]),
        "failed_before": ", ".join(result["failedBefore"]),
        "failed_after": ", ".join(result["failedAfter"]) or "good",
    }
