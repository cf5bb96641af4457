"""Running a job over many items with a progress bar, resumably."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from agelens.jobs.executors import executor
from agelens.jobs.journal import Journal

# What became of a picture, in the results of jobs.
OK, BROKEN, NO_FACE = "ok", "broken", "no face"

_BATCH = 16


@dataclass(frozen=True)
class Where:
    """Worker processes (0: one per core), or the address of a Dask scheduler instead."""

    jobs: int = 0
    scheduler: str | None = None


def run_jobs(
    job: Callable[[str, Any], dict[str, Any]],
    items: Mapping[str, Any],
    journal: Path,
    settings: Any,
    where: Where,
    title: str,
) -> list[dict[str, Any]]:
    """Results of `job(name, payload)` for every item, in the items' order; what `journal` holds is not done again.

    `job` and the payloads travel to the workers and must be picklable; results must fit into JSON.
    """
    kept = Journal(journal, settings)
    left = [name for name in items if name not in kept.results]
    batches = [{name: items[name] for name in left[k : k + _BATCH]} for k in range(0, len(left), _BATCH)]
    with tqdm(desc=title, total=len(items), initial=len(items) - len(left), unit="picture") as bar:
        for results in executor(where.jobs, where.scheduler).run(partial(_batch, job), batches):
            kept.add(results)
            bar.update(len(results))
    return [kept.results[name] for name in items]


def _batch(job: Callable[[str, Any], dict[str, Any]], items: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {name: job(name, payload) for name, payload in items.items()}


def summary(counts: dict[str, int], where: Path) -> str:
    """Numbers of pictures by what became of them, and the file to look at, as one line."""
    return ", ".join(f"{count:,} {status}" for status, count in counts.items()) + f"; see {where}"
