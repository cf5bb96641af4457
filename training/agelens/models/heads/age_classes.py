"""A head over some ages."""

from itertools import pairwise
from typing import Literal, final

import numpy as np
from pydantic import Field, model_validator

from agelens.models.heads.kind import AGE_CAVEATS, AgeHeadKind, HeadAge


@final
class AgeClasses(AgeHeadKind):
    """Logits over the listed ages; people of other ages are outside of what the network knows."""

    output = "probabilities"
    figures = "years"
    needs_every_class = True

    kind: Literal["age-classes"]
    ages: list[HeadAge] = Field(min_length=2)

    @model_validator(mode="after")
    def _rising(self) -> "AgeClasses":
        if any(later - earlier != 1 for earlier, later in pairwise(self.ages)):
            raise ValueError("ages must rise in steps of one year")
        return self

    @property
    def width(self) -> int:
        return len(self.ages)

    @property
    def age_range(self) -> tuple[int, int]:
        return self.ages[0], self.ages[-1]

    def class_names(self) -> list[str]:
        return [str(age) for age in self.ages]

    def class_of(self, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
        return (np.asarray(ages) - self.ages[0]).astype(np.int64)

    def ages_of_classes(self) -> np.ndarray:
        return np.array(self.ages)

    def posterior(self, answers: np.ndarray, spread: float) -> np.ndarray:
        """Ages that the head does not know get nothing."""
        return np.pad(answers, ((0, 0), (self.ages[0], 0)))

    def output_words(self) -> str:
        return f"a probability for each of the ages {self.ages[0]}…{self.ages[-1]}; it knows no others"

    def reading_words(self, decode: str, spread: float) -> str:
        return f"Estimate: the posterior's {decode}."

    def caveats(self) -> tuple[str, ...]:
        ages = f"{self.ages[0]} or above {self.ages[-1]}"
        return (
            f"- People below {ages} come out as if they were within: use it where ages are known to be.",
            *AGE_CAVEATS,
        )
