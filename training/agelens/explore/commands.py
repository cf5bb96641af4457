"""The command `explore`."""

from typing import Annotated, Any

import typer

from agelens.options import (
    Classes,
    Columns,
    Jobs,
    LabelTable,
    MaybeKeypoints,
    MaybeTemplate,
    OutFolder,
    Pictures,
    Scheduler,
    Settings,
)

app = typer.Typer()


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
    from agelens.explore.faces import open_faces
    from agelens.explore.run import explore as run
    from agelens.explore.settings import ExploreSettings
    from agelens.jobs.run import summary
    from agelens.settings import load_settings

    given: dict[str, Any] = {"jobs": jobs, "scheduler": scheduler, "samples": samples}
    given |= {"columns": parse_columns(columns), "classes": parse_classes(classes)}
    settings = load_settings(ExploreSettings, config, **given)
    counts = run(open_faces(pictures, labels, settings.reading(), keypoints, template), out, settings)
    print(summary(counts, out / "report.html"))
