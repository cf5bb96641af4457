"""Everything needed to continue a run as if it had never stopped."""

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import torch

from agelens.config import Config, Selection
from agelens.errors import AgeLensError
from agelens.files import write_atomic
from agelens.models.stored import read_state
from agelens.train.share import Share


def higher_is_better(metric: str) -> bool:
    """Whether a metric counts successes, and not errors."""
    return metric.endswith("accuracy")


def metric_of(row: dict[str, float], selection: Selection) -> str:
    """The column that epochs are compared by; raises AgeLensError when the row has no such column."""
    usual = (name for name in row if name in ("score", "mae") or name.endswith("accuracy"))
    metric = selection.metric or next(usual)
    if metric not in row:
        raise AgeLensError(f"selection.metric '{metric}' is not measured; choose one of {', '.join(row)}.")
    return metric


def is_better(row: dict[str, float], best: dict[str, float] | None, metric: str) -> bool:
    """A larger input beats a smaller one, then the better metric wins: only the full size will be exported."""
    sign = -1 if higher_is_better(metric) else 1
    return best is None or (-row["size"], sign * row[metric]) < (-best["size"], sign * best[metric])


def is_stuck(history: list[dict[str, float]], best: dict[str, float] | None, patience: int) -> bool:
    """Whether the last `patience` epochs brought nothing better; never with a patience of 0."""
    return bool(patience and best and history[-1]["epoch"] - best["epoch"] >= patience)


class Stateful(Protocol):
    """A module or an optimiser: what a checkpoint keeps the state of."""

    def state_dict(self) -> dict[str, Any]: ...
    def load_state_dict(self, state_dict: dict[str, Any]) -> Any: ...


@dataclass
class Progress:
    """Steps done, sums over the running epoch, one history row per finished epoch, and the best so far."""

    step: int = 0
    loss_sum: float = 0.0
    loss_steps: int = 0
    history: list[dict[str, float]] = field(default_factory=list)
    best: dict[str, float] | None = None

    def add(self, loss: float) -> None:
        """Count one step."""
        self.step += 1
        self.loss_sum += loss
        self.loss_steps += 1

    @property
    def mean_loss(self) -> float:
        """Mean over the running epoch."""
        return self.loss_sum / self.loss_steps

    def finish_epoch(self, row: dict[str, float], selection: Selection) -> bool:
        """Append the epoch's row (with "epoch", "size" and the metric); returns whether it is the best so far."""
        self.loss_sum, self.loss_steps = 0.0, 0
        self.history.append(row)
        found = is_better(row, self.best, metric_of(row, selection))
        if found:
            self.best = row
        return found

    def is_over(self, total: int, config: Config) -> bool:
        """Whether all steps are done, or the run waited long enough for a better epoch at the full input size."""
        full = bool(self.history) and self.history[-1]["size"] == max(size for _, size in config.schedule.sizes)
        return self.step >= total or (full and is_stuck(self.history, self.best, config.selection.patience))


def save(path: Path, parts: dict[str, Stateful], progress: Progress, config: Config) -> None:
    """Write the state of all `parts` (modules, optimiser), the random state and the progress, atomically."""
    content: dict[str, Any] = {name: part.state_dict() for name, part in parts.items()}
    content |= {
        "rng": torch.get_rng_state(),
        "progress": vars(progress),
        "config": config.model_dump(mode="json"),
    }
    write_atomic(path, lambda partial: torch.save(content, partial))


class Saver:
    """Writes the first process's checkpoints: on demand, and whenever the last one is too old."""

    def __init__(self, path: Path, parts: dict[str, Stateful], config: Config, share: Share):
        self.path, self.parts, self.config, self.share = path, parts, config, share
        self.saved_at = time.monotonic()

    def save(self, progress: Progress) -> None:
        """Write a checkpoint now."""
        if self.share.is_first:
            save(self.path, self.parts, progress, self.config)
        self.saved_at = time.monotonic()

    def save_if_due(self, progress: Progress) -> None:
        """Write one when `runtime.checkpoint_seconds` have passed since the last."""
        if time.monotonic() - self.saved_at >= self.config.runtime.checkpoint_seconds:
            self.save(progress)


def load(path: Path, parts: dict[str, Stateful], config: Config) -> Progress:
    """Restore all `parts` in place; raises AgeLensError when the run was started with other settings."""
    content = read_state(path, "`agelens train` in a new run folder")
    before, now = _with_defaults(content["config"]), config.model_dump(mode="json")
    changed = [key for key in now if _fixed(before.get(key), key) != _fixed(now[key], key)]
    if changed:
        raise AgeLensError(
            f"{path} was started with other values of [{', '.join(changed)}]; "
            "restore them or choose another run folder (only epochs and [runtime] may change)."
        )
    for name, part in parts.items():
        part.load_state_dict(content[name])
    torch.set_rng_state(content["rng"])
    return Progress(**content["progress"])


def _with_defaults(config: dict[str, Any]) -> dict[str, Any]:
    """A stored configuration with keys that did not exist when it was stored."""
    return Config.model_validate(config).model_dump(mode="json")


def _fixed(table: object, key: str) -> object:
    """A configuration table without what may change on resuming: files may move, and more epochs may follow."""
    match key, table:
        case "runtime" | "spec", _:
            return None
        case "schedule", dict():
            return {k: v for k, v in table.items() if k != "epochs"}
        case "initialise", dict():
            return table["sha256"]
        case "start_from", str():
            return Path(table).name
        case "distil", dict():
            return table | {"teachers": [Path(teacher).stem for teacher in table["teachers"]]}
    return table
