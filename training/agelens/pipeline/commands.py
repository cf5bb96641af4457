"""The command `pipeline`."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def pipeline(
    context: typer.Context,
    config: Annotated[Path, typer.Argument(help="TOML file, see training/configs/pipeline.toml")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only say what would run, with the commands")] = False,
) -> None:
    """From a folder of pictures to a published model; only what changed since the last time runs."""
    from agelens.pipeline.run import run_pipeline
    from agelens.pipeline.settings import read_pipeline

    command_line = context.find_root().command
    run_pipeline(read_pipeline(config), dry_run, lambda words: command_line.main(words, standalone_mode=False))
