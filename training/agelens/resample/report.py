"""report.html of a resampling: the groups, both distributions against the target, copies beside their originals."""

from pathlib import Path

from agelens.data.pictures import read_pixels
from agelens.report.chapter import Tile, data_url
from agelens.report.drawing import save_png, svg_of
from agelens.report.page import write_page
from agelens.resample.charts import difference_chart, shares_chart
from agelens.resample.target import Target
from agelens.resample.validate import Resampled, Validation
from agelens.resample.write_picture import name_of

_THUMBNAIL = 112
_SAMPLES = 24


def write_report(out: Path, folder: Path, target: Target, found: Resampled, made: list[tuple[str, int]]) -> None:
    """Write report.html, and its charts as PNG files into plots/; `made` lists (original, copy's number)."""
    charts = {
        "shares": shares_chart(target, found.quota.current, found.result),
        "differences": difference_chart(target, found.quota.difference),
    }
    for name, figure in charts.items():
        save_png(figure, out / "plots" / f"{name}.png")
    quota = found.quota
    columns = (target.shares, quota.required, quota.current, quota.difference, found.result)
    write_page(
        out / "report.html",
        "resample.html.j2",
        kind="AgeLens resampling report",
        title=folder.resolve().name,
        lead=_lead(found),
        figures=_figures(found),
        charts={name: svg_of(figure, f"{name.capitalize()} per age group") for name, figure in charts.items()},
        groups=list(zip(target.names, *columns, strict=True)),
        validation=[("before", found.before), ("after", found.after)],
        samples=_samples(folder, out / "pictures", [entry for entry in made if entry[1] > 0]),
    )


def _lead(found: Resampled) -> str:
    added = int(found.quota.difference.clip(min=0).sum())
    left_out = int(-found.quota.difference.clip(max=0).sum())
    return f"{added:,} augmented copies were added and {left_out:,} pictures left out, group by group."


def _figures(found: Resampled) -> list[tuple[str, str, str]]:
    before, after = found.before, found.after
    return [
        ("Largest deviation", _points(after), f"in {after.group}; {_points(before)} before, in {before.group}"),
        ("Pictures", f"{after.pictures:,}", f"{before.pictures:,} before"),
        ("p-value of chi-square", f"{after.p_value:.3g}", f"{before.p_value:.3g} before"),
    ]


def _points(validation: Validation) -> str:
    return f"{abs(validation.largest_deviation):.2g} pp"


def _samples(folder: Path, pictures: Path, copies: list[tuple[str, int]]) -> list[Tile]:
    """Originals and copies, evenly spread over the list, which is in the order of the names."""
    step = max(len(copies) // _SAMPLES, 1)
    return [
        Tile(((_image(folder / name), "original"), (_image(pictures / name_of(name, copy)), "copy")))
        for name, copy in copies[::step][:_SAMPLES]
    ]


def _image(path: Path) -> str:
    return data_url(read_pixels(path), _THUMBNAIL)
