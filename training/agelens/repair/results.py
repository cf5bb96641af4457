"""What `npm run prove:repair` found out: results.json, checked on reading."""

from pathlib import Path

from pydantic import BaseModel, Field, ValidationError
from pydantic.alias_generators import to_camel

from agelens.errors import AgeLensError
from agelens.files import read_json

_MADE_BY = "`npm run prove:repair`"


class _Entry(BaseModel, alias_generator=to_camel):
    """Keys are in camel case in the file; those that no plot needs are passed over."""


class Interval(_Entry):
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


class Condition(_Entry):
    """One kind of damage at one strength."""

    id: str
    label: str
    strength_label: str


class Outcome(_Entry):
    """Mean absolute error in years."""

    mae: float


class ConditionRow(_Entry):
    """The error under one condition: as given, after the whole plan, after the kept repairs."""

    condition: Condition
    before: Outcome
    whole: Outcome
    kept: Outcome


class CurveBin(_Entry):
    """Samples whose metric lies in one range; `mean` is the metric's mean, coverage and error are after repair."""

    mean: float
    mae: Interval
    coverage: Interval
    widened_coverage: float


class Curve(_Entry):
    """Error against one metric, over all samples and over those whose damage worsens this metric."""

    metric: str
    all: list[CurveBin]
    own: list[CurveBin]


class Threshold(_Entry):
    """One standard of the app."""

    metric: str
    limit: float


class PolicyRule(_Entry):
    """What follows where start ≤ metric < end (no end: None); a factor of 0 means that no answer is given."""

    metric: str
    start: float = Field(alias="from")
    end: float | None = Field(alias="to")
    tail_factor: float


class Policy(_Entry):
    """When intervals widen and when there is no answer."""

    rules: list[PolicyRule]


class Results(_Entry):
    """The parts of results.json that are drawn; errors in years, coverage and level as shares 0…1."""

    pictures: int
    level: float
    guess_mae: float
    thresholds: list[Threshold]
    conditions: list[ConditionRow]
    curves: list[Curve]
    policy: Policy


def read_results(path: Path) -> Results:
    """Read results.json; raises AgeLensError when it is missing or of another form."""
    content = read_json(path, _MADE_BY)
    try:
        return Results.model_validate(content)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise AgeLensError(f"{path} is not usable at {where}; make it again with {_MADE_BY}.") from error
