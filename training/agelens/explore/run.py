"""From a folder of pictures to pictures.csv, pictures.parquet, broken.csv, charts and report.html."""

from pathlib import Path

from agelens.data.labels import report_malformed
from agelens.data.pictures import list_skipped
from agelens.explore.faces import Faces
from agelens.explore.measure import MeasurePicture
from agelens.explore.report import write_report
from agelens.explore.settings import ExploreSettings
from agelens.explore.table import row_of, write_rows
from agelens.files import write_table
from agelens.jobs.run import BROKEN, NO_FACE, OK, Where, run_jobs


def explore(faces: Faces, out: Path, settings: ExploreSettings) -> dict[str, int]:
    """Measure every picture and write tables, charts and the report; returns the numbers of pictures by status."""
    job = MeasurePicture(faces.folder, faces.template)
    identity = {"folder": faces.folder.resolve(), "template": repr(faces.template), "names": list(faces.places)}
    where = Where(settings.jobs, settings.scheduler)
    results = run_jobs(job, faces.places, out / "measured.jsonl", identity, where, "measuring")
    label_of = {label.filename: label for label in faces.labels.known}
    rows = [row_of(name, label_of.get(name), r) for name, r in zip(faces.places, results, strict=True)]
    write_rows(rows, out)
    broken = [(name, r["reason"]) for name, r in zip(faces.places, results, strict=True) if r["status"] == BROKEN]
    write_table(out / "broken.csv", ("filename", "reason"), broken)
    for remark in faces.labels.remarks:
        print(remark)
    report_malformed(faces.labels, out / "malformed.csv", list_skipped(faces.folder))
    write_report(out, faces, rows, broken, settings)
    return {status: sum(row["status"] == status for row in rows) for status in (OK, BROKEN, NO_FACE)}
