"""TensorFlow Lite by Google's own converter for PyTorch, float32 or float16; needs the extra "tflite"."""

from pathlib import Path
from types import ModuleType

import torch

from agelens.errors import AgeLensError
from agelens.export.bundle import Export
from agelens.files import write_atomic
from agelens.portable.network import Portable, example_pixels, largest_difference

TOLERANCE = {"float32": 1e-4, "float16": 1e-2}


def write_tflite(export: Export, out: Path, float16: bool) -> float:
    """Write a network for one face, replay it in the interpreter, return the largest difference to PyTorch.

    Input and output are those of `Portable`, with N = 1. Raises AgeLensError where the converter is not installed, or
    the answers differ by more than TOLERANCE.
    """
    converter = _converter()
    network = Portable(export)
    edge = converter.convert(network, (example_pixels(export),))
    write_atomic(out, lambda partial: edge.export(str(partial)))
    if float16:
        _halve(out)
    difference = _replay(out, network, export)
    tolerance = TOLERANCE["float16" if float16 else "float32"]
    if difference > tolerance:
        raise AgeLensError(f"{out} differs from PyTorch by {difference:.1e}, more than {tolerance:g}; do not use it.")
    return difference


def _converter() -> ModuleType:
    try:
        import litert_torch
    except ImportError as error:
        message = "The converter is not installed; make an environment with pip install -e '.[tflite]' (see README)."
        raise AgeLensError(message) from error
    return litert_torch


def _halve(path: Path) -> None:
    """Weights of all layers as float16, computed with in float32: weight-only casting by Google's quantizer."""
    from ai_edge_quantizer import quantizer, recipe_manager
    from ai_edge_quantizer.algorithm_manager import AlgorithmName
    from ai_edge_quantizer.qtyping import TFLOperationName

    recipe = recipe_manager.RecipeManager()
    for operation in (TFLOperationName.CONV_2D, TFLOperationName.DEPTHWISE_CONV_2D, TFLOperationName.FULLY_CONNECTED):
        recipe.add_weight_only_config(".*", operation, num_bits=16, algorithm_key=AlgorithmName.FLOAT_CASTING)
    halved = quantizer.Quantizer(str(path), recipe.get_quantization_recipe()).quantize()
    halved.export_model(str(path), overwrite=True)


def _replay(path: Path, network: Portable, export: Export) -> float:
    from ai_edge_litert.interpreter import Interpreter

    interpreter = Interpreter(model_path=str(path))
    interpreter.allocate_tensors()
    pixels = example_pixels(export)
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], pixels.numpy())
    interpreter.invoke()
    found = [torch.from_numpy(interpreter.get_tensor(one["index"])) for one in interpreter.get_output_details()]
    with torch.inference_mode():
        return largest_difference(network(pixels), found)
