"""Commands over a whole data set: they run on all cores or on a Dask cluster, and go on where they were stopped."""

from pathlib import Path
from typing import Annotated

import typer

from agelens.options import (
    AllowLosses,
    Classes,
    Columns,
    Jobs,
    LabelTable,
    MaybeKeypoints,
    MaybeTemplate,
    OutFile,
    OutFolder,
    Pictures,
    Scheduler,
    Settings,
)

app = typer.Typer()


@app.command()
def split(
    pictures: Pictures,
    data: Annotated[Path, typer.Option("--data", help="working folder to write")],
    labels: LabelTable = None,
    columns: Columns = None,
    classes: Classes = None,
    config: Settings = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    seed: Annotated[int | None, typer.Option(help="seed of the shuffle")] = None,
    max_bits: Annotated[int | None, typer.Option(help="largest difference of near-duplicates' hashes")] = None,
    conflict_years: Annotated[int | None, typer.Option(help="near-duplicates further apart conflict")] = None,
    name: Annotated[str | None, typer.Option(help="what reports and cards call these pictures")] = None,
    licence: Annotated[str | None, typer.Option(help="under which the pictures are, for the card")] = None,
    about: Annotated[str | None, typer.Option(help="sentences for the card: how collected, how labelled")] = None,
    allow_losses: AllowLosses = None,
) -> None:
    """Split pictures 80:10:10, stratified by age, near-duplicates on one side."""
    from agelens.data.label_options import parse_classes, parse_columns
    from agelens.data.make_split import SplitSettings, make_split
    from agelens.settings import load_settings

    given = {"jobs": jobs, "scheduler": scheduler, "seed": seed, "max_bits": max_bits, "conflict_years": conflict_years}
    given |= {"name": name, "licence": licence, "about": about, "allow_losses": allow_losses}
    given |= {"columns": parse_columns(columns), "classes": parse_classes(classes)}
    make_split(pictures, data, labels, load_settings(SplitSettings, config, **given))


@app.command()
def explore(
    pictures: Pictures,
    out: OutFolder,
    labels: LabelTable = None,
    columns: Columns = None,
    classes: Classes = None,
    keypoints: MaybeKeypoints = None,
    template: MaybeTemplate = None,
    config: Settings = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    samples: Annotated[int | None, typer.Option(help="faces in the sample grid", min=0)] = None,
) -> None:
    """Measure every picture: tables (CSV, Parquet), broken files, histograms, a sample grid, one HTML report."""
    from agelens.data.label_options import parse_classes, parse_columns
    from agelens.explore.run import explore as run
    from agelens.explore.run import open_faces
    from agelens.explore.settings import ExploreSettings
    from agelens.settings import load_settings

    given = {"jobs": jobs, "scheduler": scheduler, "samples": samples}
    given |= {"columns": parse_columns(columns), "classes": parse_classes(classes)}
    settings = load_settings(ExploreSettings, config, **given)
    counts = run(open_faces(pictures, labels, settings.reading(), keypoints, template), out, settings)
    _say(counts, out / "report.html")


@app.command()
def enhance(
    pictures: Pictures,
    out: OutFolder,
    labels: LabelTable = None,
    columns: Columns = None,
    classes: Classes = None,
    keypoints: MaybeKeypoints = None,
    template: MaybeTemplate = None,
    config: Settings = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    rounds: Annotated[int | None, typer.Option(help="how often a picture may be repaired")] = None,
) -> None:
    """Repair pictures with the app's filters until they meet its standards: OUT/pictures and a before/after report."""
    from agelens.data.label_options import parse_classes, parse_columns
    from agelens.enhance.run import enhance as run
    from agelens.enhance.settings import EnhanceSettings
    from agelens.explore.run import open_faces
    from agelens.settings import load_settings

    given = {"jobs": jobs, "scheduler": scheduler, "rounds": rounds}
    given |= {"columns": parse_columns(columns), "classes": parse_classes(classes)}
    settings = load_settings(EnhanceSettings, config, **given)
    counts = run(open_faces(pictures, labels, settings.reading(), keypoints, template), out, settings)
    _say(counts, out / "report.html")


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
    from agelens.resample.show import show
    from agelens.resample.target import read_target
    from agelens.settings import load_settings

    given = {"jobs": jobs, "scheduler": scheduler, "total": total, "max_copies": max_copies, "seed": seed}
    given |= {"allow_losses": allow_losses, "columns": parse_columns(columns), "classes": parse_classes(classes)}
    settings = load_settings(ResampleSettings, config, **given)
    wanted = read_target(target)
    known = read_known(pictures, labels, out, settings)
    found = run(pictures, plan_of(pictures, known, split), wanted, out, settings)
    if split:
        carry_split(split, out)
    show(wanted, found)
    print(f"see {out / 'report.html'}")


@app.command()
def keypoints(
    pictures: Pictures,
    out: OutFile,
    aligned: Annotated[bool, typer.Option("--aligned", help="tight face crops: padded before the search")] = False,
    thorough: Annotated[bool, typer.Option("--thorough", help="search tiles too, for small faces")] = False,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
) -> None:
    """Find the central face of every picture with the app's detector: box and six keypoints as CSV."""
    from agelens.detect.keypoints import write_keypoints
    from agelens.jobs.run import Where

    counts = write_keypoints(pictures, out, aligned, thorough, Where(jobs or 0, scheduler))
    _say(counts, out)


def _say(counts: dict[str, int], where: Path) -> None:
    print(", ".join(f"{count:,} {status}" for status, count in counts.items()) + f"; see {where}")
