"""What a run leaves to read: history.csv, TensorBoard events and learning-curve.png."""

from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from agelens.files import write_atomic, write_table
from agelens.optional import how_to_install, optional_package

if TYPE_CHECKING:
    from torch.utils.tensorboard import SummaryWriter


class Journal:
    """Rewrites the table and the plot after every epoch from the whole history."""

    def __init__(self, folder: Path, finished_epochs: int):
        self.folder = folder
        self._events = _events(folder / "tensorboard", finished_epochs + 1)

    def write(self, history: list[dict[str, float]], metric: str) -> None:
        """Record the epoch in the last row; all rows have the same keys, "epoch", "loss" and `metric` among them."""
        latest = history[-1]
        rows = [[f"{value:.6g}" for value in row.values()] for row in history]
        write_table(self.folder / "history.csv", list(latest), rows)
        if self._events:
            for name, value in latest.items():
                self._events.add_scalar(name, value, int(latest["epoch"]))
            self._events.flush()
        self._plot(history, metric)

    def close(self) -> None:
        """Finish the events."""
        if self._events:
            self._events.close()

    def _plot(self, history: list[dict[str, float]], metric: str) -> None:
        label = "validation MAE in years" if metric == "mae" else f"validation {metric.replace('_', ' ')}"
        figure = Figure(figsize=(8, 5), layout="constrained")
        left = figure.subplots()
        right = left.twinx()
        epochs = [row["epoch"] for row in history]
        left.plot(epochs, [row["loss"] for row in history], color="#999999", label="training loss")
        right.plot(epochs, [row[metric] for row in history], color="#3b6ea5", label=label)
        left.set(xlabel="epoch", ylabel="training loss")
        right.set(ylabel=label)
        figure.legend(loc="upper right", bbox_to_anchor=(0.9, 0.95))
        path = self.folder / "learning-curve.png"
        write_atomic(path, lambda partial: figure.savefig(partial, format="png", dpi=110))


def _events(folder: Path, first_epoch: int) -> "SummaryWriter | None":
    """A writer that drops what an earlier process wrote of `first_epoch` and later; None without TensorBoard."""
    if optional_package("tensorboard") is None:
        print(f"Events for TensorBoard are not written; install it with {how_to_install('tensorboard')}.")
        return None
    from torch.utils.tensorboard import SummaryWriter

    return SummaryWriter(str(folder), purge_step=first_epoch)
