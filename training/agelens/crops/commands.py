"""Commands from keypoints to crops."""

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
    margin: Annotated[int, typer.Option(help="pixels around the frame, room for augmentation", min=0)] = 16,
) -> None:
    """Cut all pictures out along the template into one array."""
    from agelens.crops.make import make_crops

    make_crops(pictures, keypoints, data, size, margin)
