"""The command `split`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from agelens.options import AllowLosses, Classes, Columns, Jobs, LabelTable, Pictures, Scheduler, Settings

app = typer.Typer()


@app.command()
def split(
    pictures: Pictures,
    data: Annotated[Path, typer.Option("--data", help="working folder to write")],
    labels: LabelTable = None,
    columns: Columns = None,
    classes: Classes = None,
    config: Settings = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    seed: Annotated[int | None, typer.Option(help="seed of the shuffle")] = None,
    max_bits: Annotated[int | None, typer.Option(help="largest difference of near-duplicates' hashes")] = None,
    conflict_years: Annotated[int | None, typer.Option(help="near-duplicates further apart conflict")] = None,
    name: Annotated[str | None, typer.Option(help="what reports and cards call these pictures")] = None,
    licence: Annotated[str | None, typer.Option(help="under which the pictures are, for the card")] = None,
    about: Annotated[str | None, typer.Option(help="sentences for the card: how collected, how labelled")] = None,
    allow_losses: AllowLosses = None,
) -> None:
    """Split pictures 80:10:10, stratified by age, near-duplicates on one side."""
    from agelens.data.label_options import parse_classes, parse_columns
    from agelens.data.make_split import SplitSettings, make_split
    from agelens.settings import load_settings

    given: dict[str, Any] = {
        "jobs": jobs,
        "scheduler": scheduler,
        "seed": seed,
        "max_bits": max_bits,
        "conflict_years": conflict_years,
    }
    given |= {"name": name, "licence": licence, "about": about, "allow_losses": allow_losses}
    given |= {"columns": parse_columns(columns), "classes": parse_classes(classes)}
    make_split(pictures, data, labels, load_settings(SplitSettings, config, **given))
