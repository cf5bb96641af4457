"""The pipeline's configuration: one TOML file with a table per stage."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field

from agelens.config import Config, resolve
from agelens.data.make_split import SplitSettings
from agelens.enhance.settings import EnhanceSettings
from agelens.explore.settings import ExploreSettings
from agelens.resample.settings import ResampleSettings
from agelens.settings import Strict, check, read_toml

T = TypeVar("T", bound=Strict)
REPOSITORY = Path(__file__).parents[3]


class KeypointSettings(Strict):
    """`aligned`: pictures are tight face crops; `thorough`: search tiles too."""

    aligned: bool = True
    thorough: bool = False


class TemplateSettings(Strict):
    """As the options of `agelens template`."""

    zoom: float = Field(default=1.0, ge=0.1)
    max_residual: float = Field(default=0.1, ge=0)


class CropSettings(Strict):
    """As the options of `agelens crops`."""

    size: int = Field(default=128, ge=16)
    margin: int = Field(default=16, ge=0)


class ResampleStage(ResampleSettings):
    """The settings of `agelens resample` and its target."""

    target: Path


class PublishSettings(Strict):
    """`models` is the app's folder; `parity_images` with `parity_keypoints` are what the conversion is proven on."""

    title: str
    version: str = "1"
    models: Path = REPOSITORY / "public/models"
    parity_images: Path = REPOSITORY / "e2e/fixtures"
    parity_keypoints: Path = REPOSITORY / "training/parity/keypoints.csv"


class PipelineSettings(Strict):
    """Paths are relative to the file. `explore`, `enhance` and `resample` are stages only where their table is given.

    `train` holds what a file of training/configs does, without `name`.
    """

    name: str
    pictures: Path
    work: Path
    labels: Path | None = None
    explore: ExploreSettings | None = None
    enhance: EnhanceSettings | None = None
    split: SplitSettings = SplitSettings()
    resample: ResampleStage | None = None
    keypoints: KeypointSettings = KeypointSettings()
    template: TemplateSettings = TemplateSettings()
    crops: CropSettings = CropSettings()
    train: dict[str, Any]
    publish: PublishSettings | None = None


def read_pipeline(path: Path) -> PipelineSettings:
    """Read and check the whole file, [train] included; raises AgeLensError naming file and key."""
    content = read_toml(path)
    settings = check(PipelineSettings, content, str(path))
    folder = path.parent.resolve()
    train = resolve(check(Config, {"name": settings.name, **settings.train}, f"{path}, table [train]"), folder)
    given = train.model_dump(mode="json", exclude={"name"}, exclude_unset=True)
    return _resolved(settings.model_copy(update={"train": given}), folder)


def _resolved(settings: PipelineSettings, folder: Path) -> PipelineSettings:
    """The same with absolute paths."""

    def at(table: T, *names: str) -> T:
        found = {name: (folder / value).resolve() for name in names if (value := getattr(table, name)) is not None}
        return table.model_copy(update=found)

    nested: dict[str, Strict] = {}
    if settings.resample:
        nested["resample"] = at(settings.resample, "target")
    if settings.publish:
        nested["publish"] = at(settings.publish, "models", "parity_images", "parity_keypoints")
    return at(settings.model_copy(update=nested), "pictures", "work", "labels")
