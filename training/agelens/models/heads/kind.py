"""What every kind of head says about itself: everything else in this package asks, and names no kind.

A new kind is a module beside this one, a line in `SingleHead` and an entry of src/engine/facts/head-kinds.json; mypy
names what it leaves out.
"""

from abc import ABC, abstractmethod
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from agelens.facts import read_facts
from agelens.settings import Strict

# A whole age that a head may name.
HeadAge = Annotated[int, Field(ge=0, le=120)]

# The oldest age of posteriors that are made of other outputs.
OLDEST: int = read_facts("ages.json")["oldestOfPosteriors"]
_ANY_AGE = (0, 200)

AGE_CAVEATS = (
    "- Estimates are pulled towards the ages that are frequent in the training data; old people tend to come out too "
    "young.",
    "- The interval's promise holds for pictures like those of the validation part; in other scenes coverage can be "
    "lower.",
    "- Do not compare estimates of single people; read the interval, not only the number.",
)


class HeadKind(Strict, ABC):
    """One head; `name` is what a network with several heads calls it."""

    name: str | None = None

    # What it is about.
    says: ClassVar[Literal["age", "gender"]]
    # What the converted network gives: a softmax over classes, or years.
    output: ClassVar[Literal["probabilities", "years"]]
    # Which figures are measured of it.
    figures: ClassVar[Literal["years", "groups", "gender"]]
    # Whether a class without a picture is an error.
    needs_every_class: ClassVar[bool]

    @property
    @abstractmethod
    def width(self) -> int:
        """Number of outputs."""

    @abstractmethod
    def class_names(self) -> list[str]:
        """Names of the outputs; none of a regression."""

    @abstractmethod
    def class_of(self, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
        """Number of the right class per picture, int64 [N], −1 where the gender is unknown; ages lie in `age_range`.

        Raises TypeError for a regression, which has no classes.
        """

    @abstractmethod
    def output_words(self) -> str:
        """What the outputs are, as the end of a sentence of the model card."""

    @abstractmethod
    def reading_words(self, decode: str, spread: float) -> str:
        """How the outputs become what people see, for the model card.

        Args:
            decode: "median" or "mean" of a posterior.
            spread: mean absolute error of a regression in years.
        """

    @abstractmethod
    def caveats(self) -> tuple[str, ...]:
        """What to keep in mind, a bullet each."""

    @property
    def age_range(self) -> tuple[int, int]:
        """Youngest and oldest age in years that the head can be taught, both included."""
        return _ANY_AGE

    @property
    def oldest_label(self) -> int:
        """The age in years to which older labels are clamped."""
        return self.age_range[1]

    def ages_of_classes(self) -> np.ndarray:
        """The ages that the classes stand for, int64 [C]; raises TypeError where that is not one age each."""
        raise TypeError(f"The classes of {type(self).__name__} are not single ages.")


class AgeHeadKind(HeadKind):
    """A head from which ages can be read."""

    says = "age"

    @abstractmethod
    def posterior(self, answers: np.ndarray, spread: float) -> np.ndarray:
        """Probabilities of the ages from 0 on, [N, oldest + 1], as the app makes them.

        Args:
            answers: probabilities [N, width], or years [N, 1] in 0…OLDEST.
            spread: mean absolute error of a regression in years.
        """
