"""The command `agelens table`."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()
_TRAINING = Path(__file__).parents[2]


@app.command()
def table(
    models: Annotated[Path, typer.Option(help="the app's folder of models")] = _TRAINING.parent / "public/models",
    times: Annotated[Path, typer.Option(help="file of `npm run time:models`")] = _TRAINING / "parity/times.json",
    readme: Annotated[Path, typer.Option(help="Markdown file with the markers")] = _TRAINING / "README.md",
) -> None:
    """Write the table of all published models into training/README.md."""
    from agelens.table.document import replace_between_markers, to_markdown
    from agelens.table.rows import read_rows

    rows = read_rows(models, times)
    replace_between_markers(readme, to_markdown(rows))
    print(f"{readme}: {len(rows)} models")
