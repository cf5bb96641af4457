"""Weights on disk, read with errors that name the file."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from agelens.errors import AgeLensError

T = TypeVar("T")
_BROKEN = (OSError, pickle.UnpicklingError, RuntimeError, EOFError, SafetensorError)


def read_state(path: Path, made_by: str) -> dict[str, Any]:
    """What `torch.save` wrote; `made_by` names the command that the error message points to."""
    return _read(path, made_by, lambda: torch.load(path, weights_only=True))


def read_tensors(path: Path, made_by: str) -> dict[str, torch.Tensor]:
    """Tensors by name from a safetensors file."""
    return _read(path, made_by, lambda: load_file(path))


def _read(path: Path, made_by: str, load: Callable[[], T]) -> T:
    if not path.is_file():
        raise AgeLensError(f"{path} is missing; make it with {made_by}.")
    try:
        return load()
    except _BROKEN as error:
        reason = str(error).splitlines()[0]
        raise AgeLensError(f"{path} holds no weights ({reason}); make it again with {made_by}.") from error
