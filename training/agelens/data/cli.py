"""Commands over a whole data set: they run on all cores or on a Dask cluster, and go on where they were stopped."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()

Pictures = Annotated[Path, typer.Argument(help="folder with pictures, searched with the folders inside it")]
Out = Annotated[Path, typer.Option("--out", help="folder to write")]
Config = Annotated[Path | None, typer.Option("--config", help="TOML file, see training/configs")]
LabelTable = Annotated[
    Path | None, typer.Option("--labels", help="CSV with filename, age[, gender, ethnicity] instead of file names")
]
Keypoints = Annotated[Path | None, typer.Option("--keypoints", help="keypoints.csv; left out: a picture is a face")]
Template = Annotated[Path | None, typer.Option("--template", help="template.json; left out: the published model's")]
Jobs = Annotated[int | None, typer.Option("--jobs", help="worker processes, 0 for all cores", min=0)]
Scheduler = Annotated[str | None, typer.Option("--scheduler", help="Dask scheduler instead, tcp://host:8786")]


@app.command()
def explore(
    pictures: Pictures,
    out: Out,
    labels: LabelTable = None,
    keypoints: Keypoints = None,
    template: Template = None,
    config: Config = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    samples: Annotated[int | None, typer.Option(help="faces in the sample grid", min=0)] = None,
) -> None:
    """Measure every picture: tables (CSV, Parquet), broken files, histograms, a sample grid, one HTML report."""
    from agelens.explore.run import explore as run
    from agelens.explore.run import open_faces
    from agelens.explore.settings import ExploreSettings
    from agelens.settings import load_settings

    settings = load_settings(ExploreSettings, config, jobs=jobs, scheduler=scheduler, samples=samples)
    counts = run(open_faces(pictures, labels, keypoints, template), out, settings)
    print(", ".join(f"{count:,} {status}" for status, count in counts.items()) + f"; see {out / 'report.html'}")


@app.command()
def enhance(
    pictures: Pictures,
    out: Out,
    labels: LabelTable = None,
    keypoints: Keypoints = None,
    template: Template = None,
    config: Config = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    rounds: Annotated[int | None, typer.Option(help="how often a picture may be repaired")] = None,
) -> None:
    """Repair pictures with the app's filters until they meet its standards: OUT/pictures and a before/after report."""
    from agelens.enhance.run import enhance as run
    from agelens.enhance.settings import EnhanceSettings
    from agelens.explore.run import open_faces
    from agelens.settings import load_settings

    settings = load_settings(EnhanceSettings, config, jobs=jobs, scheduler=scheduler, rounds=rounds)
    counts = run(open_faces(pictures, labels, keypoints, template), out, settings)
    print(", ".join(f"{count:,} {status}" for status, count in counts.items()) + f"; see {out / 'report.html'}")
