"""The parity file of the published default model, which the app's tests replay, too."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from agelens.align.crop import crop
from agelens.align.similarity import Similarity
from agelens.crops.array import read_picture
from agelens.files import read_json
from agelens.models.published import find_published

REPOSITORY = Path(__file__).parents[2]
PICTURES = REPOSITORY / "e2e/fixtures"
# Of a probability, and of an age in years.
TOLERANCE, TOLERANCE_YEARS = 1e-4, 0.01


def read_parity() -> list[dict[str, Any]]:
    """One entry for each picture."""
    path = REPOSITORY / "training/parity" / f"{find_published(None)['id']}.json"
    return read_json(path, "`agelens parity`")["pictures"]


def parity_crops() -> np.ndarray:
    """The crops of its pictures as the network sees them, float32 [N, 3, S, S]."""
    size, found = find_published(None)["input"]["size"], []
    for entry in read_parity():
        back = entry["cropToSource"]
        to_source = Similarity(complex(back["a"], back["b"]), complex(back["tx"], back["ty"]))
        found.append(crop(read_picture(PICTURES / entry["filename"]), to_source.inverse(), size).numpy())
    return np.stack(found)


def require_parity(answers: dict[str, Any]) -> None:
    """Fails where posteriors [N, ages], years, low or high [N] are not those of the file."""
    expected = read_parity()
    posteriors = np.reshape(answers["answer"], (len(expected), -1))
    readings = np.stack([np.ravel(answers[name]) for name in ("years", "low", "high")], axis=1)
    for posterior, reading, entry in zip(posteriors, readings, expected, strict=True):
        assert posterior == pytest.approx(entry["posterior"], abs=TOLERANCE)
        years = (entry["years"], entry["interval"]["low"], entry["interval"]["high"])
        assert reading == pytest.approx(years, abs=TOLERANCE_YEARS)
