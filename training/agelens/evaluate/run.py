"""Measuring a run: calibrate on the validation part, then measure on the test part and on other data sets.

    agelens evaluate RUN --data DATA [--on OTHER …]

writes RUN/evaluation/: evaluation.json (all that an export needs), predictions.csv, report.html and, for each further
data set, the same below its name. Of a joined folder the first set stands for all; evaluation.json keeps the figures of
the others, too, under "otherSets".
"""

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from agelens.config import Config
from agelens.crops.array import open_crops
from agelens.crops.part import rows_of_part
from agelens.crops.sets import left_out_of, read_sets
from agelens.data.split import PARTS, read_source
from agelens.evaluate.measure import measure, outputs_of
from agelens.evaluate.testset import LabelledSet, load_split_part, load_test_set
from agelens.files import read_json
from agelens.models.build import AnyNetwork
from agelens.models.heads import Head, dump_head, heads_of, slices_of
from agelens.models.network import count_parameters
from agelens.models.pretrained import started_from
from agelens.models.run_folder import epochs_of, load_run, require_same_split, teachers_of
from agelens.models.targets import teachable
from agelens.predict.ages import LEVEL, fit_decoder
from agelens.predict.calibrate import fit_tails
from agelens.predict.posterior import posterior_over_ages
from agelens.predict.reader import HeadReader

_SPREAD = 5
_OPEN_YEARS = 15


def evaluate(run: Path, data: Path, others: list[Path]) -> dict[str, Any]:
    """Choose decoders and intervals on the validation part, measure on the test part and on `others`, write it all."""
    require_same_split(data, run)
    network, config = load_run(run)
    validation = load_split_part(data, "validation")
    readers = calibrate(network, config, validation)
    content = {
        "id": network.spec.id,
        "parameters": count_parameters(network),
        "head": dump_head(network.spec.head),
        **_decoding(readers, network, config, validation),
        "template": read_json(data / "template.json", "`agelens template`"),
        "training": _provenance(run, data, config, network.spec.head),
    }
    measured_on = partial(measure, network, config.normalisation, readers)
    first, *more = read_sets(data).values()
    figures = []
    for other in (*more, *others):
        test = load_test_set(other)
        measured = measured_on(content, test, run / "evaluation" / test.name.replace(" ", "-"))
        if other in more:
            figures.append(measured["metrics"])
    return measured_on(
        {**content, **({"otherSets": figures} if figures else {})}, load_test_set(first), run / "evaluation"
    )


def _decoding(
    readers: list[HeadReader], network: AnyNetwork, config: Config, validation: LabelledSet
) -> dict[str, Any]:
    """How the first head over ages is read; nothing where there is none.

    Groups of ages are judged as classes, but the app shows them as ages, too, and needs a calibrated interval.
    """
    for reader in readers:
        if reader.decoder:
            return reader.decoder.to_json()
        if reader.head.says == "age":
            posterior = posterior_over_ages(
                outputs_of(network, validation, config.normalisation)[:, reader.part], reader.head
            )
            rows, ages = calibration_ages(validation)
            tails = fit_tails(posterior[rows], ages, LEVEL)
            return {"decode": "median", "calibration": tails.to_json()}
    return {}


def _provenance(run: Path, data: Path, config: Config, head: Head) -> dict[str, Any]:
    """What the network learnt from; of a joined folder together, and each set on its own under "sets"."""
    sets = [_learnt_of(data, name, folder, config, head) for name, folder in read_sets(data).items()]
    return {
        **(sets[0] if len(sets) == 1 else _together(sets)),
        "conflicts": config.sampling.conflicts,
        "epochs": epochs_of(run),
        "seed": config.seed,
        "startedFrom": started_from(config),
        **_taught_by(config, run),
    }


def _learnt_of(data: Path, name: str, folder: Path, config: Config, head: Head) -> dict[str, Any]:
    _, with_crop, _ = open_crops(folder)
    left_out = left_out_of(data, name)
    pictures = [
        row
        for row in rows_of_part(folder, with_crop, "train", config.sampling.conflicts == "drop")
        if row.label.filename not in left_out
    ]
    ranges = np.array([(row.label.age_low, row.label.age_high) for row in pictures])
    genders = np.array([row.label.gender for row in pictures])
    split, source = read_json(folder / "split.json", "`agelens split`"), read_source(folder)
    return {
        "data": source.name,
        "licence": source.licence,
        "about": source.about,
        "images": int(teachable(head, ranges, genders).sum()),
        "split": {key: split[key] for key in ("sha256", "seed", "counts")},
    }


def _together(sets: list[dict[str, Any]]) -> dict[str, Any]:
    names, splits = [one["data"] for one in sets], [one["split"] for one in sets]
    return {
        "data": f"{', '.join(names[:-1])} and {names[-1]}",
        "licence": "; ".join(one["licence"] for one in sets),
        "about": " ".join(one["about"] for one in sets if one["about"]),
        "images": sum(one["images"] for one in sets),
        "split": {
            "sha256": ", ".join(split["sha256"] for split in splits),
            "seed": splits[0]["seed"],
            "counts": {part: sum(split["counts"][part] for split in splits) for part in PARTS},
        },
        "sets": sets,
    }


def _taught_by(config: Config, run: Path) -> dict[str, Any]:
    """What the card says of a run's teachers; nothing where it has none."""
    if not config.distil:
        return {}
    teachers = []
    for name, folder in teachers_of(config, run).items():
        network, theirs = load_run(folder)
        teachers.append(
            {
                "name": name,
                "parameters": count_parameters(network),
                "epochs": epochs_of(folder),
                "startedFrom": started_from(theirs),
            }
        )
    return {"teachers": teachers, "startTeacher": config.distil.start}


def calibrate(network: AnyNetwork, config: Config, validation: LabelledSet) -> list[HeadReader]:
    """Readers of all heads, with decoders and intervals fitted to pictures that were not trained on."""
    outputs, head = outputs_of(network, validation, config.normalisation), network.spec.head
    parts = zip(heads_of(head), slices_of(head), strict=True)
    rows, ages = calibration_ages(validation)
    return [
        HeadReader(one, part, fit_decoder(one, outputs[rows][:, part], ages) if one.figures == "years" else None)
        for one, part in parts
    ]


def calibration_ages(validation: LabelledSet) -> tuple[np.ndarray, np.ndarray]:
    """Rows of the pictures that calibrate, and an age in years for each, [M] both.

    Those whose age is known to the year, where there are some. Else each stands for `_SPREAD` ages, evenly spread over
    the range that its label allows; a longer one counts as `_OPEN_YEARS` long. Intervals then come out rather too wide
    than too narrow.
    """
    exact = validation.is_exact
    if exact.any():
        return np.flatnonzero(exact), validation.youngest[exact]
    oldest = np.minimum(validation.oldest, validation.youngest + _OPEN_YEARS)
    shares = (np.arange(_SPREAD) + 0.5) / _SPREAD
    ages = validation.youngest[:, None] + shares * (oldest + 1 - validation.youngest)[:, None]
    return np.repeat(np.arange(len(validation)), _SPREAD), np.floor(ages).astype(int).ravel()
