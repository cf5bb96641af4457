"""TorchScript, for programs that link libtorch."""

from pathlib import Path

import torch

from agelens.errors import AgeLensError
from agelens.export.bundle import Export
from agelens.files import write_atomic
from agelens.portable.network import Portable, example_pixels, largest_difference

TOLERANCE = 1e-5


def write_torchscript(export: Export, out: Path) -> float:
    """Write a network for any number of faces, load it again, return the largest difference.

    Raises AgeLensError where it differs by more than TOLERANCE.
    """
    network = Portable(export)
    with torch.inference_mode():
        traced = torch.jit.freeze(torch.jit.trace(network, example_pixels(export)))
        write_atomic(out, lambda partial: torch.jit.save(traced, str(partial)))
        expected, found = network(example_pixels(export, 3)), torch.jit.load(str(out))(example_pixels(export, 3))
    difference = largest_difference(expected, [found] if isinstance(found, torch.Tensor) else list(found))
    if difference > TOLERANCE:
        raise AgeLensError(f"{out} differs from the network by {difference:.1e}; do not use it.")
    return difference
