"""Training configurations: TOML files checked against the tables below; an unknown key is an error."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agelens.errors import AgeLensError
from agelens.models.spec import describe


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Normalisation(_Table):
    """Per channel, on 0…255: input = (pixel − mean) / std."""

    mean: tuple[float, float, float] = (127.5, 127.5, 127.5)
    std: tuple[float, float, float] = (63.75, 63.75, 63.75)


class Sampling(_Table):
    """Pictures are drawn with a weight ∝ (count of their five-year band)^−power."""

    power: float = Field(default=0.3, ge=0, le=1)
    conflicts: Literal["drop", "keep"] = "drop"


class Loss(_Table):
    """KL to a Gaussian of σ = clip(base + slope·age, base, max) years, plus smooth L1 of the expected age."""

    sigma_base: float = Field(default=0.6, gt=0)
    sigma_slope: float = Field(default=0.05, ge=0)
    sigma_max: float = Field(default=3.0, gt=0)
    expected_weight: float = Field(default=0.1, ge=0)
    expected_beta: float = Field(default=2.0, gt=0)
    gender_weight: float = Field(default=0.0, ge=0)
    ethnicity_weight: float = Field(default=0.0, ge=0)


class Augment(_Table):
    """Ranges are half-widths around neutral; probabilities are per picture."""

    rotation_degrees: float = Field(default=15.0, ge=0)
    scale: float = Field(default=0.12, ge=0, lt=1)
    shift: float = Field(default=0.05, ge=0)
    brightness: float = Field(default=0.2, ge=0)
    contrast: float = Field(default=0.25, ge=0)
    saturation: float = Field(default=0.3, ge=0)
    white_balance: float = Field(default=0.08, ge=0)
    gamma: float = Field(default=0.35, ge=0)
    gamma_probability: float = Field(default=0.3, ge=0, le=1)
    grey_probability: float = Field(default=0.05, ge=0, le=1)
    downsample_probability: float = Field(default=0.25, ge=0, le=1)
    downsample_smallest: int = Field(default=24, ge=8)
    downsample_largest: int = Field(default=96, ge=8)
    blur_probability: float = Field(default=0.1, ge=0, le=1)
    blur_sigma: float = Field(default=2.0, gt=0)
    noise_probability: float = Field(default=0.1, ge=0, le=1)
    noise_sigma: float = Field(default=12.0, ge=0)
    dark_probability: float = Field(default=0.05, ge=0, le=1)
    erase_probability: float = Field(default=0.2, ge=0, le=1)
    erase_largest: float = Field(default=0.4, gt=0, lt=1)


class Optimiser(_Table):
    """AdamW; no weight decay on norms and biases."""

    learning_rate: float = Field(default=3e-3, gt=0)
    weight_decay: float = Field(default=0.02, ge=0)
    batch: int = Field(default=128, gt=0)
    clip: float = Field(default=1.0, gt=0)
    ema_decay: float = Field(default=0.999, ge=0, lt=1)


class Schedule(_Table):
    """Fractions are of the whole training; `sizes` lists (start fraction, input side in pixels)."""

    epochs: int = Field(default=80, gt=0)
    kind: Literal["trapezoid", "cosine"] = "trapezoid"
    warmup: float = Field(default=0.02, ge=0, lt=1)
    decay: float = Field(default=0.35, ge=0, le=1)
    sizes: list[tuple[float, int]] = Field(default=[(0.0, 128)], min_length=1)


class Runtime(_Table):
    """`threads` 0 means all cores; `bf16` trains in bfloat16 where the arithmetic allows it."""

    threads: int = Field(default=0, ge=0)
    bf16: bool = True


class Config(_Table):
    """A whole training run. `spec` is a path relative to the configuration file."""

    name: str
    spec: Path
    seed: int = 1
    normalisation: Normalisation = Normalisation()
    sampling: Sampling = Sampling()
    loss: Loss = Loss()
    augment: Augment = Augment()
    optimiser: Optimiser = Optimiser()
    schedule: Schedule = Schedule()
    runtime: Runtime = Runtime()


def read_config(path: Path) -> Config:
    """Read and check a TOML file; raises AgeLensError naming file and key."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise AgeLensError(f"{path} does not exist; pass one of training/configs.") from error
    except tomllib.TOMLDecodeError as error:
        raise AgeLensError(f"{path} is not valid TOML: {error}.") from error
    try:
        config = Config.model_validate(content)
    except ValidationError as error:
        raise AgeLensError(f"{path}: {describe(error)}") from error
    return config.model_copy(update={"spec": (path.parent / config.spec).resolve()})
