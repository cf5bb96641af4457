"""The command line: `agelens COMMAND --help` explains each step from pictures to an exported network."""

import os
import sys

import typer

from agelens.analyse import commands as analyse
from agelens.annotate import commands as annotate
from agelens.crops import commands as crops
from agelens.data import commands as data
from agelens.detect import commands as detect
from agelens.enhance import commands as enhance
from agelens.errors import AgeLensError
from agelens.evaluate import commands as evaluate
from agelens.explore import commands as explore
from agelens.export import commands as export
from agelens.pipeline import commands as pipeline
from agelens.portable import commands as portable
from agelens.quality import commands as quality
from agelens.repair import commands as repair
from agelens.resample import commands as resample
from agelens.table import commands as table
from agelens.train import commands as train
from agelens.tune import commands as tune

# Read when torch is first imported: threads that spin while they wait make a busy machine several times slower.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

_PREPARATION = (data, explore, enhance, resample, detect, crops)
_LEARNING = (train, evaluate, analyse)
_PUBLICATION = (export, portable, table, quality, repair)

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
for commands in (*_PREPARATION, *_LEARNING, *_PUBLICATION, annotate, pipeline):
    app.add_typer(commands.app)
app.add_typer(tune.app, name="tune")

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
