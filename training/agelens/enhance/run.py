"""From a folder of pictures to a folder of repaired ones, enhanced.csv and a before/after report."""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from agelens.enhance.repair_picture import RepairPicture
from agelens.enhance.report import write_report
from agelens.enhance.settings import EnhanceSettings
from agelens.errors import AgeLensError
from agelens.explore.faces import Faces
from agelens.explore.table import METRICS
from agelens.files import write_table
from agelens.jobs.run import BROKEN, Where, run_jobs

_COLUMNS = ("filename", "status", "filters", "failed_before", "failed_after")


def enhance(faces: Faces, out: Path, settings: EnhanceSettings) -> dict[str, int]:
    """Repair every picture into out/pictures and report; returns the numbers of pictures by status."""
    pictures = out / "pictures"
    if pictures.resolve() == faces.folder.resolve():
        raise AgeLensError(f"{out} would overwrite the pictures it reads; choose another --out.")
    job = RepairPicture(faces.folder.resolve(), pictures.resolve(), faces.template, settings)
    what = settings.model_dump(exclude={"jobs", "scheduler", "samples", "seed"})
    identity = {"folder": job.folder, "template": repr(faces.template), "names": list(faces.places), **what}
    where = Where(settings.jobs, settings.scheduler)
    results = run_jobs(job, faces.places, out / "enhanced.jsonl", identity, where, "enhancing")
    if (faces.folder / "labels.csv").is_file():
        shutil.copyfile(faces.folder / "labels.csv", pictures / "labels.csv")
    found = dict(zip(faces.places, results, strict=True))
    write_table(out / "enhanced.csv", [*_COLUMNS, *_metric_columns()], [_row(n, r) for n, r in found.items()])
    broken = [(name, result["reason"]) for name, result in found.items() if result["status"] == BROKEN]
    write_table(out / "broken.csv", ("filename", "reason"), broken)
    write_report(out, faces, found, settings)
    return dict(Counter(result["status"] for result in results))


def _metric_columns() -> list[str]:
    return [f"{metric}_{when}" for when in ("before", "after") for metric in METRICS]


def _row(name: str, result: dict[str, Any]) -> list[Any]:
    filters = " ".join(step["filterId"] for step in result.get("steps", ()))
    failed = [" ".join(result.get(key, ())) for key in ("failedBefore", "failedAfter")]
    known = "before" in result
    values = [f"{result[when][metric]:.6g}" if known else "" for when in ("before", "after") for metric in METRICS]
    return [name, result["status"], filters, *failed, *values]
