"""A network's heads with what is needed to read each of them."""

from dataclasses import dataclass
from typing import Any

from agelens.models.heads import Head, SingleHead, heads_of, slices_of
from agelens.predict.ages import AgeDecoder, decoder_from_json


@dataclass(frozen=True)
class HeadReader:
    """One head, where its outputs lie, and how they become years; None for a head over classes."""

    head: SingleHead
    part: slice
    decoder: AgeDecoder | None

    @property
    def classes(self) -> SingleHead:
        """The head, where it tells classes apart; raises TypeError where it gives years."""
        if self.head.figures == "years":
            raise TypeError(f"A head of kind '{self.head.kind}' gives years, not classes.")
        return self.head

    @property
    def years(self) -> AgeDecoder:
        """How the outputs become years; raises TypeError where the head tells classes apart."""
        if self.decoder is None:
            raise TypeError(f"A head of kind '{self.head.kind}' tells classes apart, and gives no years.")
        return self.decoder


def readers_from_json(head: Head, content: dict[str, Any]) -> list[HeadReader]:
    """Readers as the keys "decode" and "calibration" of an evaluation or export describe them."""
    parts = zip(heads_of(head), slices_of(head), strict=True)
    return [
        HeadReader(one, part, decoder_from_json(one, content) if one.figures == "years" else None)
        for one, part in parts
    ]
