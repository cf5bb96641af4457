"""The command `enhance`."""

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
    from agelens.explore.faces import open_faces
    from agelens.jobs.run import summary
    from agelens.settings import load_settings

    given: dict[str, Any] = {"jobs": jobs, "scheduler": scheduler, "rounds": rounds}
    given |= {"columns": parse_columns(columns), "classes": parse_classes(classes)}
    settings = load_settings(EnhanceSettings, config, **given)
    counts = run(open_faces(pictures, labels, settings.reading(), keypoints, template), out, settings)
    print(summary(counts, out / "report.html"))
