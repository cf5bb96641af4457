"""The command line: `agelens COMMAND --help` explains each step from pictures to an exported network."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from agelens.analyse import commands as analysis
from agelens.data.cli import app as data_commands
from agelens.errors import AgeLensError
from agelens.evaluate import commands as evaluation
from agelens.options import Configuration, Data, Export, FrameSize, Keypoints, OutFile, OutFolder, Pictures, Run
from agelens.pipeline.cli import app as pipeline_command
from agelens.portable import commands as portable
from agelens.predict.cli import app as predict_command
from agelens.table.cli import app as table_command
from agelens.tune.cli import app as tune

# Read when torch is first imported: threads that spin while they wait make a busy machine several times slower.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
app.add_typer(data_commands)
app.add_typer(predict_command)
app.add_typer(pipeline_command)
app.add_typer(tune, name="tune")
app.add_typer(table_command)


@app.command()
def template(
    keypoints: Keypoints,
    data: Data,
    zoom: Annotated[float, typer.Option(help="above 1: a crop tighter than the picture", min=0.1)] = 1.0,
    max_residual: Annotated[float, typer.Option(help="largest plausible RMS residual in crop sides", min=0)] = 0.1,
) -> None:
    """Measure the alignment template: the median keypoints over all pictures."""
    from agelens.commands import make_template

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
    from agelens.commands import make_crops

    make_crops(pictures, keypoints, data, size, margin)


@app.command()
def train(
    config: Configuration,
    data: Data,
    run: Annotated[Path, typer.Option("--run", help="folder for checkpoints and logs; an old one is continued")],
    epochs: Annotated[int | None, typer.Option(help="instead of the configuration's number", min=1)] = None,
) -> None:
    """Train a network; continues where the run folder's last checkpoint stands."""
    from agelens.commands import run_training

    if not run_training(config, data, run, epochs):
        raise typer.Exit(130)


@app.command()
def export(run: Run, out: OutFolder) -> None:
    """Write weights, spec and export.json of an evaluated run."""
    from agelens.export.bundle import export as export_run

    content = export_run(run, out)
    print(f"{out}: {content['id']}, {content['parameters']:,} parameters")


@app.command()
def precision(export: Export, data: Data) -> None:
    """Measure the network with weights of fewer bits and choose the smallest download that costs next to nothing."""
    from agelens.export.measure_precision import measure_precisions

    content = measure_precisions(export, data)
    for name, found in content["variants"].items():
        figures = ", ".join(f"{key} {value:,}" for key, value in found.items())
        print(f"{name}{' (chosen)' if name == content['chosen'] else ''}: {figures}")


@app.command()
def parity(
    export: Export,
    images: Annotated[Path, typer.Option("--images", help="folder with the pictures that keypoints.csv lists")],
    keypoints: Keypoints,
    out: OutFile,
) -> None:
    """Write what the browser has to reproduce: pictures, crops, posteriors, readings."""
    from agelens.export.parity import write_parity

    print(f"{out}: {write_parity(export, images, keypoints, out)} pictures")


@app.command()
def card(
    export: Export,
    out: OutFile,
    failures: Annotated[
        Path | None, typer.Option(help="text file of known failures that people saw, one in each line")
    ] = None,
) -> None:
    """Write the model card of an exported network."""
    from agelens.export.card import write_card

    write_card(export, out, failures)


@app.command("plot-repair")
def plot_repair(
    results: Annotated[Path, typer.Argument(help="results.json that `npm run prove:repair` wrote")],
    out: OutFolder,
) -> None:
    """Draw the error before and after repair, and against each quality metric."""
    from agelens.repair.plots import plot_repair as draw

    for path in draw(results, out):
        print(path)


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


evaluation.add_to(app)
analysis.add_to(app)
portable.add_to(app)


_NO_MEMORY = "There is not enough memory; use fewer --jobs, a smaller batch or a machine with more."


def main() -> None:
    """Entry point: prints errors meant for the user as one sentence."""
    try:
        app()
    except AgeLensError as error:
        _fail(str(error), 1)
    except MemoryError:
        _fail(_NO_MEMORY, 1)
    except RuntimeError as error:
        if "can't allocate memory" not in str(error):
            raise
        _fail(_NO_MEMORY, 1)
    except OSError as error:
        _fail(f"{error.filename or 'The system'}: {error.strerror or error}.", 1)


def _fail(sentence: str, code: int) -> None:
    print(f"agelens: {sentence}", file=sys.stderr)
    sys.exit(code)
