"""The detector in Python finds what the app's detector finds."""

from pathlib import Path

import numpy as np
import pytest
from portraits import draw_portrait

from agelens.data.keypoints import read_keypoints
from agelens.data.pictures import read_pixels
from agelens.detect.blazeface import BlazeFace, Face, anchors, suppress
from agelens.detect.keypoints import write_keypoints
from agelens.detect.search import find_faces, turned_regions, upright_regions
from agelens.detect.view import Region, draw_view
from agelens.jobs.run import Where

REPOSITORY = Path(__file__).parents[2]
PORTRAIT = REPOSITORY / "e2e/fixtures/portrait.png"


@pytest.fixture(scope="module")
def detector() -> BlazeFace:
    return BlazeFace()


def test_the_portrait_is_found_where_the_app_finds_it(detector: BlazeFace) -> None:
    expected = read_keypoints(REPOSITORY / "training/parity/keypoints.csv")["portrait.png"]
    (face,) = find_faces(detector, read_pixels(PORTRAIT), thorough=True)
    assert np.abs(face.points - expected.points).max() < 0.02 * expected.box[2]
    assert face.size.real == pytest.approx(expected.box[2], rel=0.03)
    assert face.score == pytest.approx(expected.score, abs=0.03)


@pytest.mark.parametrize("quarters", [1, 3])
def test_a_turned_picture_shows_the_same_face(detector: BlazeFace, quarters: int) -> None:
    pixels = read_pixels(PORTRAIT)
    (upright,) = find_faces(detector, pixels, thorough=True)
    turned = np.ascontiguousarray(np.rot90(pixels, quarters))
    (face,) = find_faces(detector, turned, thorough=True)
    height, width = turned.shape[:2]
    back = (face.centre - complex(width, height) / 2) * 1j**quarters
    assert abs(back - (upright.centre - complex(*pixels.shape[1::-1]) / 2)) < 0.05 * upright.size.real


def test_two_faces_in_a_wide_picture_are_both_found(detector: BlazeFace) -> None:
    picture = np.full((300, 1200, 3), 128, np.uint8)
    for left in (100, 900):
        picture[100:200, left : left + 100] = np.asarray(draw_portrait(30, 1, 100))
    faces = find_faces(detector, picture, thorough=True)
    centres = sorted(face.centre.real for face in faces)
    assert len(centres) == 2
    assert centres == pytest.approx([150, 950], abs=15)


def test_anchors_are_the_cells_centres() -> None:
    at = anchors()
    assert at.shape == (896,)
    assert at[0] == at[1] == complex(1, 1) / 32
    assert at[-1] == complex(15, 15) / 16


def test_overlapping_detections_become_their_weighted_mean() -> None:
    def face(score: float, x: float) -> Face:
        return Face(score, complex(x, 0.5), 0.2 + 0.2j, np.full(6, complex(x, 0.5)))

    first, alone = suppress([face(0.9, 0.3), face(0.6, 0.32), face(0.5, 0.8)])
    assert first.score == 0.9
    assert first.centre.real == pytest.approx((0.9 * 0.3 + 0.6 * 0.32) / 1.5)
    assert alone.centre.real == pytest.approx(0.8)


def test_a_view_is_the_region_itself_when_nothing_turns_or_shrinks() -> None:
    picture = np.arange(20 * 30 * 3, dtype=np.uint8).reshape(20, 30, 3)
    view, to_picture = draw_view(picture, Region(14 + 9j, 8 + 6j))
    assert (view == picture[6:12, 10:18]).all()
    assert to_picture(0j) == 10 + 6j


def test_looks_cover_the_picture_and_turn_with_it() -> None:
    wide = np.zeros((400, 1000, 3), np.uint8)
    regions = upright_regions(wide, thorough=True)
    assert regions[0][0].size == 1000 + 400j
    assert {region.size.real for region, _ in regions[1:]} == {400, 200}
    assert len(upright_regions(wide, thorough=False)) == 1
    assert [region.size for region, _ in turned_regions(wide)] == [400 + 1000j, 1000 + 400j, 400 + 1000j]


def test_keypoints_of_a_folder(tmp_path: Path) -> None:
    draw_portrait(40, 0).save(tmp_path / "40_0_0_1.jpg")
    draw_portrait(40, 0).crop((0, 0, 2, 2)).resize((96, 96)).save(tmp_path / "41_0_0_1.jpg")
    (tmp_path / "42_0_0_1.jpg").write_bytes(b"no picture")
    out = tmp_path / "keypoints.csv"
    assert write_keypoints(tmp_path, out, True, False, Where(1)) == {"ok": 1, "no face": 1, "broken": 1}
    found = read_keypoints(out)
    assert found["41_0_0_1.jpg"] is None
    assert found["42_0_0_1.jpg"] is None
    eyes = found["40_0_0_1.jpg"].points[:2] / 96
    assert eyes == pytest.approx(np.array([0.34 + 0.43j, 0.67 + 0.43j]), abs=0.05)
