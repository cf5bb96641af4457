"""What `agelens resample` can be told in its configuration file."""

from pydantic import Field

from agelens.data.label_options import LabelSettings
from agelens.settings import Strict


class Augmentation(Strict):
    """How far a copy may differ from its original; half-widths around neutral, a probability for the flip."""

    rotation_degrees: float = Field(default=12.0, ge=0, le=45)
    flip: float = Field(default=0.5, ge=0, le=1)
    brightness: float = Field(default=0.15, ge=0, lt=1)
    contrast: float = Field(default=0.15, ge=0, lt=1)
    saturation: float = Field(default=0.2, ge=0, lt=1)
    crop: float = Field(default=0.1, ge=0, lt=0.5)


class ResampleSettings(LabelSettings):
    """`total` 0 keeps the number of pictures; `max_copies` bounds the copies that are made of one picture.

    `allow_losses` goes on where many pictures have no label.
    """

    jobs: int = Field(default=0, ge=0)
    scheduler: str | None = None
    total: int = Field(default=0, ge=0)
    max_copies: int = Field(default=10, ge=0, le=99)
    seed: int = 1
    allow_losses: bool = False
    quality: int = Field(default=95, ge=50, le=100)
    augmentation: Augmentation = Augmentation()
