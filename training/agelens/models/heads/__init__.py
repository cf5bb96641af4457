"""What a network's outputs mean: the kinds of heads, each in a module of its own.

The app accepts the same heads: src/engine/facts/head-kinds.json, which tests on both sides read.

A network has one output vector. A head of kind "multi" cuts it into the outputs of its heads, in their order.
"""

from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from agelens.models.heads.age_classes import AgeClasses
from agelens.models.heads.age_groups import AgeGroup, AgeGroups
from agelens.models.heads.age_posterior import AgePosterior
from agelens.models.heads.age_regression import AgeRegression
from agelens.models.heads.gender import Gender
from agelens.settings import Strict

__all__ = [
    "AgeClasses",
    "AgeGroup",
    "AgeGroups",
    "AgePosterior",
    "AgeRegression",
    "Gender",
    "Head",
    "Multi",
    "SingleHead",
    "age_range",
    "dump_head",
    "heads_of",
    "slices_of",
    "width_of",
]

AgeHead = AgePosterior | AgeRegression | AgeClasses | AgeGroups
SingleHead = Annotated[AgeHead | Gender, Field(discriminator="kind")]


class Multi(Strict):
    """Several heads on the same features, each with a name of its own."""

    kind: Literal["multi"]
    heads: list[SingleHead] = Field(min_length=2)

    @model_validator(mode="after")
    def _named(self) -> "Multi":
        names = [head.name for head in self.heads]
        if None in names or len(set(names)) < len(names):
            raise ValueError("every head of a multi head needs a name of its own")
        said = [head.says for head in self.heads]
        if len(set(said)) < len(said):
            raise ValueError("a multi head says one age and one gender at most")
        return self


Head = Annotated[AgeHead | Gender | Multi, Field(discriminator="kind")]


def heads_of(head: Head) -> list[SingleHead]:
    """The heads of a multi head, or the head itself."""
    return list(head.heads) if isinstance(head, Multi) else [head]


def width_of(head: Head) -> int:
    """Number of outputs of all heads together.

    >>> width_of(AgeClasses(kind="age-classes", ages=[20, 21, 22]))
    3
    """
    return sum(one.width for one in heads_of(head))


def slices_of(head: Head) -> list[slice]:
    """Where the outputs of each head of `heads_of` lie in the network's output vector."""
    ends = [0]
    for one in heads_of(head):
        ends.append(ends[-1] + one.width)
    return [slice(first, end) for first, end in pairwise(ends)]


def age_range(head: Head) -> tuple[int, int]:
    """Youngest and oldest age in years that all heads can be taught, both included."""
    ranges = [one.age_range for one in heads_of(head)]
    return max(low for low, _ in ranges), min(high for _, high in ranges)


def dump_head(head: Head) -> dict[str, Any]:
    """The head as JSON, without names that were not given."""
    return head.model_dump(mode="json", exclude_none=True)
