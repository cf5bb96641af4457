"""What a run leaves to read: history.csv, TensorBoard events and learning-curve.png."""

from pathlib import Path

from matplotlib.figure import Figure
from torch.utils.tensorboard import SummaryWriter

from agelens.files import write_atomic, write_table


class Journal:
    """Rewrites the table and the plot after every epoch from the whole history."""

    def __init__(self, folder: Path, finished_epochs: int):
        self.folder = folder
        self.events = SummaryWriter(str(folder / "tensorboard"), purge_step=finished_epochs + 1)

    def write(self, history: list[dict[str, float]], metric: str) -> None:
        """Record the epoch in the last row; all rows have the same keys, "epoch", "loss" and `metric` among them."""
        latest = history[-1]
        rows = [[f"{value:.6g}" for value in row.values()] for row in history]
        write_table(self.folder / "history.csv", list(latest), rows)
        for name, value in latest.items():
            self.events.add_scalar(name, value, latest["epoch"])
        self.events.flush()
        self._plot(history, metric)

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
