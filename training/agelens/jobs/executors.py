"""Where jobs run: in this process, on this machine's cores, or on a Dask cluster."""

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Protocol

from agelens.errors import AgeLensError
from agelens.optional import require_package

Job = Callable[[Any], Any]


class Executor(Protocol):
    """Runs a picklable function over items; results come in the order in which they are finished."""

    def run(self, function: Job, items: Sequence[Any]) -> Iterator[Any]: ...


class Here:
    """One item after the other in this process."""

    def run(self, function: Job, items: Sequence[Any]) -> Iterator[Any]:
        return map(function, items)


class Processes:
    """`jobs` worker processes; a few items wait for each, so that memory does not grow with the data set."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def run(self, function: Job, items: Sequence[Any]) -> Iterator[Any]:
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_prepare_worker)
        left = iter(items)
        try:
            running = {pool.submit(function, item) for item in islice(left, 3 * self._jobs)}
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                running |= {pool.submit(function, item) for item in islice(left, len(done))}
                yield from (future.result() for future in done)
        except BrokenProcessPool as error:
            raise AgeLensError(
                "A worker process was ended from outside, most likely for lack of memory; what is done is kept: run "
                "the command again with fewer --jobs."
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _prepare_worker() -> None:
    """One thread per process, told before the libraries are imported; Ctrl-C is answered by the parent alone.

    A worker whose parent was killed would wait for work for ever: it ends as soon as the parent is gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENCV_FOR_THREADS_NUM"), "1"))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


class DaskCluster:
    """Workers of a Dask cluster; they must have this package and see the same paths."""

    def __init__(self, address: str) -> None:
        self._address = address

    def run(self, function: Job, items: Sequence[Any]) -> Iterator[Any]:
        distributed = require_package("distributed", "dask", "--scheduler")
        try:
            client = distributed.Client(self._address, timeout="10s")
        except (OSError, ValueError) as error:
            raise AgeLensError(f"No Dask scheduler answers at {self._address}; check --scheduler.") from error
        with client:
            waiting = distributed.as_completed(client.map(function, items, pure=False), with_results=True)
            for future, result in waiting:
                yield result
                future.release()


def executor(jobs: int, scheduler: str | None) -> Executor:
    """The executor for `--jobs` (0: all cores) and `--scheduler` (a Dask address such as tcp://host:8786)."""
    if scheduler:
        return DaskCluster(scheduler)
    workers = jobs or os.cpu_count() or 1
    return Here() if workers == 1 else Processes(workers)
