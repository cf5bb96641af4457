"""What a training leaves behind: the best network, its configuration, how long it took, and its teachers' folders."""

from pathlib import Path

from agelens.config import Config
from agelens.crops.sets import read_sets
from agelens.errors import AgeLensError
from agelens.files import read_json, write_json
from agelens.models.build import AnyNetwork, build
from agelens.models.spec import read_spec
from agelens.models.stored import read_state
from agelens.settings import check

_MADE_BY = "`agelens train`"
_SPLIT = "split.json"


def load_run(run: Path) -> tuple[AnyNetwork, Config]:
    """The best averaged weights of a run, ready for inference, and its configuration."""
    config = read_run_config(run)
    network = build(read_spec(run / "spec.json"))
    if not (run / "best.pt").is_file():
        raise AgeLensError(f"{run / 'best.pt'} is missing; let {_MADE_BY} finish an epoch first.")
    state = read_state(run / "best.pt", _MADE_BY)
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise AgeLensError(f"{run / 'best.pt'} belongs to another network than spec.json; train again.") from error
    return network.eval(), config


def read_run_config(run: Path) -> Config:
    """The configuration that a run was started with."""
    return check(Config, read_json(run / "config.json", _MADE_BY), str(run / "config.json"))


def require_same_split(data: Path, run: Path) -> None:
    """Raises AgeLensError where a run was started with other lists of pictures than those of `data`.

    Its validation and test pictures would be among those that it learnt from. A set of those that a run learnt from may
    stand alone. Runs of earlier versions kept no list.
    """
    kept = run / _SPLIT
    if kept.is_file() and not set(_hashes_of_splits(data)) <= set(_kept_hashes(kept)):
        raise AgeLensError(
            f"{data / 'split.csv'} is not the list of pictures that {run} was started with; pass its --data, begin "
            "another run, or measure on other pictures with `agelens evaluate --on`."
        )


def keep_split(data: Path, run: Path) -> None:
    """Keep the hashes of the lists of pictures that a run is started with, one for each data set."""
    write_json(run / _SPLIT, {"sha256": _hashes_of_splits(data)})


def _kept_hashes(kept: Path) -> list[str]:
    hashes = read_json(kept, _MADE_BY)["sha256"]
    return [hashes] if isinstance(hashes, str) else hashes


def _hashes_of_splits(data: Path) -> list[str]:
    return [read_json(folder / "split.json", "`agelens split`")["sha256"] for folder in read_sets(data).values()]


def epochs_of(run: Path) -> int:
    """How many epochs of a run are finished."""
    return len((run / "history.csv").read_text(encoding="utf-8").splitlines()) - 1


def teachers_of(config: Config, run: Path) -> dict[str, Path]:
    """The runs of a run's teachers by name, in the order of its configuration; they lie within it."""
    paths = config.distil.teachers if config.distil else []
    return {path.stem: run / "teachers" / path.stem for path in paths}
