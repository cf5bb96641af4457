"""A head that gives years."""

from typing import Literal, final

import numpy as np

from agelens.models.heads.kind import AGE_CAVEATS, OLDEST, AgeHeadKind


@final
class AgeRegression(AgeHeadKind):
    """One number: years."""

    output = "years"
    figures = "years"
    needs_every_class = False

    kind: Literal["age-regression"]

    @property
    def width(self) -> int:
        return 1

    def class_names(self) -> list[str]:
        return []

    def class_of(self, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
        raise TypeError("A head of kind 'age-regression' has no classes.")

    def posterior(self, answers: np.ndarray, spread: float) -> np.ndarray:
        """Errors follow Laplace's distribution; what would lie below 0 or above OLDEST counts as 0 or OLDEST."""
        distance = (np.arange(OLDEST) + 0.5 - answers) / spread
        below = np.where(distance < 0, np.exp(np.minimum(distance, 0)) / 2, 1 - np.exp(-np.maximum(distance, 0)) / 2)
        return np.diff(below, axis=1, prepend=0, append=1)

    def output_words(self) -> str:
        return "an age in years, as one number"

    def reading_words(self, decode: str, spread: float) -> str:
        return f"Estimate: the number. Errors are taken to follow Laplace's distribution, {spread:.2f} years."

    def caveats(self) -> tuple[str, ...]:
        return AGE_CAVEATS
