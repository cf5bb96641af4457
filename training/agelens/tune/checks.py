"""Two quick questions to a network before it trains for hours: does it start even-handed, and can it learn at all?"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from agelens.config import Augment, Config
from agelens.crops.part import select
from agelens.errors import AgeLensError
from agelens.files import write_json
from agelens.models.heads import Head, heads_of, slices_of, width_of
from agelens.models.network import channels_last
from agelens.models.spec import read_spec
from agelens.predict.logits import predict_logits
from agelens.train.batches import Batch, Batches
from agelens.train.loop import step
from agelens.train.losses import check_loss
from agelens.train.optimiser import build_optimiser, set_rate
from agelens.train.share import ALONE
from agelens.train.task import Task, prepare
from agelens.train.trainee import Trainee, own_loss
from agelens.train.validate import figures_of

TOLERANCE = 0.1
NEUTRAL = Augment.model_validate(
    {name: 0.0 for name in Augment.model_fields if name.endswith("_probability")}
    | dict.fromkeys(
        ("rotation_degrees", "scale", "shift", "brightness", "contrast", "saturation", "white_balance"), 0.0
    )
)


@dataclass(frozen=True)
class StartCheck:
    """Loss of the untrained network, and the loss of a network that answers nothing: even odds, or a usual age."""

    loss: float
    theory: float

    @property
    def passed(self) -> bool:
        """Whether they differ by at most a tenth."""
        return abs(self.loss - self.theory) <= TOLERANCE * self.theory


def even_outputs(head: Head, years: float, count: int) -> torch.Tensor:
    """Outputs of a network that knows nothing, float32 [count, width]: zeros, and `years` for regressions."""
    outputs = torch.zeros(count, width_of(head))
    for one, columns in zip(heads_of(head), slices_of(head), strict=True):
        if one.output == "years":
            outputs[:, columns] = years
    return outputs


def check_start(task: Task, config: Config) -> StartCheck:
    """Compare both losses over one batch; cross-entropy over C classes, for example, starts at ln C."""
    head, batch = task.network.spec.head, _first_batch(task)
    with torch.inference_mode():
        outputs = task.network.eval()(batch.x)
        usual = task.network.head.bias[0].item()
        loss = own_loss(head, outputs, batch, config.loss).item()
        theory = own_loss(head, even_outputs(head, usual, len(outputs)), batch, config.loss).item()
    return StartCheck(loss, theory)


def check_overfit(task: Task, config: Config, pictures: int, steps: int) -> dict[str, float]:
    """Train on a few pictures without augmentation; returns the first and last loss and the figures on them."""
    few = select(task.training, np.isin(np.arange(len(task.training)), _spread(len(task.training), pictures)))
    size = min(config.optimiser.batch, len(few))
    optimiser = config.optimiser.model_copy(update={"batch": size, "weight_decay": 0.0})
    plain = config.model_copy(update={"augment": NEUTRAL, "optimiser": optimiser})
    batches = Batches(few, plain, int(task.batches.ages.max()), ALONE)
    trainee = channels_last(Trainee(task.network))
    descent = build_optimiser(trainee, plain.optimiser)
    set_rate(descent, plain.optimiser.learning_rate)
    losses: list[float] = []
    while len(losses) < steps:
        for batch in batches.epoch(min(len(losses) // batches.per_epoch, plain.schedule.epochs - 1), 0):
            losses.append(step(trainee, descent, batch, plain))
    spec = task.network.spec
    outputs = predict_logits(task.network, few.crops, few.frame, spec.input.size, config.normalisation)
    figures = figures_of(spec.head, outputs, few)
    return {"first_loss": losses[0], "last_loss": losses[-1], **figures}


def run_checks(config: Config, data: Path, out: Path, pictures: int, steps: int) -> dict[str, Any]:
    """Both checks, printed and written to OUT/checks.json."""
    torch.manual_seed(config.seed)
    spec = read_spec(config.spec)
    check_loss(spec.head, config.loss)
    if config.transfer and config.transfer.cached:
        raise AgeLensError("These checks look at pictures: take `cached` out of [transfer].")
    task = prepare(config, spec, data, out, ALONE)
    start = check_start(task, config)
    learnt = check_overfit(task, config, pictures, steps)
    content = {
        "untrained": {"loss": start.loss, "theory": start.theory, "passed": start.passed},
        "overfit": {"pictures": pictures, "steps": steps, **learnt},
    }
    write_json(out / "checks.json", content)
    verdict = "as it should be" if start.passed else "more than a tenth off: look at the head's initial weights"
    print(f"untrained: loss {start.loss:.4f}, theory {start.theory:.4f}, {verdict}")
    last = ", ".join(f"{name} {value:.3f}" for name, value in learnt.items() if "_0" not in name and value == value)
    print(f"overfitting {pictures} pictures for {steps} steps: {last}")
    return content


def _first_batch(task: Task) -> Batch:
    return next(task.batches.epoch(0, 0))


def _spread(count: int, wanted: int) -> np.ndarray:
    """Row numbers evenly spread over all rows."""
    return np.unique(np.linspace(0, count - 1, min(wanted, count)).round().astype(int))
