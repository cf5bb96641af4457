from pathlib import Path

import pytest
from tiny import CONFIG, write_config

from agelens.config import Config, read_config
from agelens.errors import AgeLensError
from agelens.models.spec import read_spec
from agelens.pipeline.settings import read_pipeline

CONFIGS = Path(__file__).parents[1] / "configs"
NETWORKS = [path for path in CONFIGS.glob("*.toml") if (CONFIGS.parent / "specs" / f"{path.stem}.json").is_file()]
RUNS = sorted([*NETWORKS, *CONFIGS.glob("teachers/*.toml")])


@pytest.mark.parametrize("path", RUNS, ids=lambda path: str(path.relative_to(CONFIGS)))
def test_shipped_configurations_are_valid(path: Path) -> None:
    config = read_config(path)
    assert read_spec(config.spec).input.size == config.schedule.sizes[-1][1]
    assert all(teacher.is_file() for teacher in (config.distil.teachers if config.distil else []))


def test_the_pipeline_trains_what_the_configuration_does() -> None:
    pipeline, alone = read_pipeline(CONFIGS / "pipeline.toml"), read_config(CONFIGS / "compact-age.toml")
    assert Config.model_validate({"name": pipeline.name, **pipeline.train}) == alone


def test_an_unknown_key_is_named_with_its_file(tmp_path: Path) -> None:
    path = write_config(tmp_path, CONFIG + "speed = 9\n")
    with pytest.raises(AgeLensError, match=r"config\.toml: the key 'runtime\.speed' is unknown"):
        read_config(path)


@pytest.mark.parametrize(
    ("text", "message"), [("= 1", "not valid TOML"), (CONFIG.replace("16", "-1"), r"'optimiser\.batch' is wrong")]
)
def test_other_mistakes_are_one_sentence(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(AgeLensError, match=message):
        read_config(write_config(tmp_path, text))
