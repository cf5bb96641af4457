"""The command `keypoints`."""

from typing import Annotated

import typer

from agelens.options import Jobs, OutFile, Pictures, Scheduler

app = typer.Typer()


@app.command()
def keypoints(
    pictures: Pictures,
    out: OutFile,
    aligned: Annotated[bool, typer.Option("--aligned", help="tight face crops: padded before the search")] = False,
    thorough: Annotated[bool, typer.Option("--thorough", help="search tiles too, for small faces")] = False,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
) -> None:
    """Find the central face of every picture with the app's detector: box and six keypoints as CSV."""
    from agelens.detect.keypoints import write_keypoints
    from agelens.jobs.run import Where, summary

    counts = write_keypoints(pictures, out, aligned, thorough, Where(jobs or 0, scheduler))
    print(summary(counts, out))
