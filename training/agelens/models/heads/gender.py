"""A head over apparent genders."""

from typing import Literal, final

import numpy as np

from agelens.models.heads.kind import HeadKind


@final
class Gender(HeadKind):
    """Logits over the two apparent genders that the labels know."""

    says = "gender"
    output = "probabilities"
    figures = "gender"
    needs_every_class = True

    kind: Literal["gender"]
    classes: tuple[Literal["male"], Literal["female"]] = ("male", "female")

    @property
    def width(self) -> int:
        return len(self.classes)

    def class_names(self) -> list[str]:
        return list(self.classes)

    def class_of(self, ages: np.ndarray, genders: np.ndarray) -> np.ndarray:
        return np.asarray(genders, dtype=np.int64)

    def output_words(self) -> str:
        return "a probability for each of the two apparent genders that the labels know"

    def reading_words(self, decode: str, spread: float) -> str:
        return "Apparent gender: the likelier of the two. It is about how a face looks, not about who somebody is."

    def caveats(self) -> tuple[str, ...]:
        return ("- Two classes describe neither everybody nor anybody's identity; mistakes hurt. Do not act on them.",)
