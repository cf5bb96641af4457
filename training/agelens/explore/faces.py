"""A folder of pictures with what is known of them: labels, and where each face lies."""

from dataclasses import dataclass
from pathlib import Path

from agelens.align.template import Template, published_template, read_template
from agelens.data.keypoints import Detection, read_keypoints
from agelens.data.label_table import Reading
from agelens.data.labels import Labels, read_labels
from agelens.errors import AgeLensError
from agelens.explore.measure import WHOLE


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
