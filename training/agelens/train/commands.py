"""The command `train`."""

from pathlib import Path
from typing import Annotated

import typer

from agelens.options import Configuration, Data

app = typer.Typer()


@app.command()
def train(
    config: Configuration,
    data: Data,
    run: Annotated[Path, typer.Option("--run", help="folder for checkpoints and logs; an old one is continued")],
    epochs: Annotated[int | None, typer.Option(help="instead of the configuration's number", min=1)] = None,
    init: Annotated[
        str | None, typer.Option("--init", help="fine-tune: a published model's id, or the best.pt of an earlier run")
    ] = None,
) -> None:
    """Train a network; continues where the run folder's last checkpoint stands."""
    from agelens.config import read_config
    from agelens.train.loop import train_with_teachers

    if not train_with_teachers(read_config(config).with_epochs(epochs).with_start(init), data, run):
        raise typer.Exit(130)
