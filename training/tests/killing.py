"""Commands that the system ends while they work, at a place that the test chooses: SIGKILL, as a power cut would."""

import importlib
import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

# The libraries are loaded once, by a process that forks the others off.
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(
    ["agelens.cli", "agelens.crops.make", "agelens.train.loop", "agelens.explore.run", "agelens.analyse.run"]
)


def kill_after(calls: int, place: str, *words: object, **constants: Any) -> None:
    """Run a command in a process of its own that is killed when the function at `place` has returned `calls` times.

    `place` is "module:name" or "module:Class.name"; `constants` are other values for names of that module.
    """
    process = _SERVER.Process(target=_run, args=(calls, place, [str(word) for word in words], constants))
    process.start()
    process.join(180)
    assert process.exitcode == -signal.SIGKILL, process.exitcode


def _run(calls: int, place: str, words: list[str], constants: dict[str, Any]) -> None:
    module, _, path = place.partition(":")
    *owner, name = path.split(".")
    loaded = importlib.import_module(module)
    for constant, value in constants.items():
        setattr(loaded, constant, value)
    target = getattr(loaded, owner[0]) if owner else loaded
    setattr(target, name, _deadly(getattr(target, name), calls))
    from agelens import cli

    with Path(os.devnull).open("w") as silence, redirect_stdout(silence), redirect_stderr(silence):
        cli.app(words, standalone_mode=False)


def _deadly(function: Callable, calls: int) -> Callable:
    left = [calls]

    def run(*args: Any, **kwargs: Any) -> Any:
        result = function(*args, **kwargs)
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return run
