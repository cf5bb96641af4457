"""From a folder of pictures to pictures.csv, pictures.parquet, broken.csv, charts and report.html."""

from dataclasses import dataclass
from pathlib import Path

from agelens.align.template import Template, published_template, read_template
from agelens.data.keypoints import Detection, read_keypoints
from agelens.data.label_table import Reading
from agelens.data.labels import Labels, read_labels, report_malformed
from agelens.data.pictures import list_skipped
from agelens.errors import AgeLensError
from agelens.explore.measure import BROKEN, NO_FACE, OK, WHOLE, MeasurePicture
from agelens.explore.report import write_report
from agelens.explore.settings import ExploreSettings
from agelens.explore.table import row_of, write_rows
from agelens.files import write_table
from agelens.jobs.run import Where, run_jobs


@dataclass(frozen=True)
class Faces:
    """A data set: folder, labels, and per picture where its face lies (WHOLE: everywhere)."""

    folder: Path
    labels: Labels
    template: Template
    places: dict[str, Detection | str | None]


def open_faces(
    folder: Path, labels: Path | None, reading: Reading, keypoints: Path | None, template: Path | None
) -> Faces:
    """Read what is known of a folder of pictures; without `keypoints` each picture counts as one face."""
    known = read_labels(folder, labels, reading)
    names = sorted([label.filename for label in known.known] + [name for name, _ in known.malformed])
    detections = read_keypoints(keypoints) if keypoints else {}
    absent = [name for name in names if keypoints and name not in detections]
    if absent:
        raise AgeLensError(f"{keypoints} lacks {len(absent)} pictures of {folder}, {absent[0]} first; write it again.")
    places = {name: detections[name] if keypoints else WHOLE for name in names}
    return Faces(folder, known, read_template(template) if template else published_template(), places)


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
