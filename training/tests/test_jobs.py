"""Jobs run once each, wherever they run, and go on where a kill left them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import distributed
import pytest

from agelens.errors import AgeLensError
from agelens.jobs.journal import Journal
from agelens.jobs.run import Where, run_jobs

NAMES = {f"{n:03}": n for n in range(70)}

# Slow enough to be killed in the middle, and a witness of every item that was done and of who did it.
SLOW = """
import os, sys, time
from pathlib import Path
from agelens.jobs.run import Where, run_jobs

def job(name, number):
    with Path(sys.argv[2]).open("a") as file:
        file.write(f"{name} {os.getpid()}\\n")
    time.sleep(0.02)
    return {"square": number**2}

if __name__ == "__main__":
    items = {f"{n:03}": n for n in range(200)}
    run_jobs(job, items, Path(sys.argv[1]), "settings", Where(jobs=int(sys.argv[3])), "working")
"""


def square(name: str, number: int) -> dict:
    """A job for the workers."""
    return {"name": name, "square": number**2}


def die(name: str, number: int) -> dict:
    """A job that ends its process as the system does when memory runs out."""
    if number == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    return square(name, number)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order_and_only_once(tmp_path: Path, jobs: int) -> None:
    journal = tmp_path / "journal.jsonl"
    results = run_jobs(square, NAMES, journal, "a", Where(jobs), "squares")
    assert [r["square"] for r in results] == [n**2 for n in range(70)]
    assert run_jobs(die, NAMES, journal, "a", Where(1), "squares") == results


def test_a_dask_cluster_gives_the_same(tmp_path: Path) -> None:
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        where = Where(scheduler=cluster.scheduler_address)
        results = run_jobs(square, NAMES, tmp_path / "journal.jsonl", "a", where, "squares")
    assert [r["square"] for r in results] == [n**2 for n in range(70)]


def test_no_scheduler_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("timed out")

    monkeypatch.setattr(distributed, "Client", refuse)
    with pytest.raises(AgeLensError, match=r"No Dask scheduler answers at tcp://nowhere:1; check --scheduler"):
        run_jobs(square, NAMES, tmp_path / "journal.jsonl", "a", Where(scheduler="tcp://nowhere:1"), "squares")


def test_a_worker_that_dies_is_one_sentence_and_what_is_done_is_kept(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    with pytest.raises(AgeLensError, match="lack of memory; what is done is kept"):
        run_jobs(die, NAMES, journal, "a", Where(2), "squares")
    kept = len(Journal(journal, "a").results)
    assert kept % 16 in (0, 70 % 16)
    assert len(run_jobs(square, NAMES, journal, "a", Where(1), "squares")) == 70


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_job_goes_on_after_its_last_batch(tmp_path: Path, jobs: int) -> None:
    script, journal, witness = tmp_path / "slow.py", tmp_path / "journal.jsonl", tmp_path / "witness"
    script.write_text(SLOW)
    command = [sys.executable, str(script), str(journal), str(witness), str(jobs)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _wait(lambda: journal.is_file() and len(journal.read_text().splitlines()) >= 40)
    process.kill()
    process.wait()
    workers = {int(line.split()[1]) for line in witness.read_text().splitlines()}
    _wait(lambda: not any(_is_alive(worker) for worker in workers))
    command[-1] = "1"
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    done = [line.split()[0] for line in witness.read_text().splitlines()]
    assert set(done) == {f"{n:03}" for n in range(200)}
    assert len(done) - 200 <= 2 * 16 * jobs
    assert len(journal.read_text().splitlines()) == 201


def _wait(condition: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def _is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def test_a_line_cut_short_is_dropped(tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    Journal(journal, "a").add({"x": {"n": 1}, "y": {"n": 2}})
    journal.write_bytes(journal.read_bytes()[:-5])
    again = Journal(journal, "a")
    assert again.results == {"x": {"n": 1}}
    again.add({"y": {"n": 2}})
    assert [json.loads(line)[0] for line in journal.read_text().splitlines()[1:]] == ["x", "y"]


def test_other_settings_are_refused(tmp_path: Path) -> None:
    Journal(tmp_path / "journal.jsonl", "a")
    with pytest.raises(AgeLensError, match=r"journal\.jsonl was begun with other settings"):
        Journal(tmp_path / "journal.jsonl", "b")
