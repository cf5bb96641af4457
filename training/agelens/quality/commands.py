"""The command `compare-metrics`."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()


@app.command("compare-metrics")
def compare_metrics(
    measured: Annotated[Path, typer.Argument(help="folder that `npm run measure` wrote")],
) -> None:
    """Compare the app's quality metrics with OpenCV's; fails where one is off by more than 1 %."""
    from agelens.quality.compare import TOLERANCE
    from agelens.quality.compare import compare_metrics as compare

    worst = compare(measured)
    for name, error in worst.items():
        print(f"{name}: {error:.1e}")
    if max(worst.values()) > TOLERANCE:
        raise typer.Exit(1)
