"""Tables that people write by hand: unknown keys are errors; a TOML file is overruled by the command line."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from agelens.errors import AgeLensError

S = TypeVar("S", bound=BaseModel)


class Strict(BaseModel):
    """A frozen table that refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def describe(error: ValidationError) -> str:
    """The first complaint of pydantic as one sentence with the key's path."""
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"the key '{key}' is unknown; remove it or correct its spelling."
    if first["type"] == "missing":
        return f"the key '{key}' is missing; add it."
    return f"the key '{key}' is wrong ({first['msg']}); correct it."


def read_toml(path: Path) -> dict[str, Any]:
    """Parse a TOML file; raises AgeLensError naming the file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise AgeLensError(f"{path} does not exist; pass one of training/configs or a copy of it.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AgeLensError(f"{path} is not valid TOML: {error}.") from error


def check(model: type[S], content: dict[str, Any], where: str) -> S:
    """Validate a table; `where` names the file, and the table in it, in the error's sentence."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise AgeLensError(f"{where}: {describe(error)}") from error


def load_settings(model: type[S], path: Path | None, **given: Any) -> S:
    """Defaults ← TOML file ← options of the command line that were given (not None)."""
    content = read_toml(path) if path else {}
    chosen = {key: value for key, value in given.items() if value is not None}
    return check(model, content | chosen, str(path) if path else "the command's options")
