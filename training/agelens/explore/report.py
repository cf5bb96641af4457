"""report.html: figures, histograms, what fails, what is broken, and a grid of samples."""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from markupsafe import Markup

from agelens.data.pictures import read_pixels
from agelens.explore.charts import age_chart, metric_charts, title_of
from agelens.explore.faces import Faces
from agelens.explore.settings import ExploreSettings
from agelens.explore.table import METRICS
from agelens.jobs.run import NO_FACE, OK
from agelens.quality.verdict import read_checks
from agelens.report.chapter import Tile, data_url, titled
from agelens.report.drawing import save_png, svg_of
from agelens.report.page import write_page

_THUMBNAIL = 112
_LISTED = 50


def write_report(
    out: Path, faces: Faces, rows: list[dict[str, Any]], broken: list[tuple[str, str]], settings: ExploreSettings
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
        groups=[_shares(measured, "gender"), _shares(measured, "ethnicity")] if measured else [],
        broken=broken[:_LISTED],
        broken_count=len(broken),
        malformed=faces.labels.malformed[:_LISTED],
        malformed_count=len(faces.labels.malformed),
        undetected=[(row["filename"],) for row in rows if row["status"] == NO_FACE][:_LISTED],
        undetected_count=sum(row["status"] == NO_FACE for row in rows),
        samples=_samples(faces.folder, measured, settings),
    )


def _lead(rows: list[dict[str, Any]], measured: list[dict[str, Any]]) -> str:
    good = sum(not row["failed"] for row in measured)
    share = good / len(measured) if measured else 0
    return (
        f"{len(rows):,} pictures, {len(measured):,} of them measured on the 128×128 crop that a network sees. "
        f"{good:,} ({100 * share:.0f} %) meet every standard of the app."
    )


def _figures(
    rows: list[dict[str, Any]], measured: list[dict[str, Any]], broken: list[Any], faces: Faces
) -> list[tuple[str, str, str]]:
    ages = [row["age"] for row in rows if row["age"] is not None]
    spread = f"{min(ages)}–{max(ages)}" if ages else "–"
    return [
        ("Pictures", f"{len(rows):,}", ""),
        ("Years of age", spread, f"median {np.median(ages):.0f}" if ages else ""),
        ("Fail a standard", f"{sum(bool(row['failed']) for row in measured):,}", ""),
        ("Broken", f"{len(broken):,}", ""),
        ("Without a readable label", f"{len(faces.labels.malformed):,}", ""),
    ]


def _ages(rows: list[dict[str, Any]], out: Path) -> Markup | None:
    ages = np.array([row["age"] for row in rows if row["age"] is not None], int)
    if not len(ages):
        return None
    figure = age_chart(ages)
    save_png(figure, out / "plots" / "age.png")
    return svg_of(figure, f"Pictures per year of age, {ages.min()} to {ages.max()}")


def _charts(measured: list[dict[str, Any]], out: Path) -> list[tuple[Markup, Markup]]:
    """Captions and drawings."""
    if not measured:
        return []
    charts = []
    for metric, figure in metric_charts({m: np.array([row[m] for row in measured]) for m in METRICS}).items():
        save_png(figure, out / "plots" / f"{metric}.png")
        median = f"median {np.median([row[metric] for row in measured]):.3g}"
        title = title_of(metric)[0]
        charts.append((titled(title, median), svg_of(figure, f"{title} of all pictures, {median}")))
    return charts


def _checks(measured: list[dict[str, Any]]) -> list[tuple[str, str, int, float]]:
    """Check, its rule, how many pictures fail it and which share."""
    failed = Counter(name for row in measured for name in row["failed"].split())
    rules: dict[str, list[str]] = {}
    for entry in read_checks():
        rules.setdefault(entry["check"], []).append(f"{entry['metric']} {entry['direction']} {entry['limit']}")
    total = max(len(measured), 1)
    return [(name, " or ".join(rule), failed[name], failed[name] / total) for name, rule in rules.items()]


def _shares(measured: list[dict[str, Any]], column: str) -> dict[str, Any]:
    """Per group: pictures, share, median age, share that fails a standard."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in measured:
        groups.setdefault(row[column] or "unknown", []).append(row)
    lines = [(name, len(some), len(some) / len(measured), *_age_and_failed(some)) for name, some in groups.items()]
    return {"title": column.capitalize(), "rows": sorted(lines, key=lambda line: -line[1])}


def _age_and_failed(rows: list[dict[str, Any]]) -> tuple[str, float]:
    ages = [row["age"] for row in rows if row["age"] is not None]
    return f"{np.median(ages):.0f}" if ages else "–", sum(bool(row["failed"]) for row in rows) / len(rows)


def _samples(folder: Path, measured: list[dict[str, Any]], settings: ExploreSettings) -> list[Tile]:
    """Random pictures, ordered by age."""
    count = min(settings.samples, len(measured))
    chosen = np.random.default_rng(settings.seed).choice(len(measured), count, replace=False)
    rows = sorted((measured[k] for k in chosen), key=lambda row: row["age"] if row["age"] is not None else -1)
    return [_tile(folder, row) for row in rows]


def _tile(folder: Path, row: dict[str, Any]) -> Tile:
    image = (data_url(read_pixels(folder / row["filename"]), _THUMBNAIL), row["filename"])
    words = [word for word in (row["gender"], row["failed"]) if word]
    return Tile((image,), "" if row["age"] is None else str(row["age"]), "\n".join(words))
