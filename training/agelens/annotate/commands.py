"""The command `predict`."""

from pathlib import Path
from typing import Annotated

import typer

from agelens.options import MaybeExport, ModelId

app = typer.Typer()


@app.command()
def predict(
    image: Annotated[Path, typer.Argument(help="a picture with one or more faces")],
    out: Annotated[Path, typer.Option("--out", help="the annotated picture to write, .png, .jpg or .webp")],
    model: ModelId = None,
    export: MaybeExport = None,
    json: Annotated[Path | None, typer.Option("--json", help="file for boxes and ages as JSON")] = None,
) -> None:
    """Draw every face's age, with the interval that it most likely lies in, on a picture."""
    from agelens.annotate.run import predict as run

    for reading in run(image, out, export, model, json):
        print(f"{reading.years:.1f} years ({reading.low:.0f} to {reading.high:.0f})")
    print(f"see {out}")
