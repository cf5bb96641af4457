"""The command `plot-repair`."""

from pathlib import Path
from typing import Annotated

import typer

from agelens.options import OutFolder

app = typer.Typer()


@app.command("plot-repair")
def plot_repair(
    results: Annotated[Path, typer.Argument(help="results.json that `npm run prove:repair` wrote")],
    out: OutFolder,
) -> None:
    """Draw the error before and after repair, and against each quality metric."""
    from agelens.repair.plots import plot_repair as draw

    for path in draw(results, out):
        print(path)
