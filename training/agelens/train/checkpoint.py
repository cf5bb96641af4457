"""Everything needed to continue a run as if it had never stopped."""

from dataclasses import dataclass, field
from pathlib import Path

import torch

from agelens.config import Config
from agelens.errors import AgeLensError
from agelens.files import write_atomic


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

    def finish_epoch(self, row: dict[str, float]) -> bool:
        """Append the epoch's row (with "size" and "mae"); returns whether it is the best so far.

        A larger input beats a smaller one, then the lower error wins: only the full size will be exported.
        """
        self.loss_sum, self.loss_steps = 0.0, 0
        self.history.append(row)
        is_best = self.best is None or (-row["size"], row["mae"]) < (-self.best["size"], self.best["mae"])
        if is_best:
            self.best = row
        return is_best


def save(path: Path, parts: dict[str, object], progress: Progress, config: Config) -> None:
    """Write the state of all `parts` (modules, optimiser), the random state and the progress, atomically."""
    content = {name: part.state_dict() for name, part in parts.items()}
    content |= {
        "rng": torch.get_rng_state(),
        "progress": vars(progress),
        "config": config.model_dump(mode="json"),
    }
    write_atomic(path, lambda partial: torch.save(content, partial))


def load(path: Path, parts: dict[str, object], config: Config) -> Progress:
    """Restore all `parts` in place; raises AgeLensError when the run was started with other settings."""
    content = torch.load(path, weights_only=True)
    before, now = content["config"], config.model_dump(mode="json")
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


def _fixed(table: object, key: str) -> object:
    """A configuration table without what may change on resuming."""
    if key in ("runtime", "spec"):
        return None
    return {k: v for k, v in table.items() if k != "epochs"} if key == "schedule" else table
