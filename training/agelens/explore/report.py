"""report.html: figures, histograms, what fails, what is broken, and a grid of samples."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from agelens.data.pictures import read_pixels
from agelens.explore.charts import age_chart, metric_charts, title_of
from agelens.explore.measure import NO_FACE, OK
from agelens.explore.settings import ExploreSettings
from agelens.explore.table import METRICS
from agelens.html.chart import save_png, svg_of
from agelens.html.page import data_uri, write_page
from agelens.quality.verdict import read_checks

if TYPE_CHECKING:
    from agelens.explore.run import Faces

_THUMBNAIL = 112
_LISTED = 50


def write_report(
    out: Path, faces: "Faces", rows: list[dict], broken: list[tuple[str, str]], settings: ExploreSettings
) -> None:
    """Write report.html, and its charts as PNG files into plots/."""
    measured = [row for row in rows if row["status"] == OK]
    write_page(
        out / "report.html",
        "explore.html.j2",
        kind="AgeLens data set report",
        title=faces.folder.resolve().name,
        lead=_lead(rows, measured),
        figures=_figures(rows, measured, broken, faces),
        ages=_ages(rows, out),
        charts=_charts(measured, out),
        checks=_checks(measured),
        groups=[_shares(measured, "gender"), _shares(measured, "ethnicity")],
        broken=broken[:_LISTED],
        broken_count=len(broken),
        malformed=faces.labels.malformed[:_LISTED],
        malformed_count=len(faces.labels.malformed),
        undetected=[row["filename"] for row in rows if row["status"] == NO_FACE][:_LISTED],
        undetected_count=sum(row["status"] == NO_FACE for row in rows),
        samples=_samples(faces.folder, measured, settings),
    )


def _lead(rows: list[dict], measured: list[dict]) -> str:
    good = sum(not row["failed"] for row in measured)
    share = good / len(measured) if measured else 0
    return (
        f"{len(rows):,} pictures, {len(measured):,} of them measured on the 128×128 crop that a network sees. "
        f"{good:,} ({share:.0%}) meet every standard of the app."
    )


def _figures(rows: list[dict], measured: list[dict], broken: list, faces: "Faces") -> list[tuple[str, str]]:
    ages = [row["age"] for row in rows if row["age"] is not None]
    spread = f"{min(ages)}–{max(ages)}" if ages else "–"
    return [
        (f"{len(rows):,}", "pictures"),
        (spread, "years of age"),
        (f"{np.median(ages):.0f}" if ages else "–", "median age"),
        (f"{sum(bool(row['failed']) for row in measured):,}", "fail a standard"),
        (f"{len(broken):,}", "broken"),
        (f"{len(faces.labels.malformed):,}", "without a readable label"),
    ]


def _ages(rows: list[dict], out: Path) -> str | None:
    ages = np.array([row["age"] for row in rows if row["age"] is not None], int)
    if not len(ages):
        return None
    figure = age_chart(ages)
    save_png(figure, out / "plots" / "age.png")
    return svg_of(figure)


def _charts(measured: list[dict], out: Path) -> list[dict]:
    if not measured:
        return []
    charts = []
    for metric, figure in metric_charts({m: np.array([row[m] for row in measured]) for m in METRICS}).items():
        save_png(figure, out / "plots" / f"{metric}.png")
        median = np.median([row[metric] for row in measured])
        charts.append({"title": title_of(metric)[0], "median": f"{median:.3g}", "svg": svg_of(figure)})
    return charts


def _checks(measured: list[dict]) -> list[tuple[str, str, int, float]]:
    """Check, its rule, how many pictures fail it and which share."""
    failed = Counter(name for row in measured for name in row["failed"].split())
    rules: dict[str, list[str]] = {}
    for entry in read_checks():
        rules.setdefault(entry["check"], []).append(f"{entry['metric']} {entry['direction']} {entry['limit']}")
    total = max(len(measured), 1)
    return [(name, " or ".join(rule), failed[name], failed[name] / total) for name, rule in rules.items()]


def _shares(measured: list[dict], column: str) -> dict:
    """Per group: pictures, share, median age, share that fails a standard."""
    groups: dict[str, list[dict]] = {}
    for row in measured:
        groups.setdefault(row[column] or "unknown", []).append(row)
    lines = [(name, len(some), len(some) / len(measured), *_age_and_failed(some)) for name, some in groups.items()]
    return {"column": column, "rows": sorted(lines, key=lambda line: -line[1])}


def _age_and_failed(rows: list[dict]) -> tuple[str, float]:
    ages = [row["age"] for row in rows if row["age"] is not None]
    return f"{np.median(ages):.0f}" if ages else "–", sum(bool(row["failed"]) for row in rows) / len(rows)


def _samples(folder: Path, measured: list[dict], settings: ExploreSettings) -> list[dict]:
    """Random pictures, ordered by age."""
    count = min(settings.samples, len(measured))
    chosen = np.random.default_rng(settings.seed).choice(len(measured), count, replace=False)
    rows = sorted((measured[k] for k in chosen), key=lambda row: row["age"] if row["age"] is not None else -1)
    return [{**row, "image": data_uri(read_pixels(folder / row["filename"]), _THUMBNAIL)} for row in rows]
