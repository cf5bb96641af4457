"""Groups under which figures are given: who is in the picture, and how good the picture is."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from tqdm import tqdm

from agelens.data.labels import ETHNICITIES, GENDERS
from agelens.evaluate.testset import LabelledSet
from agelens.predict.bands import BAND_NAMES, band_of
from agelens.quality.metrics import measure

BRIGHTNESS_EDGES = (50, 90, 130, 200)
SHARPNESS_EDGES = (100, 300, 1000)
SIZE_EDGES_PX = (100, 150, 200)
TURN_EDGES = (0.01, 0.02, 0.03, 0.045)


@dataclass(frozen=True)
class Grouping:
    """Group number of each picture [N], −1 where it belongs to none."""

    key: str
    title: str
    names: tuple[str, ...]
    numbers: np.ndarray


def groupings_of(test: LabelledSet) -> list[Grouping]:
    """Who is in the picture as labelled; brightness, sharpness and size of the face, and how far it is turned away."""
    margin = (test.crops.shape[1] - test.frame) // 2
    inner = test.crops[:, margin : margin + test.frame, margin : margin + test.frame].numpy()
    measured = [measure(crop) for crop in tqdm(inner, desc="measuring quality", leave=False)]
    brightness, sharpness = (np.array([metrics[key] for metrics in measured]) for key in ("brightness", "sharpness"))
    same_band = band_of(test.youngest) == band_of(test.oldest)
    groupings = [
        Grouping("bands", "Age", BAND_NAMES, np.where(same_band, band_of(test.youngest), -1)),
        Grouping("genders", "Gender", GENDERS, test.genders),
        Grouping("ethnicities", "Ethnicity", ETHNICITIES, test.ethnicities),
        _by_edges("brightness", "Brightness of the face (mean luma)", brightness, BRIGHTNESS_EDGES),
        _by_edges("sharpness", "Sharpness of the face (variance of the Laplacian)", sharpness, SHARPNESS_EDGES),
        _by_edges("size", "Size of the face (pixels of the picture along the crop)", test.side_px, SIZE_EDGES_PX),
        _by_edges(
            "turn",
            "Turned away (distance of its points from a frontal face, share of the crop)",
            test.residuals,
            TURN_EDGES,
        ),
    ]
    return [grouping for grouping in groupings if (grouping.numbers >= 0).any()]


def _by_edges(key: str, title: str, values: np.ndarray, edges: tuple[float, ...]) -> Grouping:
    between = [f"{low}–{high}" for low, high in pairwise(edges)]
    names = (f"below {edges[0]}", *between, f"{edges[-1]} and more")
    return Grouping(key, title, names, np.searchsorted(edges, values, side="right"))
