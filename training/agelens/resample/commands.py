"""The command `resample`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from agelens.options import AllowLosses, Classes, Columns, Jobs, LabelTable, OutFolder, Pictures, Scheduler, Settings

if TYPE_CHECKING:
    from agelens.resample.target import Target
    from agelens.resample.validate import Resampled


app = typer.Typer()


@app.command()
def resample(
    pictures: Pictures,
    out: OutFolder,
    target: Annotated[Path, typer.Option("--target", help="CSV of age groups, see training/targets")],
    labels: LabelTable = None,
    columns: Columns = None,
    classes: Classes = None,
    split: Annotated[Path | None, typer.Option("--split", help="folder with split.csv: only its training part")] = None,
    config: Settings = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    total: Annotated[int | None, typer.Option(help="pictures in the result, 0 for as many as now", min=0)] = None,
    max_copies: Annotated[int | None, typer.Option(help="most copies of one picture", min=0)] = None,
    seed: Annotated[int | None, typer.Option(help="seed of choice and augmentation")] = None,
    allow_losses: AllowLosses = None,
) -> None:
    """Bring ages to a target distribution, up by augmentation, down at random: OUT/pictures, tables and a report."""
    from agelens.data.label_options import parse_classes, parse_columns
    from agelens.resample.run import carry_split, plan_of, read_known
    from agelens.resample.run import resample as run
    from agelens.resample.settings import ResampleSettings
    from agelens.resample.target import read_target
    from agelens.settings import load_settings

    given: dict[str, Any] = {
        "jobs": jobs,
        "scheduler": scheduler,
        "total": total,
        "max_copies": max_copies,
        "seed": seed,
    }
    given |= {"allow_losses": allow_losses, "columns": parse_columns(columns), "classes": parse_classes(classes)}
    settings = load_settings(ResampleSettings, config, **given)
    wanted = read_target(target)
    known = read_known(pictures, labels, out, settings)
    found = run(pictures, plan_of(pictures, known, split), wanted, out, settings)
    if split:
        carry_split(split, out)
    _show(wanted, found)
    print(f"see {out / 'report.html'}")


def _show(target: "Target", found: "Resampled") -> None:
    """Print required, current, difference and result per group, and the validation in one line."""
    from rich.console import Console
    from rich.table import Table

    table = Table("group", box=None, header_style="bold")
    for column in ("required", "current", "difference", "result"):
        table.add_column(column, justify="right")
    quota = found.quota
    for row in zip(target.names, quota.required, quota.current, quota.difference, found.result, strict=True):
        name, required, current, difference, result = row
        table.add_row(name, f"{required:,}", f"{current:,}", f"{difference:+,}", f"{result:,}")
    Console().print(table)
    after = found.after
    print(
        f"largest deviation {after.largest_deviation:+.3g} percentage points in {after.group}; chi-square "
        f"{after.chi_square:.4g} with {after.degrees_of_freedom} degrees of freedom, p = {after.p_value:.3g}"
    )
