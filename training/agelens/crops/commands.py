"""Commands from keypoints to crops."""

from pathlib import Path
from typing import Annotated

import typer

from agelens.options import Data, FrameSize, Keypoints, Pictures

app = typer.Typer()


@app.command()
def template(
    keypoints: Keypoints,
    data: Data,
    zoom: Annotated[float, typer.Option(help="above 1: a crop tighter than the picture", min=0.1)] = 1.0,
    max_residual: Annotated[float, typer.Option(help="largest plausible RMS residual in crop sides", min=0)] = 0.1,
) -> None:
    """Measure the alignment template: the median keypoints over all pictures."""
    from agelens.crops.make import make_template

    make_template(keypoints, data, zoom, max_residual)


@app.command()
def crops(
    pictures: Pictures,
    keypoints: Keypoints,
    data: Data,
    size: FrameSize = 128,
    margin: Annotated[int, typer.Option(help="pixels around the frame, for augmentation", min=0)] = 16,
) -> None:
    """Cut all pictures out along the template into one array."""
    from agelens.crops.make import make_crops

    make_crops(pictures, keypoints, data, size, margin)


@app.command()
def join(
    out: Annotated[Path, typer.Argument(help="folder to write: every command takes it as --data")],
    sets: Annotated[list[str], typer.Argument(help="NAME=DATA for each set, with split and crops; the first leads")],
    max_bits: Annotated[int, typer.Option(help="largest difference of near-duplicates' hashes", min=0, max=32)] = 4,
) -> None:
    """Take several data sets as one: training learns from all of them, each is validated and measured on its own."""
    from agelens.crops.sets import join_sets, parse_sets

    joined = join_sets(parse_sets(sets), out, max_bits)
    for name, files in joined.left_out.items():
        print(f"{name}: {len(files):,} training pictures left out, near-duplicates of another set's held-out pictures")
