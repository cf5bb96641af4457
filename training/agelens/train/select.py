"""Which epoch is the best so far, and whether to stop."""

from agelens.config import Selection
from agelens.errors import AgeLensError


def higher_is_better(metric: str) -> bool:
    """Whether a metric counts successes, and not errors."""
    return metric.endswith("accuracy")


def metric_of(row: dict[str, float], selection: Selection) -> str:
    """The column that epochs are compared by; raises AgeLensError when the row has no such column."""
    usual = (name for name in row if name == "mae" or name.endswith("accuracy"))
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
