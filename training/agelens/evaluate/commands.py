"""The commands `evaluate` and `test-set`."""

from pathlib import Path
from typing import Annotated

import typer

from agelens.options import AllowLosses, Classes, Columns, Data, FrameSize, Keypoints, OutFolder, Pictures, Run

app = typer.Typer()


@app.command()
def evaluate(
    run: Run,
    data: Data,
    on: Annotated[
        list[Path] | None,
        typer.Option("--on", help="further data set to measure on: a folder of `agelens test-set` or with a split"),
    ] = None,
) -> None:
    """Calibrate on the validation part, measure on the test part: RUN/evaluation with JSON, CSV and an HTML report."""
    from agelens.evaluate.run import evaluate as measure
    from agelens.report.numbers import interval_text, number

    metrics = measure(run, data, on or [])["metrics"]
    overall = metrics["overall"]
    shown = ("mae", "bias", "cs5", "coverage") if "mae" in overall else ("accuracy", "f1", "auc")
    known = {key: overall[key] for key in shown if overall[key]}
    parts = [f"{key} {number(one['value'], key)} ({interval_text(one, key)})" for key, one in known.items()]
    print(f"{metrics['set']}, {overall['n']:,} pictures: {', '.join(parts)}; see {run / 'evaluation' / 'report.html'}")


@app.command("test-set")
def test_set(
    pictures: Pictures,
    labels: Annotated[Path, typer.Option("--labels", help="CSV: filename, age or age_group, gender, ethnicity")],
    keypoints: Keypoints,
    template: Annotated[Path, typer.Option("--template", help="template.json that the networks were trained with")],
    out: OutFolder,
    name: Annotated[str | None, typer.Option("--name", help="the data set's name in reports")] = None,
    size: FrameSize = 128,
    columns: Columns = None,
    classes: Classes = None,
    allow_losses: AllowLosses = None,
) -> None:
    """Cut the faces of another data set out along a template, to measure networks on it."""
    from agelens.data.label_options import parse_classes, parse_columns
    from agelens.data.label_table import Reading
    from agelens.evaluate.foreign import make_test_set

    reading = Reading(parse_columns(columns) or {}, parse_classes(classes) or {})
    called, allowed = name or pictures.name, bool(allow_losses)
    print(make_test_set(pictures, labels, keypoints, template, out, called, size, reading, allowed))
