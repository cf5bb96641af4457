"""Running the stages whose settings, code or inputs changed since they last ran."""

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from agelens.errors import AgeLensError
from agelens.pipeline.hashing import FileHashes
from agelens.pipeline.record import Basis, Records, basis_of, why
from agelens.pipeline.settings import REPOSITORY, PipelineSettings
from agelens.pipeline.stage import NPM, Stage
from agelens.pipeline.stages import StagePlan

# Runs a command from its words; returns the exit status where it is not 0.
CommandLine = Callable[[list[str]], int | None]

_DETECTOR = REPOSITORY / "public/models/face-detector"


def run_pipeline(settings: PipelineSettings, dry_run: bool, agelens: CommandLine) -> list[tuple[str, str]]:
    """Run what has to run, or only say what would; returns every stage with what became of it.

    `agelens` runs one command of this package, given its words, in this process.

    Raises AgeLensError where a stage fails; what was finished before is kept, and the stage goes on next time.
    """
    hashes = FileHashes(settings.work / "pipeline" / "hashes.json")
    records = Records(settings.work / "pipeline")
    report: list[tuple[str, str]] = []
    for stage in StagePlan(settings).stages():
        open_ended = dry_run and any(outcome != "cached" for _, outcome in report)
        outcome = (
            _would_follow(stage, records)
            if open_ended
            else _visit(stage, records, hashes, settings.work, dry_run, agelens)
        )
        print(f"{stage.name:10} {outcome}" + (f"\n           {stage.command}" if dry_run else ""))
        report.append((stage.name, outcome))
        hashes.save()
    return report


def _would_follow(stage: Stage, records: Records) -> str:
    return "runs if what it reads comes out different" if records.read(stage) else "runs (never run)"


def _visit(stage: Stage, records: Records, hashes: FileHashes, work: Path, dry_run: bool, agelens: CommandLine) -> str:
    basis = basis_of(stage, hashes)
    record = records.read(stage)
    reason = why(stage, basis, record, hashes)
    if reason is None:
        return "cached"
    if dry_run:
        return f"runs ({reason})"
    print(f"{stage.name}: {reason}; {stage.command}")
    if reason != "interrupted":
        _clear(stage, work)
    return f"done in {_run(stage, basis, records, hashes, agelens):.0f} s ({reason})"


def _clear(stage: Stage, work: Path) -> None:
    """Remove what an earlier run left; what took long is moved to WORK/replaced instead."""
    for path in stage.scratch:
        if stage.precious and path.exists():
            aside = work / "replaced" / f"{path.name}-{int(path.stat().st_mtime)}"
            aside.parent.mkdir(parents=True, exist_ok=True)
            path.rename(aside)
        elif path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _run(stage: Stage, basis: Basis, records: Records, hashes: FileHashes, agelens: CommandLine) -> float:
    """Run the command and remember it; returns seconds."""
    records.started(stage, basis)
    start = time.monotonic()
    if stage.tool == NPM:
        _run_npm(stage)
    elif agelens(stage.words):
        raise KeyboardInterrupt
    missing = [path for path in stage.outputs if not path.exists()]
    if missing:
        raise AgeLensError(
            f"The stage {stage.name} did not write {missing[0]}; run `{stage.command}` by hand to see why."
        )
    seconds = time.monotonic() - start
    records.done(stage, basis, hashes, seconds)
    return seconds


def _run_npm(stage: Stage) -> None:
    models = Path(stage.words[stage.words.index("--out") + 1])
    if not (models / "face-detector").is_dir():
        shutil.copytree(_DETECTOR, models / "face-detector")
    npm = shutil.which("npm")
    if npm is None:
        raise AgeLensError("npm was not found; install Node.js, then run `npm install` in the repository.")
    if subprocess.run([npm, "run", "-s", *stage.words], cwd=REPOSITORY).returncode != 0:
        raise AgeLensError(f"The stage {stage.name} failed, see above; its command is `{stage.command}`.")
