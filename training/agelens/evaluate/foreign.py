"""Another data set as a folder that `agelens evaluate --on` reads: labels.csv, crops, test-set.json."""

from pathlib import Path

from agelens.align.template import Template, from_dict, read_template
from agelens.crops.array import build_crops
from agelens.data.keypoints import read_keypoints, with_face
from agelens.data.label_table import Reading
from agelens.data.label_words import UNKNOWN
from agelens.data.labels import ETHNICITIES, GENDERS, Label, read_labels, report_malformed, require
from agelens.data.losses import require_few_losses
from agelens.errors import AgeLensError
from agelens.files import write_json, write_table
from agelens.models.published import find_published

_COLUMNS = ("filename", "age", "age_group", "gender", "ethnicity")


def template_of(path: Path | None, model_id: str | None) -> Template:
    """The template of a file, else that of a published model; raises AgeLensError where both are given."""
    if path is not None and model_id is not None:
        raise AgeLensError(f"--template {path} and --model {model_id} name two templates; keep one of them.")
    return read_template(path) if path is not None else from_dict(find_published(model_id)["alignment"])


def make_test_set(
    pictures: Path,
    labels: Path,
    keypoints: Path,
    template: Template,
    out: Path,
    name: str,
    size: int,
    reading: Reading | None = None,
    allow_losses: bool = False,
) -> str:
    """Write the folder; returns what was found in one sentence. Pictures without a detected face count as missed.

    The table says which pictures belong to the set. Raises AgeLensError where many of its rows cannot be used and that
    is not allowed; they are listed in OUT/malformed.csv.
    """
    known = _known(pictures, labels, out, reading, allow_losses)
    detections = read_keypoints(keypoints)
    absent = [label.filename for label in known if label.filename not in detections]
    if absent:
        raise AgeLensError(f"{keypoints} lacks {len(absent)} labelled pictures, {absent[0]} first; write it again.")
    found = with_face(detections, [label.filename for label in known])
    if not found:
        raise AgeLensError(f"{keypoints} found no face in any labelled picture; check that it belongs to {pictures}.")
    build_crops(pictures, found, template, out, size, margin=0)
    write_table(out / "labels.csv", _COLUMNS, [_row(label) for label in known])
    write_json(out / "test-set.json", {"name": name})
    return f"{out}: {len(found):,} faces of {len(known):,} pictures"


def _known(pictures: Path, table: Path, out: Path, reading: Reading | None, allow_losses: bool) -> list[Label]:
    labels = read_labels(pictures, table, reading)
    for remark in labels.remarks:
        print(remark)
    report_malformed(labels, out / "malformed.csv", [])
    known = require(labels, pictures)
    unusable = [(name, reason) for name, reason in labels.malformed if reason != f"not in {table.name}"]
    lost = unusable + labels.strays
    require_few_losses(lost, len(known) + len(lost), str(out / "malformed.csv"), allow_losses)
    return known


def _row(label: Label) -> tuple[str, int | str, str, str, str]:
    age, group = (label.age, "") if label.is_exact else ("", f"{label.age_low}-{label.age_high}")
    gender = "" if label.gender == UNKNOWN else GENDERS[label.gender]
    return label.filename, age, group, gender, "" if label.ethnicity == UNKNOWN else ETHNICITIES[label.ethnicity]
