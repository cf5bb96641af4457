"""Learning rate and input size as functions of progress through the training, 0…1."""

import math

from agelens.config import Schedule
from agelens.errors import AgeLensError
from agelens.models.spec import AnySpec


def rate_factor(progress: float, config: Schedule) -> float:
    """Factor 0…1 on the learning rate: linear warm-up, then a plateau and a linear decay, or a cosine.

    Cosines may follow each other (Loshchilov and Hutter, SGDR, 2017).
    """
    if config.kind == "cosine":
        starts = [(0.0, 1.0), *sorted(config.restarts)]
        number = max(number for number, (start, _) in enumerate(starts) if start <= progress)
        start, top = starts[number]
        end = starts[number + 1][0] if number + 1 < len(starts) else 1.0
        return top * _cosine((progress - start) / (end - start), config.warmup)
    if progress < config.warmup:
        return progress / config.warmup
    return min(1.0, (1 - progress) / config.decay) if config.decay else 1.0


def _cosine(progress: float, warmup: float) -> float:
    if progress < warmup:
        return progress / warmup
    return 0.5 + 0.5 * math.cos(math.pi * (progress - warmup) / (1 - warmup))


def input_size(progress: float, config: Schedule) -> int:
    """Side of the training input in pixels (progressive resizing; Tan and Le, 2021)."""
    started = [size for start, size in sorted(config.sizes) if start <= progress]
    return started[-1] if started else sorted(config.sizes)[0][1]


def check_sizes(spec: AnySpec, config: Schedule) -> None:
    """Raises AgeLensError when the sizes to train at do not end at the spec's, or change where it allows none other."""
    sizes = [size for _, size in sorted(config.sizes)]
    if sizes[-1] != spec.input.size or (spec.fixed_size and set(sizes) != {spec.input.size}):
        raise AgeLensError(
            f"schedule.sizes lists {', '.join(map(str, sizes))}, but '{spec.id}' takes {spec.input.size} pixels"
            f"{' only' if spec.fixed_size else ' in the end'}; correct schedule.sizes."
        )
