"""TensorFlow Lite of the published default model; `npm run test:tflite` makes the environment that it needs."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from ai_edge_litert.interpreter import Interpreter

from agelens.errors import AgeLensError
from agelens.export.model import load_model
from agelens.portable.tflite import write_tflite
from parity import TOLERANCE, parity_crops, read_parity

HAS_CONVERTER = importlib.util.find_spec("litert_torch") is not None


@pytest.mark.skipif(not HAS_CONVERTER, reason="the converter of TensorFlow Lite has an environment of its own")
@pytest.mark.parametrize(("float16", "tolerance"), [(False, TOLERANCE), (True, 1e-3)])
def test_tflite_gives_the_parity_files_answers(float16: bool, tolerance: float, tmp_path: Path) -> None:
    assert write_tflite(load_model(None, None), tmp_path / "age.tflite", float16) < tolerance
    interpreter = Interpreter(model_path=str(tmp_path / "age.tflite"))
    interpreter.allocate_tensors()
    for pixels, entry in zip(parity_crops(), read_parity(), strict=True):
        interpreter.set_tensor(interpreter.get_input_details()[0]["index"], pixels[None])
        interpreter.invoke()
        found = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])
        assert np.ravel(found) == pytest.approx(entry["posterior"], abs=tolerance)


@pytest.mark.skipif(HAS_CONVERTER, reason="the converter is installed here")
def test_a_missing_converter_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(AgeLensError, match=r"not installed; make an environment with pip install -e '\.\[tflite\]'"):
        write_tflite(load_model(None, None), tmp_path / "age.tflite", float16=False)
    assert not list(tmp_path.iterdir())
