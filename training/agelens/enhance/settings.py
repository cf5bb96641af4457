"""What `agelens enhance` can be told in its configuration file."""

from pydantic import Field

from agelens.data.label_options import LabelSettings
from agelens.quality.plan import CHECKS, REPAIR_ROUNDS, Check


class EnhanceSettings(LabelSettings):
    """Which failed `checks` are repaired, in how many `rounds`, and the JPEG `quality` of what is written."""

    jobs: int = Field(default=0, ge=0)
    scheduler: str | None = None
    checks: tuple[Check, ...] = CHECKS
    rounds: int = Field(default=REPAIR_ROUNDS, ge=1, le=10)
    quality: int = Field(default=95, ge=50, le=100)
    samples: int = Field(default=24, ge=0)
    seed: int = 1
