from pathlib import Path

import numpy as np
from conftest import draw_face

from agelens.data.duplicates import conflicting, group_pairs, hash_pictures, near_pairs
from agelens.jobs.run import Where


def test_pairs_need_both_hashes_near() -> None:
    hashes = np.array([[0b0000, 0], [0b0111, 0], [0b0011, 0xFF], [0b0001, 1]], np.uint64)
    assert near_pairs(hashes, max_bits=2, pairs_at_once=12).tolist() == [[0, 3], [1, 3]]


def test_groups_join_chains() -> None:
    assert group_pairs(6, np.array([[1, 4], [4, 2], [3, 5]])).tolist() == [0, 1, 1, 3, 1, 3]


def test_conflicts_are_groups_with_ages_apart() -> None:
    groups, ages = np.array([0, 0, 2, 2, 4]), np.array([20, 21, 20, 22, 90])
    exact = np.stack([ages, ages], axis=1)
    assert conflicting(groups, exact, max_years=1).tolist() == [False, False, True, True, False]


def test_ranges_conflict_where_years_lie_between_them() -> None:
    groups = np.array([0, 0, 2, 2])
    ranges = np.array([[20, 29], [24, 24], [20, 29], [31, 39]])
    assert conflicting(groups, ranges, max_years=1).tolist() == [False, False, True, True]


def test_a_recompressed_picture_is_near_and_another_is_not(tmp_path: Path) -> None:
    names = ["a.jpg", "b.jpg", "c.jpg", "d.jpg"]
    draw_face(30, 1).save(tmp_path / "a.jpg", quality=95)
    draw_face(30, 1).save(tmp_path / "b.jpg", quality=60)
    draw_face(30, 2).save(tmp_path / "c.jpg", quality=95)
    (tmp_path / "d.jpg").write_bytes(b"no picture")
    hashes, broken = hash_pictures(tmp_path, names, tmp_path / "hashes.jsonl", Where(jobs=1))
    assert near_pairs(hashes[:3], max_bits=4).tolist() == [[0, 1]]
    assert list(broken) == ["d.jpg"]
    assert "d.jpg cannot be read as a picture" in broken["d.jpg"]
