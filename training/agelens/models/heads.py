"""What a network's outputs mean: the kinds of heads, their widths and the labels that they learn.

The app accepts the same heads: src/engine/facts/head-kinds.json, which tests on both sides read.

A network has one output vector. A head of kind "multi" cuts it into the outputs of its heads, in their order.
"""

from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from agelens.settings import Strict

# A whole age that a head may name.
HeadAge = Annotated[int, Field(ge=0, le=120)]


class _Head(Strict):
    name: str | None = None


class AgePosterior(_Head):
    """Logits over the ages 0, 1, …, bins − 1."""

    kind: Literal["age-posterior"]
    bins: int = Field(gt=1)


class AgeRegression(_Head):
    """One number: years."""

    kind: Literal["age-regression"]


class AgeClasses(_Head):
    """Logits over the listed ages; people of other ages are outside of what the network knows."""

    kind: Literal["age-classes"]
    ages: list[HeadAge] = Field(min_length=2)

    @model_validator(mode="after")
    def _rising(self) -> "AgeClasses":
        if any(later - earlier != 1 for earlier, later in pairwise(self.ages)):
            raise ValueError("ages must rise in steps of one year")
        return self


class AgeGroup(Strict):
    """A group of ages from `low` to `high` years, both included."""

    name: str
    low: HeadAge
    high: HeadAge


class AgeGroups(_Head):
    """Logits over groups of ages that touch each other, youngest first."""

    kind: Literal["age-groups"]
    groups: list[AgeGroup] = Field(min_length=2)

    @model_validator(mode="after")
    def _touching(self) -> "AgeGroups":
        if any(group.low > group.high for group in self.groups):
            raise ValueError("a group's low must not exceed its high")
        if any(b.low != a.high + 1 for a, b in pairwise(self.groups)):
            raise ValueError("each group must begin one year after the one before it ends")
        return self


class Gender(_Head):
    """Logits over the two apparent genders that the labels know."""

    kind: Literal["gender"]
    classes: tuple[Literal["male"], Literal["female"]] = ("male", "female")


SingleHead = Annotated[AgePosterior | AgeRegression | AgeClasses | AgeGroups | Gender, Field(discriminator="kind")]


class Multi(_Head):
    """Several heads on the same features, each with a name of its own."""

    kind: Literal["multi"]
    heads: list[SingleHead] = Field(min_length=2)

    @model_validator(mode="after")
    def _named(self) -> "Multi":
        names = [head.name for head in self.heads]
        if None in names or len(set(names)) < len(names):
            raise ValueError("every head of a multi head needs a name of its own")
        genders = sum(isinstance(head, Gender) for head in self.heads)
        if genders > 1 or len(self.heads) - genders > 1:
            raise ValueError("a multi head says one age and one gender at most")
        return self


Head = Annotated[
    AgePosterior | AgeRegression | AgeClasses | AgeGroups | Gender | Multi,
    Field(discriminator="kind"),
]


def heads_of(head: Head) -> list[SingleHead]:
    """The heads of a multi head, or the head itself."""
    return list(head.heads) if isinstance(head, Multi) else [head]


def width_of(head: Head) -> int:
    """Number of outputs.

    >>> width_of(AgeClasses(kind="age-classes", ages=[20, 21, 22]))
    3
    """
    match head:
        case Multi():
            return sum(width_of(one) for one in head.heads)
        case AgePosterior():
            return head.bins
        case AgeClasses():
            return len(head.ages)
        case AgeGroups():
            return len(head.groups)
        case Gender():
            return len(head.classes)
        case AgeRegression():
            return 1


def slices_of(head: Head) -> list[slice]:
    """Where the outputs of each head of `heads_of` lie in the network's output vector."""
    ends = [0]
    for one in heads_of(head):
        ends.append(ends[-1] + width_of(one))
    return [slice(first, end) for first, end in pairwise(ends)]


def is_age(head: SingleHead) -> bool:
    """Whether the head estimates an age in years."""
    return isinstance(head, AgePosterior | AgeRegression | AgeClasses)


def age_range(head: Head) -> tuple[int, int]:
    """Youngest and oldest age in years that the head can be taught, both included.

    A posterior's last bin stands for all older people.
    """
    match head:
        case Multi():
            ranges = [age_range(one) for one in head.heads]
            return max(low for low, _ in ranges), min(high for _, high in ranges)
        case AgeClasses():
            return head.ages[0], head.ages[-1]
        case AgeGroups():
            return head.groups[0].low, head.groups[-1].high
    return 0, 200


def class_names(head: SingleHead) -> list[str]:
    """Names of the outputs of a head over classes; none for a regression."""
    match head:
        case AgePosterior():
            return [str(age) for age in range(head.bins)]
        case AgeClasses():
            return [str(age) for age in head.ages]
        case AgeGroups():
            return [group.name for group in head.groups]
        case Gender():
            return list(head.classes)
    return []


def dump_head(head: Head) -> dict[str, Any]:
    """The head as JSON, without names that were not given."""
    return head.model_dump(mode="json", exclude_none=True)
