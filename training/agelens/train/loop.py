"""Training, top to bottom.

    agelens train training/configs/compact-age.toml --data DATA --run RUN

A run folder holds checkpoint.pt (continue), best.pt (averaged weights with the lowest validation error at the full
input size), history.csv, learning-curve.png, TensorBoard events, and copies of configuration and spec.
"""

import math
import os
import signal
import time
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from agelens.config import Config
from agelens.errors import AgeLensError
from agelens.evaluate.bands import BAND_NAMES, band_of
from agelens.evaluate.decode import mean, median, posterior_of
from agelens.evaluate.predict import predict_logits
from agelens.files import write_atomic, write_json
from agelens.models.build import build, count_parameters
from agelens.models.spec import read_spec
from agelens.train import checkpoint
from agelens.train.batches import Batch, Batches
from agelens.train.data import Part, load_part
from agelens.train.ema import Ema
from agelens.train.journal import Journal
from agelens.train.optimiser import build_optimiser, set_rate
from agelens.train.schedule import rate_factor
from agelens.train.trainee import Trainee, total_loss


def train(config: Config, data: Path, run: Path) -> bool:
    """Train until the last epoch, or until Ctrl-C; returns whether the run is complete.

    Continues from RUN/checkpoint.pt when it is there.
    """
    torch.set_num_threads(config.runtime.threads or os.cpu_count() or 1)
    torch.manual_seed(config.seed)
    spec = read_spec(config.spec)
    training = load_part(data, "train", drop_conflicts=config.sampling.conflicts == "drop")
    validation = load_part(data, "validation")

    trainee = Trainee(build(spec)).to(memory_format=torch.channels_last)
    optimiser = build_optimiser(trainee, config.optimiser)
    ema = Ema(trainee.network, config.optimiser.ema_decay)
    batches = Batches(training, config, oldest=spec.head.bins - 1)
    print(
        f"{spec.id}: {count_parameters(trainee.network):,} parameters; {len(training):,} pictures to learn from, "
        f"{len(validation):,} to validate on; {batches.per_epoch} steps per epoch"
    )

    parts = {"trainee": trainee, "ema": ema.network, "optimiser": optimiser}
    progress = checkpoint.Progress()
    if (run / "checkpoint.pt").is_file():
        progress = checkpoint.load(run / "checkpoint.pt", parts, config)
        print(f"continuing after step {progress.step:,} of {batches.total:,}")
    write_json(run / "config.json", config.model_dump(mode="json"))
    write_json(run / "spec.json", spec.model_dump(mode="json"))
    journal = Journal(run, len(progress.history))
    stop = _StopRequest()

    while progress.step < batches.total and not stop.requested:
        epoch, first = divmod(progress.step, batches.per_epoch)
        began = time.perf_counter()
        bar = tqdm(batches.epoch(epoch, first), f"epoch {epoch + 1}", batches.per_epoch, initial=first, unit="step")
        for batch in bar:
            factor = rate_factor(progress.step / batches.total, config.schedule)
            set_rate(optimiser, config.optimiser.learning_rate * factor)
            progress.add(_step(trainee, optimiser, batch, config))
            ema.update(trainee.network, progress.step - 1)
            bar.set_postfix(loss=f"{progress.mean_loss:.3f}", size=batch.x.shape[-1])
            if stop.requested:
                break
        bar.close()
        if progress.step == (epoch + 1) * batches.per_epoch:
            pictures = (batches.per_epoch - first) * config.optimiser.batch
            row = {
                "epoch": epoch + 1,
                "size": batch.x.shape[-1],
                "rate": config.optimiser.learning_rate * factor,
                "images_per_second": pictures / (time.perf_counter() - began),
                "loss": progress.mean_loss,
                **_validate(ema, validation, batch.x.shape[-1], config),
            }
            if progress.finish_epoch(row):
                write_atomic(run / "best.pt", lambda partial: torch.save(ema.network.state_dict(), partial))
            journal.write(progress.history)
            print(_summary(row, progress.best))
        checkpoint.save(run / "checkpoint.pt", parts, progress, config)
    journal.events.close()
    stop.restore()
    return progress.step >= batches.total


def _summary(row: dict[str, float], best: dict[str, float]) -> str:
    return (
        f"epoch {row['epoch']}: loss {row['loss']:.3f}, validation MAE {row['mae']:.3f} (best {best['mae']:.3f}), "
        f"{row['size']} px, {row['images_per_second']:.0f} images/s"
    )


def _step(trainee: Trainee, optimiser: torch.optim.Optimizer, batch: Batch, config: Config) -> float:
    """One update; returns the loss."""
    trainee.train()
    with torch.autocast("cpu", torch.bfloat16, enabled=config.runtime.bf16):
        outputs = trainee(batch.x)
    loss = total_loss(outputs, batch, config.loss)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(trainee.parameters(), config.optimiser.clip)
    optimiser.step()
    if not math.isfinite(loss.item()):
        raise AgeLensError("The loss is not a number any more; lower learning_rate or clip in the configuration.")
    return loss.item()


def _validate(ema: Ema, part: Part, size: int, config: Config) -> dict[str, float]:
    """Errors in years of the averaged weights on the plain central crops."""
    logits = predict_logits(ema.network, part.crops, part.frame, size, config.normalisation, config.runtime.bf16)
    posterior, ages = posterior_of(logits), part.ages.numpy()
    error = np.abs(median(posterior) - ages)
    bands = band_of(ages)
    per_band = {f"mae_{name}": _mean(error[bands == number]) for number, name in enumerate(BAND_NAMES)}
    return {"mae": _mean(error), "mae_of_mean": _mean(np.abs(mean(posterior) - ages)), **per_band}


def _mean(errors: np.ndarray) -> float:
    return float(errors.mean()) if len(errors) else float("nan")


class _StopRequest:
    """Turns the first Ctrl-C or SIGTERM into a request to stop after the running step; a second one acts at once."""

    def __init__(self) -> None:
        self.requested = False
        self.previous = {number: signal.signal(number, self._ask) for number in (signal.SIGINT, signal.SIGTERM)}

    def _ask(self, *_: object) -> None:
        self.requested = True
        self.restore()
        print("\nstopping after this step; run the same command again to continue")

    def restore(self) -> None:
        """Put the former handlers back."""
        for number, handler in self.previous.items():
            signal.signal(number, handler)
