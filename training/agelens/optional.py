"""Packages that only some commands need: they come with extras of pyproject.toml."""

from importlib import import_module
from types import ModuleType

from agelens.errors import AgeLensError


def require_package(package: str, extra: str, what: str) -> ModuleType:
    """The package that `what` needs; raises AgeLensError where it is missing, naming the extra that brings it."""
    found = optional_package(package)
    if found is None:
        raise AgeLensError(f"{what} needs {package}; install it with {how_to_install(extra)}.")
    return found


def optional_package(package: str) -> ModuleType | None:
    """The package; None where it is not installed."""
    try:
        return import_module(package)
    except ImportError:
        return None


def how_to_install(extra: str) -> str:
    """What to type in the folder training to get an extra."""
    return f"`pip install -e '.[{extra}]'`"
