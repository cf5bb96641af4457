"""Another data set as a folder that `agelens evaluate --on` reads: labels.csv, crops, test-set.json."""

import shutil
from pathlib import Path

from agelens.align.template import read_template
from agelens.crops.array import build_crops
from agelens.data.keypoints import read_keypoints
from agelens.errors import AgeLensError
from agelens.evaluate.testset import age_range_of
from agelens.files import read_table, write_json


def make_test_set(
    pictures: Path, labels: Path, keypoints: Path, template: Path, out: Path, name: str, size: int
) -> str:
    """Write the folder; returns what was found in one sentence. Pictures without a detected face count as missed."""
    rows = read_table(labels, ("filename",), "a table of the data set's labels")
    for row in rows:
        age_range_of(row, labels)
    listed = [row["filename"] for row in rows]
    detections = read_keypoints(keypoints)
    absent = [filename for filename in listed if filename not in detections]
    if absent:
        raise AgeLensError(f"{keypoints} lacks {len(absent)} labelled pictures, {absent[0]} first; write it again.")
    found = {filename: detections[filename] for filename in listed if detections[filename] is not None}
    if not found:
        raise AgeLensError(f"{keypoints} found no face in any labelled picture; check that it belongs to {pictures}.")
    build_crops(pictures, found, read_template(template), out, size, margin=0)
    shutil.copyfile(labels, out / "labels.csv")
    write_json(out / "test-set.json", {"name": name})
    return f"{out}: {len(found):,} faces of {len(listed):,} pictures"
