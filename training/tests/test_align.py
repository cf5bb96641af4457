from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import FACE

from agelens.align.crop import crop, samples_per_side
from agelens.align.similarity import Similarity, fit, place
from agelens.align.template import Template, measure, read_template, write_template
from agelens.data.keypoints import Detection

TEMPLATE = Template(FACE[:4], 0.5 + 0.5j, 0.8, 0.1)


def test_fit_recovers_a_similarity_exactly() -> None:
    truth = Similarity(0.6 * np.exp(0.3j), 12 - 5j)
    found = fit(FACE[:4] * 200, truth(FACE[:4] * 200))
    assert found.scale == pytest.approx(truth.scale)
    assert found.shift == pytest.approx(truth.shift)
    assert truth.inverse()(truth(3 + 4j)) == pytest.approx(3 + 4j)


def test_fit_is_least_squares() -> None:
    rng = np.random.default_rng(0)
    p, q = rng.normal(size=4) + 1j * rng.normal(size=4), rng.normal(size=4) + 1j * rng.normal(size=4)
    (scale, shift), *_ = np.linalg.lstsq(np.stack([p, np.ones(4)], axis=1), q, rcond=None)
    assert fit(p, q).scale == pytest.approx(scale)
    assert fit(p, q).shift == pytest.approx(shift)


def test_placement_puts_the_points_on_the_template(detection: Detection) -> None:
    placement = place(detection, TEMPLATE, 128)
    assert placement.source == "keypoints"
    assert placement.residual == pytest.approx(0, abs=1e-9)
    assert placement.to_crop(detection.points[:4]) == pytest.approx(FACE[:4] * 128)


@pytest.mark.parametrize("points", [FACE[[2, 3, 0, 1, 4, 5]] * 200, FACE * 20 + 90 + 90j])
def test_absurd_points_fall_back_to_the_box(points: np.ndarray) -> None:
    placement = place(Detection(200, 200, 0.9, (20, 40, 160, 160), points), TEMPLATE, 128)
    assert placement.source == "box"
    assert placement.to_crop(100 + 120j) == pytest.approx(64 + 64j)
    assert placement.to_crop.scale == pytest.approx(0.8 * 128 / 160)


def test_the_template_is_the_median_and_survives_its_file(tmp_path: Path) -> None:
    def seen(side: int, offset: complex) -> Detection:
        return Detection(side, side, 0.9, (0.1 * side, 0.1 * side, 0.8 * side, 0.8 * side), (FACE + offset) * side)

    template = measure([seen(200, 0), seen(100, 0), seen(50, 0.3)], zoom=2.0)
    assert template.points == pytest.approx((FACE[:4] - 0.5 - 0.5j) * 2 + 0.5 + 0.5j)
    assert (template.box_centre, template.box_side) == (pytest.approx(0.5 + 0.5j), pytest.approx(1.6))
    write_template(tmp_path / "template.json", Template(template.points, 0.5 + 0.5j, 1.6, 0.1), "drawings", 3)
    assert read_template(tmp_path / "template.json").points == pytest.approx(template.points, abs=1e-4)


def test_a_crop_along_the_identity_is_the_picture() -> None:
    picture = torch.rand(3, 9, 9) * 255
    assert torch.allclose(crop(picture, Similarity(1, 0), 9), picture, atol=1e-3)


@pytest.mark.parametrize("scale", [0.3 * np.exp(0.4j), 1.7 * np.exp(-0.2j), 0.03 + 0j])
def test_a_crop_equals_plain_loops(scale: complex) -> None:
    picture = torch.rand(3, 21, 17, dtype=torch.float64).float() * 255
    to_crop = Similarity(complex(scale), 2 - 1j)
    assert np.allclose(crop(picture, to_crop, 6).numpy(), _crop_by_loops(picture.numpy(), to_crop, 6), atol=2e-3)


def test_the_middle_of_a_crop_with_margin_is_the_crop() -> None:
    picture, to_crop = torch.rand(3, 40, 40), Similarity(0.55 + 0.1j, 1 + 2j)
    assert torch.allclose(crop(picture, to_crop, 16, margin=4)[:, 4:20, 4:20], crop(picture, to_crop, 16), atol=1e-5)


def test_samples_are_clamped() -> None:
    assert [samples_per_side(Similarity(s, 0)) for s in (4, 1, 0.5, 0.4, 0.001)] == [1, 1, 2, 3, 16]


def _crop_by_loops(picture: np.ndarray, to_crop: Similarity, size: int) -> np.ndarray:
    n, back = samples_per_side(to_crop), to_crop.inverse()
    result = np.zeros((3, size, size))
    for j in range(size):
        for i in range(size):
            for v in range(n):
                for u in range(n):
                    source = back(complex(i + (u + 0.5) / n, j + (v + 0.5) / n))
                    result[:, j, i] += _bilinear(picture, source.real - 0.5, source.imag - 0.5) / n**2
    return result


def _bilinear(picture: np.ndarray, x: float, y: float) -> np.ndarray:
    _, height, width = picture.shape
    x, y = min(max(x, 0), width - 1), min(max(y, 0), height - 1)
    x0, y0 = int(x), int(y)
    x1, y1 = min(x0 + 1, width - 1), min(y0 + 1, height - 1)
    top = picture[:, y0, x0] * (1 - x + x0) + picture[:, y0, x1] * (x - x0)
    bottom = picture[:, y1, x0] * (1 - x + x0) + picture[:, y1, x1] * (x - x0)
    return top * (1 - y + y0) + bottom * (y - y0)
