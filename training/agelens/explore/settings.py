"""What `agelens explore` can be told in its configuration file."""

from pydantic import Field

from agelens.data.label_options import LabelSettings


class ExploreSettings(LabelSettings):
    """`jobs` 0 means all cores; `scheduler` sends the work to a Dask cluster; `samples` faces are shown."""

    jobs: int = Field(default=0, ge=0)
    scheduler: str | None = None
    samples: int = Field(default=60, ge=0)
    seed: int = 1
