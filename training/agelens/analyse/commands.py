"""The command `analyse`."""

from typing import Annotated

import typer

from agelens.options import Data, Run

app = typer.Typer()


@app.command()
def analyse(
    run: Run,
    data: Data,
    pictures: Annotated[int, typer.Option(help="how many test pictures are damaged", min=10)] = 600,
    faces: Annotated[int, typer.Option(help="how many faces get heat maps", min=1)] = 8,
) -> None:
    """Error against damage, heat maps and the largest gaps between groups of an evaluated run: RUN/analysis."""
    from agelens.analyse.run import analyse as examine

    content = examine(run, data, pictures, faces)
    for gap in content["gaps"][:3]:
        print(f"{gap['title']}: {gap['most']} and {gap['least']} are {gap['difference']:.2f} apart")
    print(f"see {run / 'analysis' / 'report.html'}")
