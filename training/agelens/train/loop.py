"""Training, top to bottom.

    agelens train training/configs/compact-age.toml --data DATA --run RUN

A run folder holds checkpoint.pt (continue), best.pt (averaged weights with the lowest validation error at the full
input size), history.csv, learning-curve.png, TensorBoard events, and copies of configuration and spec.
"""

import math
import os
import time
from pathlib import Path

import torch
from tqdm import tqdm

from agelens.config import Config, read_config
from agelens.errors import AgeLensError
from agelens.files import write_atomic, write_json
from agelens.memory import keep_freed_memory
from agelens.models.network import channels_last, count_parameters
from agelens.models.run_folder import keep_split, require_same_split, teachers_of
from agelens.models.spec import read_spec, write_spec
from agelens.train import checkpoint
from agelens.train.batches import Batch
from agelens.train.checkpoint import metric_of
from agelens.train.distil import check_teachers
from agelens.train.journal import Journal
from agelens.train.losses import check_loss
from agelens.train.optimiser import Ema, build_optimiser, set_rate
from agelens.train.schedule import check_sizes, rate_factor
from agelens.train.share import ALONE, Share, StopRequest, average_gradients, join, mean_of
from agelens.train.sync import synchronise
from agelens.train.task import prepare
from agelens.train.trainee import Trainee, total_loss
from agelens.train.validate import validate


class DivergedError(AgeLensError):
    """The loss left the numbers."""


def train(config: Config, data: Path, run: Path) -> bool:
    """Train until the last epoch, until patience ends, or until Ctrl-C; returns whether the run is complete.

    Continues from RUN/checkpoint.pt when it is there. Under `torchrun` every process calls this: they divide each batch
    among them and make the same steps, and the first one writes.
    """
    share = join(config.optimiser.batch)
    keep_freed_memory()
    torch.set_num_threads(config.runtime.threads or os.cpu_count() or 1)
    torch.manual_seed(config.seed)
    spec = read_spec(config.spec)
    check_loss(spec.head, config.loss)
    check_sizes(spec, config.schedule)
    require_same_split(data, run)
    task = prepare(config, spec, data, run, share)
    batches = task.batches
    trainee = channels_last(synchronise(Trainee(task.network), share))
    optimiser = build_optimiser(trainee, config.optimiser)
    ema = Ema(trainee.network, config.optimiser.ema_decay)
    share.say(
        f"{spec.id}: {count_parameters(trainee.network):,} parameters; {len(task.training):,} pictures to learn from, "
        f"{len(task.validation):,} to validate on; {batches.per_epoch} steps per epoch"
    )

    parts: dict[str, checkpoint.Stateful] = {"trainee": trainee, "ema": ema.network, "optimiser": optimiser}
    progress = checkpoint.Progress()
    if (run / "checkpoint.pt").is_file():
        progress = checkpoint.load(run / "checkpoint.pt", parts, config)
        share.say(f"continuing after step {progress.step:,} of {batches.total:,}")
    journal = Journal(run, len(progress.history)) if share.is_first else None
    if share.is_first:
        write_json(run / "config.json", config.model_dump(mode="json"))
        write_json(run / "spec.json", write_spec(spec))
        keep_split(data, run)
    stop = StopRequest()
    saver = checkpoint.Saver(run / "checkpoint.pt", parts, config, share)

    while not progress.is_over(batches.total, config) and not stop.requested:
        epoch, first = divmod(progress.step, batches.per_epoch)
        began = time.perf_counter()
        steps = batches.epoch(epoch, first)
        name, silent = f"epoch {epoch + 1}", not share.is_first
        with tqdm(steps, name, batches.per_epoch, initial=first, unit="step", disable=silent) as bar:
            for batch in bar:
                factor = rate_factor(progress.step / batches.total, config.schedule)
                set_rate(optimiser, config.optimiser.learning_rate * factor)
                taught = task.teachers.teach(batch) if task.teachers else batch
                progress.add(step(trainee, optimiser, taught, config, share))
                ema.update(trainee.network, progress.step - 1)
                bar.set_postfix(loss=f"{progress.mean_loss:.3f}", size=batches.size(progress.step - 1))
                saver.save_if_due(progress)
                if stop.agreed(share):
                    break
        if progress.step == (epoch + 1) * batches.per_epoch:
            size = batches.size(progress.step - 1)
            pictures = (batches.per_epoch - first) * config.optimiser.batch
            row = {
                "epoch": epoch + 1,
                "size": size,
                "rate": config.optimiser.learning_rate * factor,
                "images_per_second": pictures / (time.perf_counter() - began),
                "loss": progress.mean_loss,
                **validate(task, ema.network, size, share, config.sampling),
            }
            metric = metric_of(row, config.selection)
            best = progress.finish_epoch(row, config.selection)
            if journal:
                if best:
                    write_atomic(run / "best.pt", lambda partial: torch.save(task.state(ema.network), partial))
                journal.write(progress.history, metric)
                print(_summary(row, progress.best or row, metric))
        saver.save(progress)
    if journal:
        journal.close()
    stop.restore()
    return progress.is_over(batches.total, config)


def _summary(row: dict[str, float], best: dict[str, float], metric: str) -> str:
    name = "MAE" if metric == "mae" else metric
    return (
        f"epoch {row['epoch']}: loss {row['loss']:.3f}, validation {name} {row[metric]:.3f} (best {best[metric]:.3f}), "
        f"{row['size']} px, {row['images_per_second']:.0f} images/s"
    )


def step(
    trainee: Trainee, optimiser: torch.optim.Optimizer, batch: Batch, config: Config, share: Share = ALONE
) -> float:
    """One update; returns the loss, averaged over the processes."""
    trainee.train()
    with torch.autocast("cpu", torch.bfloat16, enabled=config.runtime.bf16):
        outputs = trainee(batch.x)
    taught_share = config.distil.share if config.distil else 0.0
    loss = total_loss(outputs, batch, config.loss, trainee.network.spec.head, taught_share)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    average_gradients(trainee, share)
    torch.nn.utils.clip_grad_norm_(trainee.parameters(), config.optimiser.clip)
    optimiser.step()
    if not math.isfinite(loss.item()):
        raise DivergedError("The loss is not a number any more; lower learning_rate or clip in the configuration.")
    return mean_of(loss.item(), share)


def train_with_teachers(config: Config, data: Path, run: Path) -> bool:
    """Train as `agelens.train.loop.train` does; teachers that are not trained yet are, in RUN/teachers.

    Returns whether everything is complete. Raises AgeLensError, before hours of training, when a teacher cannot teach.
    """
    if config.distil:
        check_teachers(config)
        for file, folder in zip(config.distil.teachers, teachers_of(config, run).values(), strict=True):
            if not train(read_config(file), data, folder):
                return False
    return train(config, data, run)
