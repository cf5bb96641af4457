"""A network's heads with what is needed to read each of them."""

from dataclasses import dataclass

import numpy as np

from agelens.config import Config
from agelens.evaluate.age_section import AgeDecoder, decoder_from_json, fit_decoder
from agelens.evaluate.predict import predict_logits
from agelens.evaluate.testset import LabelledSet
from agelens.models.build import Network
from agelens.models.heads import Head, SingleHead, heads_of, is_age, slices_of


@dataclass(frozen=True)
class HeadReader:
    """One head, where its outputs lie, and how they become years; None for a head over classes."""

    head: SingleHead
    part: slice
    decoder: AgeDecoder | None


def outputs_of(network: Network, test: LabelledSet, config: Config) -> np.ndarray:
    """Raw outputs of all heads for every crop, float32 [N, width]."""
    size = network.spec.input.size
    return predict_logits(network, test.crops, test.frame, size, config.normalisation)


def calibrate(network: Network, config: Config, validation: LabelledSet) -> list[HeadReader]:
    """Readers of all heads, with decoders and intervals fitted to pictures that were not trained on."""
    outputs, head = outputs_of(network, validation, config), network.spec.head
    parts = zip(heads_of(head), slices_of(head), strict=True)
    return [
        HeadReader(one, part, fit_decoder(one, outputs[:, part], validation.youngest) if is_age(one) else None)
        for one, part in parts
    ]


def readers_from_json(head: Head, content: dict) -> list[HeadReader]:
    """Readers as the keys "decode" and "calibration" of an evaluation or export describe them."""
    parts = zip(heads_of(head), slices_of(head), strict=True)
    return [HeadReader(one, part, decoder_from_json(one, content) if is_age(one) else None) for one, part in parts]
