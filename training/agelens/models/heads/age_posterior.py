"""A head over all ages from 0 on."""

from typing import Literal, final

import numpy as np
from pydantic import Field

from agelens.models.heads.kind import AGE_CAVEATS, AgeHeadKind


@final
class AgePosterior(AgeHeadKind):
    """Logits over the ages 0, 1, …, bins − 1; the last bin stands for all older people."""

    output = "probabilities"
    figures = "years"
    needs_every_class = False

    kind: Literal["age-posterior"]
    bins: int = Field(gt=1)

    @property
    def width(self) -> int:
        return self.bins

    @property
    def oldest_label(self) -> int:
        return self.bins - 1

    def class_names(self) -> list[str]:
        return [str(age) for age in range(self.bins)]

    def class_of(self, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
        return np.minimum(ages, self.bins - 1).astype(np.int64)

    def ages_of_classes(self) -> np.ndarray:
        return np.arange(self.bins)

    def posterior(self, answers: np.ndarray, spread: float) -> np.ndarray:
        return answers

    def output_words(self) -> str:
        return f"a probability for each of the ages 0…{self.bins - 1} ({self.bins} bins)"

    def reading_words(self, decode: str, spread: float) -> str:
        return f"Estimate: the posterior's {decode}."

    def caveats(self) -> tuple[str, ...]:
        return AGE_CAVEATS
