"""Analysing an evaluated run.

    agelens analyse RUN --data DATA

writes RUN/analysis/: analysis.json and report.html. Stopped, it goes on after the last kind of damage.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from agelens.analyse.document import write_document
from agelens.analyse.gaps import largest_gaps, same_age_errors
from agelens.analyse.sensitivity import sensitivity
from agelens.analyse.tiles import tiles
from agelens.config import Config
from agelens.errors import AgeLensError
from agelens.evaluate.groupings import Grouping, groupings_of
from agelens.evaluate.testset import LabelledSet, load_test_set
from agelens.files import read_json, read_table, sha256_of, write_json
from agelens.jobs.journal import Journal
from agelens.models.network import Network
from agelens.models.run_folder import load_run, require_same_split
from agelens.predict.bands import band_of
from agelens.predict.reader import HeadReader, readers_from_json
from agelens.report.chapter import Tile


def analyse(run: Path, data: Path, pictures: int, faces: int) -> dict[str, Any]:
    """Damage `pictures` test pictures, map what `faces` answers rest on, name the gaps; writes and returns them all."""
    require_same_split(data, run)
    network, config = load_run(run)
    if not isinstance(network, Network):
        raise AgeLensError(f"{run} has a backbone of timm's; only networks of layers can be analysed.")
    evaluation = read_json(run / "evaluation" / "evaluation.json", "`agelens evaluate`")
    readers = readers_from_json(network.spec.head, evaluation)
    reader = readers[0]
    test = load_test_set(data)
    groupings = groupings_of(test)
    out = run / "analysis"
    damaged = _spread(test, pictures)
    identity = {"weights": sha256_of(run / "best.pt"), "names": damaged.names, "evaluation": evaluation["metrics"]}
    done = Journal(out / "damaged.jsonl", identity)
    content = {
        "id": evaluation["id"],
        "set": evaluation["metrics"]["set"],
        "figure": "mean absolute error in years" if reader.decoder else "share of wrong classes",
        "pictures": len(damaged),
        "sensitivity": sensitivity(network, config, reader, damaged, done),
        "gaps": largest_gaps(evaluation["metrics"], groupings, "mae" if reader.decoder else "accuracy"),
        "sameAge": _same_age(run, readers[0], len(readers) > 1, test, groupings),
    }
    write_json(out / "analysis.json", content)
    mapped = _tiles(network, config, reader, test, faces)
    write_document(out / "report.html", content, evaluation["metrics"], mapped)
    done.unlink()
    return content


def _spread(test: LabelledSet, count: int) -> LabelledSet:
    """At most `count` pictures, evenly over the set's order, which is that of file names."""
    rows = np.unique(np.linspace(0, len(test) - 1, min(count, len(test))).round().astype(int))
    columns = ("youngest", "oldest", "genders", "ethnicities", "conflicts", "side_px", "residuals")
    chosen = {name: getattr(test, name)[rows] for name in columns}
    return replace(test, crops=test.crops[rows], names=[test.names[row] for row in rows], **chosen)


def _same_age(
    run: Path, reader: HeadReader, several: bool, test: LabelledSet, groupings: list[Grouping]
) -> dict[str, dict[str, Any]]:
    """Per grouping but age the errors at the same ages; nothing for a head over classes."""
    if reader.decoder is None or not test.has_ages:
        return {}
    column = f"{reader.head.name}_years" if several else "years"
    rows = read_table(run / "evaluation" / "predictions.csv", (column,), "`agelens evaluate`")
    error = np.abs(np.array([float(row[column]) for row in rows]) - test.youngest)
    others = [grouping for grouping in groupings if grouping.key != "bands"]
    return {one.key: same_age_errors(error, band_of(test.youngest), one) for one in others}


def _tiles(network: Network, config: Config, reader: HeadReader, test: LabelledSet, count: int) -> list[Tile]:
    """Faces of ages spread over the whole scale."""
    order = np.argsort(test.youngest, kind="stable")
    rows = order[np.linspace(0, len(order) - 1, min(count, len(order)) + 2).round().astype(int)[1:-1]]
    return tiles(network, config, reader, test, rows)
