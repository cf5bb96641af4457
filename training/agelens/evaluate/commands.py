"""The commands `evaluate` and `test-set`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from agelens.errors import AgeLensError
from agelens.options import AllowLosses, Classes, Columns, Data, FrameSize, Keypoints, OutFolder, Pictures

app = typer.Typer()


@app.command()
def evaluate(
    data: Data,
    run: Annotated[Path | None, typer.Argument(help="folder that `agelens train` wrote")] = None,
    model: Annotated[str | None, typer.Option("--model", help="id of a published model instead, with --out")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="folder to write, of a published model")] = None,
    on: Annotated[
        list[Path] | None,
        typer.Option("--on", help="further data set to measure on: a folder of `agelens test-set` or with a split"),
    ] = None,
) -> None:
    """Calibrate on the validation part, measure on the test part: RUN/evaluation with JSON, CSV and an HTML report.

    A published model is measured with the calibration that it was published with.
    """
    if run is not None and model is None and out is None:
        from agelens.evaluate.run import evaluate as measure

        _report(measure(run, data, on or []), run / "evaluation")
    elif run is None and model is not None and out is not None:
        from agelens.evaluate.published import evaluate_published

        _report(evaluate_published(model, data, on or [], out), out)
    else:
        raise AgeLensError("Name a RUN, or a published --model and the folder to write, --out.")


def _report(content: dict[str, Any], out: Path) -> None:
    from agelens.report.numbers import interval_text, number

    metrics = content["metrics"]
    overall = metrics["overall"]
    shown = ("mae", "bias", "cs5", "coverage") if "mae" in overall else ("accuracy", "f1", "auc")
    known = {key: overall[key] for key in shown if overall[key]}
    parts = [f"{key} {number(one['value'], key)} ({interval_text(one, key)})" for key, one in known.items()]
    print(f"{metrics['set']}, {overall['n']:,} pictures: {', '.join(parts)}; see {out / 'report.html'}")


@app.command("test-set")
def test_set(
    pictures: Pictures,
    labels: Annotated[Path, typer.Option("--labels", help="CSV: filename, age or age_group, gender, ethnicity")],
    keypoints: Keypoints,
    out: OutFolder,
    template: Annotated[
        Path | None, typer.Option("--template", help="template.json that the networks were trained with")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", help="published model whose template it is; without both the default"),
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="the data set's name in reports")] = None,
    size: FrameSize = 128,
    columns: Columns = None,
    classes: Classes = None,
    allow_losses: AllowLosses = None,
) -> None:
    """Cut the faces of another data set out along a template, to measure networks on it."""
    from agelens.data.label_options import parse_classes, parse_columns
    from agelens.data.label_table import Reading
    from agelens.evaluate.foreign import make_test_set, template_of

    reading = Reading(parse_columns(columns) or {}, parse_classes(classes) or {})
    called, allowed = name or pictures.name, bool(allow_losses)
    print(make_test_set(pictures, labels, keypoints, template_of(template, model), out, called, size, reading, allowed))
