"""Faces beside the maps of what their answers rest on."""

import matplotlib
import numpy as np

from agelens.analyse.heat import activation_map, occlusion_map
from agelens.config import Config
from agelens.evaluate.testset import LabelledSet
from agelens.models.network import Network
from agelens.predict.ages import read_ages
from agelens.predict.decode import posterior_of
from agelens.predict.logits import central, predict_logits
from agelens.predict.reader import HeadReader
from agelens.report.chapter import Tile, data_url

_VEIL = 0.55


def tiles(network: Network, config: Config, reader: HeadReader, test: LabelledSet, rows: np.ndarray) -> list[Tile]:
    """One tile per row of the set."""
    size, head, part = network.spec.input.size, reader.head, reader.part
    outputs = predict_logits(network, test.crops[rows], test.frame, size, config.normalisation)[:, part]
    readings = _read(reader, outputs)
    made = []
    for row, read, pixels in zip(rows, readings, central(test.crops[rows], test.frame, size), strict=True):
        face = pixels.permute(1, 2, 0).round().clamp(0, 255).byte().numpy()
        hidden = occlusion_map(network, config, head, part, pixels)
        active = activation_map(network, config, head, part, pixels)
        pictures = (face, "face"), (_over(face, hidden), "occlusion map"), (_over(face, active), "activation map")
        images = tuple((data_url(picture), what) for picture, what in pictures)
        made.append(Tile(images, read, f"labelled {test.youngest[row]}"))
    return made


def _read(reader: HeadReader, outputs: np.ndarray) -> list[str]:
    if reader.decoder:
        return [f"{years:.0f}" for years in read_ages(outputs, reader.decoder).years]
    names = reader.head.class_names()
    return [names[best] for best in posterior_of(outputs).argmax(axis=1)]


def _over(face: np.ndarray, heat: np.ndarray) -> np.ndarray:
    """Heat over the grey face: red raises the answer, blue lowers it; as strong as the map's own largest value."""
    strength = heat / max(np.abs(heat).max(), 1e-9)
    colours = matplotlib.colormaps["RdYlBu_r"](0.5 + 0.5 * strength)[..., :3] * 255
    veil = _VEIL * np.abs(strength)[..., None]
    grey = np.repeat(face.mean(axis=2, keepdims=True), 3, axis=2)
    return (grey * (1 - veil) + colours * veil).round().astype(np.uint8)
