from pathlib import Path

import numpy as np
import pytest

from agelens.data.labels import Label
from agelens.data.split import COLUMNS, Source, SplitRow, assign_parts, read_source, read_split, write_split
from agelens.errors import AgeLensError
from agelens.files import sha256_of, write_json, write_table


def _ages_and_groups(count: int = 3000) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    return np.sort(rng.gamma(3, 12, count).astype(int)), np.arange(count) // 2 * 2


def test_shares_hold_overall_and_within_every_decade() -> None:
    ages, groups = _ages_and_groups()
    parts = assign_parts(ages, groups, seed=1)
    assert np.allclose(np.bincount(parts) / len(ages), (0.8, 0.1, 0.1), atol=0.002)
    for low in range(0, 60, 10):
        inside = parts[(ages >= low) & (ages < low + 10)]
        assert np.allclose(np.bincount(inside, minlength=3) / len(inside), (0.8, 0.1, 0.1), atol=6 / len(inside))


def test_groups_stay_on_one_side_and_the_seed_decides() -> None:
    ages, groups = _ages_and_groups()
    parts = assign_parts(ages, groups, seed=1)
    assert (parts == parts[groups]).all()
    assert (parts == assign_parts(ages, groups, seed=1)).all()
    assert (parts != assign_parts(ages, groups, seed=2)).any()


def test_a_split_is_read_back_as_written(tmp_path: Path) -> None:
    exact, ranged = Label.exact("a.jpg", 0, 1, 2), Label("b.jpg", 24, 20, 29, 0, 4, 26.25, 3.5)
    rows = [SplitRow(exact, "train", 0, False), SplitRow(ranged, "test", 1, True)]
    summary = write_split(tmp_path, rows, seed=5, source=Source(name="Two", licence="mine"))
    assert read_split(tmp_path) == rows
    assert read_source(tmp_path) == Source(name="Two", licence="mine", about="")
    assert summary["counts"] == {"train": 1, "validation": 0, "test": 1}
    assert len(summary["sha256"]) == 64


def test_a_split_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    write_table(tmp_path / "split.csv", COLUMNS, [("a.jpg", 31, 1, 2, "train", 0, 0)])
    write_json(tmp_path / "split.json", {"sha256": sha256_of(tmp_path / "split.csv")})
    assert read_split(tmp_path) == [SplitRow(Label.exact("a.jpg", 31, 1, 2), "train", 0, False)]


def test_a_missing_split_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(AgeLensError, match="agelens split"):
        read_split(tmp_path)


def test_a_split_that_names_no_source_is_of_an_unnamed_data_set(tmp_path: Path) -> None:
    (tmp_path / "split.json").write_text('{"seed": 1, "sha256": "0"}')
    assert read_source(tmp_path) == Source(name="unnamed data set", licence="not stated", about="")
