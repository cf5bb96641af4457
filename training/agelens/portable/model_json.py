"""`model.json` of a release folder: all that using its network takes; `model.schema.json` is its JSON Schema."""

from typing import Any, Literal

from pydantic import Field

from agelens.models.heads import Head
from agelens.settings import Strict

Point = tuple[float, float]


class Input(Strict):
    """What the network is given: aligned faces as plain pixels."""

    name: str
    layout: Literal["NCHW"] = "NCHW"
    shape: tuple[Literal["faces"], int, int, int]
    type: Literal["float32"] = "float32"
    size: int = Field(description="side of a crop in pixels")
    colour: Literal["RGB"]
    range: tuple[float, float] = Field((0, 255), description="of a channel; no rounding is needed")
    mean: tuple[float, ...]
    standardDeviation: tuple[float, ...]
    normalised: Literal["inside"] = Field(
        "inside", description="(pixel − mean) / standardDeviation is computed inside the file: pass plain pixels"
    )


class Box(Strict):
    """Where the detector's box lies in a crop, in crop sides."""

    centre: Point
    side: float


class Range(Strict):
    """From `min` to `max`, both included."""

    min: float
    max: float


class Resampling(Strict):
    """How pixels of the picture become pixels of the crop."""

    method: str = "mean of n×n bilinear samples"
    samplesPerSide: Range = Field(description="n = picture pixels along a crop pixel, rounded up, within these bounds")
    edge: Literal["clamp"] = Field("clamp", description="outside of the picture its nearest pixel counts")
    pixelCentre: float = Field(0.5, description="the centre of pixel (i, j) is (i + 0.5, j + 0.5)")


class Alignment(Strict):
    """From a face in a picture to a crop: z ↦ a·z + t, least squares from the face's keypoints to the template's."""

    keypoints: list[str] = Field(description="in this order; right is the person's right")
    points: dict[str, Point] = Field(description="where the keypoints lie in a crop, in crop sides from its top left")
    box: Box
    maxResidual: float = Field(description="in crop sides; where the fit's root mean square is more, the box places it")
    plausibleSideRatio: Range = Field(
        description="of box.side to the side of the face's box once fitted; outside of it the box places the crop"
    )
    resampling: Resampling


class Output(Strict):
    """One of the network's outputs."""

    name: str
    shape: tuple[str | int, ...]
    unit: Literal["probability", "years"]
    classes: list[str] = Field(description="what the columns stand for")


class Knot(Strict):
    """Shares of the posterior that an interval leaves out below and above, where it ends at this age."""

    age: float
    below: float
    above: float


class Reading(Strict):
    """How the outputs `years`, `low` and `high` come about, for programs that do it themselves."""

    of: str = Field(description="the output that is read")
    estimate: Literal["median", "mean", "direct"] = Field(description="of the posterior; direct: the output is years")
    level: float = Field(description="share of faces like those measured whose true age lies from low to high")
    tails: list[Knot] = Field(description="linear between knots, constant beyond them")
    spread: float | None = Field(None, description="mean absolute error in years of a network that gives years")
    steps: list[str]


class Example(Strict):
    """A crop beside this file and what the network says about it."""

    crop: str
    picture: str
    answers: dict[str, list[float]]


class Description(Strict):
    """All that using the network takes."""

    format: Literal["agelens-model"] = "agelens-model"
    formatVersion: Literal[1] = 1
    id: str
    version: str
    file: str
    opset: int = Field(description="ONNX opset")
    parameters: int
    trainingData: str
    licence: str = Field(description="of the weights; the code is under the Apache License 2.0")
    card: str
    input: Input
    alignment: Alignment
    head: Head = Field(description="what the network was trained to say")
    outputs: list[Output]
    reading: Reading | None = Field(description="none where the network says no age")
    example: Example


def schema() -> dict[str, Any]:
    """The JSON Schema of `model.json`."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **Description.model_json_schema()}
