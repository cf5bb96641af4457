"""The alignment template and the crops of a data set, from its split and its keypoints."""

from pathlib import Path

import numpy as np

from agelens.align.similarity import place
from agelens.align.template import Template, measure, read_template, write_template
from agelens.crops.array import build_crops
from agelens.data.keypoints import read_keypoints, with_face
from agelens.data.pictures import require_folder
from agelens.data.split import read_split
from agelens.errors import AgeLensError
from agelens.files import write_table


def make_template(keypoints: Path, data: Path, zoom: float, max_residual: float) -> None:
    """Medians of the keypoints over the training part → template.json."""
    training = {row.label.filename for row in read_split(data) if row.part == "train"}
    detections = read_keypoints(keypoints)
    chosen = with_face(detections, [name for name in detections if name in training])
    measured = measure(list(chosen.values()), zoom)
    template = Template(measured.points, measured.box_centre, measured.box_side, max_residual)
    write_template(data / "template.json", template, f"{keypoints.name}, training part", len(chosen))
    placements = [place(detection, template, 128) for detection in chosen.values()]
    residuals = np.array([placement.residual for placement in placements])
    fallback = sum(placement.source == "box" for placement in placements)
    quantiles = ", ".join(f"{q:g}: {np.quantile(residuals, q):.4f}" for q in (0.5, 0.9, 0.99, 0.999))
    print(f"{len(chosen):,} pictures; residual quantiles {quantiles}; {fallback} placed by the box")


def make_crops(pictures: Path, keypoints: Path, data: Path, size: int, margin: int) -> None:
    """Crops of every picture of the split with a detection → crops.npy, index.csv; the others → undetected.csv."""
    require_folder(pictures)
    detections = read_keypoints(keypoints)
    names = [row.label.filename for row in read_split(data)]
    absent = [name for name in names if name not in detections]
    if absent:
        raise AgeLensError(f"{keypoints} lacks {len(absent)} pictures of the split, {absent[0]} first; write it again.")
    found = with_face(detections, names)
    missed = [name for name in names if name not in found]
    write_table(data / "undetected.csv", ("filename",), [(name,) for name in missed])
    placements = build_crops(pictures, found, read_template(data / "template.json"), data, size, margin)
    fallback = sum(placement.source == "box" for placement in placements)
    print(f"{len(found):,} crops, {fallback} placed by the box; {len(missed)} pictures without a face (undetected.csv)")
