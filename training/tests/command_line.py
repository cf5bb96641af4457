"""The command line as people meet it, without a process of its own."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout

from typer.testing import CliRunner

from agelens import cli


def agelens(*words: object) -> str:
    """Run a command that has to succeed; returns what it prints."""
    result = CliRunner().invoke(cli.app, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def complaint_of(*words: object) -> str:
    """Run a command that has to fail with 1 and one sentence; returns the sentence."""
    out, err, before = io.StringIO(), io.StringIO(), sys.argv
    sys.argv = ["agelens", *(str(word) for word in words)]
    code: object = None
    try:
        with redirect_stdout(out), redirect_stderr(err):
            cli.main()
    except SystemExit as stopped:
        code = stopped.code
    finally:
        sys.argv = before
    said = [line for line in err.getvalue().splitlines() if line.startswith("agelens: ")]
    assert code == 1, (code, out.getvalue(), err.getvalue())
    assert len(said) == 1
    assert said[0].endswith(".")
    return said[0].removeprefix("agelens: ")
