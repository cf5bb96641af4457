"""A head over groups of ages."""

from itertools import pairwise
from typing import Literal, final

import numpy as np
from pydantic import Field, model_validator

from agelens.models.heads.kind import AGE_CAVEATS, OLDEST, AgeHeadKind, HeadAge
from agelens.settings import Strict


class AgeGroup(Strict):
    """A group of ages from `low` to `high` years, both included."""

    name: str
    low: HeadAge
    high: HeadAge


@final
class AgeGroups(AgeHeadKind):
    """Logits over groups of ages that touch each other, youngest first."""

    output = "probabilities"
    figures = "groups"
    needs_every_class = True

    kind: Literal["age-groups"]
    groups: list[AgeGroup] = Field(min_length=2)

    @model_validator(mode="after")
    def _touching(self) -> "AgeGroups":
        if any(group.low > group.high for group in self.groups):
            raise ValueError("a group's low must not exceed its high")
        if any(b.low != a.high + 1 for a, b in pairwise(self.groups)):
            raise ValueError("each group must begin one year after the one before it ends")
        return self

    @property
    def width(self) -> int:
        return len(self.groups)

    @property
    def age_range(self) -> tuple[int, int]:
        return self.groups[0].low, self.groups[-1].high

    def class_names(self) -> list[str]:
        return [group.name for group in self.groups]

    def class_of(self, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
        return np.searchsorted([group.high for group in self.groups], ages).astype(np.int64)

    def posterior(self, answers: np.ndarray, spread: float) -> np.ndarray:
        """A group's share is spread evenly over its ages."""
        posterior = np.zeros((len(answers), max(OLDEST, self.groups[-1].high) + 1))
        for number, group in enumerate(self.groups):
            posterior[:, group.low : group.high + 1] = answers[:, [number]] / (group.high - group.low + 1)
        return posterior

    def output_words(self) -> str:
        groups = ", ".join(f"{group.name} ({group.low}–{group.high} years)" for group in self.groups)
        return f"a probability for each group of ages: {groups}"

    def reading_words(self, decode: str, spread: float) -> str:
        return "Group: the likeliest. As an age, each group's share is spread evenly over its ages."

    def caveats(self) -> tuple[str, ...]:
        return AGE_CAVEATS
