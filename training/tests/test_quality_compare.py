"""The comparison of the app's metrics with OpenCV's."""

import cv2
import numpy as np
import pytest

from agelens.errors import AgeLensError
from agelens.files import write_table
from agelens.quality.compare import compare_metrics
from agelens.quality.metrics import measure


def write_measured(folder, factor: float) -> None:
    image = np.random.default_rng(1).integers(0, 256, (16, 16, 3), dtype=np.uint8)
    cv2.imwrite(str(folder / "0.png"), cv2.cvtColor(image, cv2.COLOR_RGB2BGR))
    metrics = measure(image)
    row = ["0.png", *(value * factor if name == "sharpness" else value for name, value in metrics.items())]
    write_table(folder / "metrics.csv", ("square", *metrics), [row])


def test_equal_metrics_have_no_error(tmp_path):
    write_measured(tmp_path, 1.0)
    assert max(compare_metrics(tmp_path).values()) == pytest.approx(0, abs=1e-12)


def test_the_largest_error_is_found(tmp_path):
    write_measured(tmp_path, 1.02)
    worst = compare_metrics(tmp_path)
    assert worst["sharpness"] == pytest.approx(0.02)
    assert worst["brightness"] == pytest.approx(0)


def test_a_missing_square_is_named(tmp_path):
    write_measured(tmp_path, 1.0)
    (tmp_path / "0.png").unlink()
    with pytest.raises(AgeLensError, match=r"0\.png"):
        compare_metrics(tmp_path)
