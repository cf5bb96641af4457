"""From a data set and a target to OUT/pictures with labels.csv, groups.csv, validation.json and report.html."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from agelens.data.label_words import UNKNOWN
from agelens.data.labels import ETHNICITIES, GENDERS, Label, Labels, read_labels, report_malformed, require
from agelens.data.losses import require_few_losses
from agelens.data.pictures import list_skipped
from agelens.data.split import read_source, read_split, write_split
from agelens.errors import AgeLensError
from agelens.files import read_json, write_json, write_table
from agelens.jobs.run import BROKEN, Where, run_jobs
from agelens.resample.plan import Choice, choose, make_quota
from agelens.resample.report import write_report
from agelens.resample.settings import ResampleSettings
from agelens.resample.target import Target
from agelens.resample.validate import Resampled, validate
from agelens.resample.write_picture import WritePicture, name_of

_AGE_COLUMNS = ("age", "age_low", "age_high", "apparent_age", "apparent_std")
_LABEL_COLUMNS = ("filename", *_AGE_COLUMNS, "gender", "ethnicity", "person", "source", "augmentation")
_GROUP_COLUMNS = ("group", "target_share", "required", "current", "difference", "result")


@dataclass(frozen=True)
class Plan:
    """The pictures that may be chosen from, and those that are taken over as they are."""

    labels: list[Label]
    untouched: list[Label]


def read_known(folder: Path, table: Path | None, out: Path, settings: ResampleSettings) -> Labels:
    """The labels of `folder`; lists what is lost in OUT/malformed.csv, and raises AgeLensError where that is much."""
    labels = read_labels(folder, table, settings.reading())
    for remark in labels.remarks:
        print(remark)
    skipped = list_skipped(folder)
    report_malformed(labels, out / "malformed.csv", skipped)
    lost, known = labels.malformed + skipped, require(labels, folder)
    require_few_losses(lost, len(known) + len(lost), str(out / "malformed.csv"), settings.allow_losses)
    return labels


def plan_of(folder: Path, labels: Labels, split: Path | None) -> Plan:
    """All labelled pictures, or with a split only its training part, the others untouched."""
    known = require(labels, folder)
    if split is None:
        return Plan(known, [])
    part = {row.label.filename: row.part for row in read_split(split)}
    absent = [label.filename for label in known if label.filename not in part]
    if absent:
        raise AgeLensError(f"{split} lacks {len(absent)} pictures of {folder}, {absent[0]} first; split them again.")
    training = [label for label in known if part[label.filename] == "train"]
    return Plan(training, [label for label in known if part[label.filename] != "train"])


def resample(folder: Path, plan: Plan, target: Target, out: Path, settings: ResampleSettings) -> Resampled:
    """Choose, copy and augment; raises AgeLensError where a group has too few pictures."""
    ages = np.array([label.age for label in plan.labels])
    quota = make_quota(ages, target, settings.total, settings.max_copies)
    choices = choose(ages, target, quota, settings.seed)
    pool = [*plan.labels, *plan.untouched]
    choices += [Choice(len(plan.labels) + k, 0) for k in range(len(plan.untouched))]
    made = _write_pictures(folder, pool, choices, out, settings)
    kept = np.array([pool[choice.row].age for choice, done in made if done and choice.row < len(plan.labels)], int)
    groups = target.group_of(kept)
    result = np.bincount(groups[groups >= 0], minlength=len(target.names))
    found = Resampled(quota, result, validate(quota.current, target), validate(result, target))
    _write_tables(out, target, found)
    write_report(out, folder, target, found, [(pool[c.row].filename, c.copy) for c, done in made if done])
    return found


def _write_pictures(
    folder: Path, pool: list[Label], choices: list[Choice], out: Path, settings: ResampleSettings
) -> list[tuple[Choice, bool]]:
    """Every choice with whether its picture could be written; labels.csv lists those that could."""
    sources = {name_of(pool[c.row].filename, c.copy): (pool[c.row].filename, c.copy) for c in choices}
    job = WritePicture(folder.resolve(), (out / "pictures").resolve(), settings)
    identity = {"folder": job.folder, "sources": sources, **settings.model_dump(exclude={"jobs", "scheduler"})}
    where = Where(settings.jobs, settings.scheduler)
    results = run_jobs(job, sources, out / "resampled.jsonl", identity, where, "resampling")
    rows, broken = [], []
    for choice, (name, (source, copy)), result in zip(choices, sources.items(), results, strict=True):
        if result["status"] == BROKEN:
            broken.append((name, result["reason"]))
        else:
            rows.append(_label_row(name, pool[choice.row], source if copy else "", result["change"]))
    write_table(out / "pictures" / "labels.csv", _LABEL_COLUMNS, rows)
    write_table(out / "broken.csv", ("filename", "reason"), broken)
    return [(choice, result["status"] != BROKEN) for choice, result in zip(choices, results, strict=True)]


def _label_row(name: str, label: Label, source: str, change: str) -> tuple[Any, ...]:
    gender = GENDERS[label.gender] if label.gender != UNKNOWN else ""
    ethnicity = ETHNICITIES[label.ethnicity] if label.ethnicity != UNKNOWN else ""
    ages = (label.age, "", "") if label.is_exact else ("", label.age_low, label.age_high)
    votes = ("" if value is None else value for value in (label.apparent_age, label.apparent_std))
    return (name, *ages, *votes, gender, ethnicity, label.person or "", source, change)


def _write_tables(out: Path, target: Target, found: Resampled) -> None:
    columns = (target.shares, found.quota.required, found.quota.current, found.quota.difference, found.result)
    rows = [(name, f"{share:.6f}", *counts) for name, share, *counts in zip(target.names, *columns, strict=True)]
    write_table(out / "groups.csv", _GROUP_COLUMNS, rows)
    write_json(out / "validation.json", {"before": found.before.as_json(), "after": found.after.as_json()})


def carry_split(old: Path, out: Path) -> None:
    """Write OUT/split.csv: copies join the part, the group and the conflict mark of their source."""
    rows = {row.label.filename: row for row in read_split(old)}
    labels = read_labels(out / "pictures")
    sources = [labels.sources.get(label.filename, label.filename) for label in labels.known]
    carried = [replace(rows[source], label=label) for source, label in zip(sources, labels.known, strict=True)]
    seed = read_json(old / "split.json", "`agelens split`")["seed"]
    write_split(out, carried, seed, read_source(old))
