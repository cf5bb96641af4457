"""Commands on an exported network: its files, their bytes, what the browser reproduces, its card."""

from pathlib import Path
from typing import Annotated

import typer

from agelens.options import Data, Export, Keypoints, OutFile, OutFolder, Run

app = typer.Typer()


@app.command()
def export(run: Run, out: OutFolder) -> None:
    """Write weights, spec and export.json of an evaluated run."""
    from agelens.export.bundle import export as export_run

    content = export_run(run, out)
    print(f"{out}: {content['id']}, {content['parameters']:,} parameters")


@app.command()
def precision(export: Export, data: Data) -> None:
    """Measure the network with weights of fewer bits and choose the smallest download that costs next to nothing."""
    from agelens.export.measure_precision import measure_precisions

    content = measure_precisions(export, data)
    for name, found in content["variants"].items():
        figures = ", ".join(f"{key} {value:,}" for key, value in found.items())
        print(f"{name}{' (chosen)' if name == content['chosen'] else ''}: {figures}")


@app.command()
def parity(
    export: Export,
    images: Annotated[Path, typer.Option("--images", help="folder with the pictures that keypoints.csv lists")],
    keypoints: Keypoints,
    out: OutFile,
) -> None:
    """Write what the browser has to reproduce: pictures, crops, posteriors, readings."""
    from agelens.export.parity import write_parity

    print(f"{out}: {write_parity(export, images, keypoints, out)} pictures")


@app.command()
def card(
    export: Export,
    out: OutFile,
    failures: Annotated[
        Path | None, typer.Option(help="text file of known failures that people saw, one in each line")
    ] = None,
) -> None:
    """Write the model card of an exported network."""
    from agelens.export.card import write_card

    write_card(export, out, failures)
