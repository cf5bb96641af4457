"""The base of every table that people write by hand: unknown keys are errors, values do not change."""

from pydantic import BaseModel, ConfigDict, ValidationError


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
