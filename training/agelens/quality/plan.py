"""Which filters repair a face, and how strongly: src/engine/quality/plan.ts and repair.ts."""

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np

from agelens.quality.filters import FILTERS, apply
from agelens.quality.verdict import failures

REPAIR_ROUNDS = 2
Check = Literal["noisy", "small", "dark", "bright", "flat", "blurry"]
CHECKS: tuple[Check, ...] = get_args(Check)
_TONE_CHECKS = ("dark", "bright", "flat")
_FAINT_NOISE, _HEAVY_NOISE = 2, 16

Step = tuple[str, dict[str, float]]


@dataclass(frozen=True)
class Repaired:
    """A picture after its repair: filters in the order of their use, metrics, checks that still fail."""

    image: np.ndarray
    steps: list[Step]
    metrics: dict[str, float]
    failed: list[str]


def plan_repair(metrics: Mapping[str, float], enlargement: float, checks: Collection[str] = CHECKS) -> list[Step]:
    """Filters of one round, in the registry's order, each at most once; empty where nothing failed or nothing helps.

    Less light or contrast lowers sharpness too, so blur waits for the next round where tone is off.

    Args:
        enlargement: crop pixels per picture pixel, above 1 where a small face was enlarged.
        checks: failed checks that are to be repaired.
    """
    failed = failures(metrics)
    tone_is_off = any(entry["check"] in _TONE_CHECKS for entry in failed)
    due = [e for e in failed if e["check"] in checks and not (tone_is_off and e["check"] == "blurry")]
    wanted: dict[str, dict[str, float]] = {}
    for entry in due:
        for name, parameters in _REPAIRS[entry["check"]](metrics, entry["limit"], enlargement):
            wanted.setdefault(name, parameters)
    return [(name, wanted[name]) for name in FILTERS if name in wanted]


def _sharpen(metrics: Mapping[str, float], limit: float, enlargement: float) -> list[Step]:
    missing = math.sqrt(limit / max(metrics["sharpness"], 1)) - 1
    amount = _clamp(1.3 * missing, 0.3, 1.2)
    sigma = _clamp(enlargement / 2, 1, 2.5)
    return [("unsharp-mask", {"amount": amount, "sigma": sigma, "threshold": _clamp(metrics["noise"], 0, 5)})]


def _smooth(metrics: Mapping[str, float], _limit: float, _enlargement: float) -> list[Step]:
    noise = metrics["noise"]
    if noise < _FAINT_NOISE:
        return []
    bilateral: Step = ("bilateral", {"sigmaColour": _clamp(8 * noise, 16, 80), "sigmaSpace": 1.5})
    return [("median", {"radius": 1}), bilateral] if noise > _HEAVY_NOISE else [bilateral]


def _balance(_metrics: Mapping[str, float], _limit: float, _enlargement: float) -> list[Step]:
    return [("auto-gamma", {"strength": 1, "brightness": 120, "limit": 2.5})]


def _spread(metrics: Mapping[str, float], limit: float, _enlargement: float) -> list[Step]:
    return [("clahe", {"strength": _clamp(1.2 - metrics["contrast"] / limit, 0.4, 0.9), "clipLimit": 2})]


def _nothing(_metrics: Mapping[str, float], _limit: float, _enlargement: float) -> list[Step]:
    return []


_REPAIRS: dict[str, Callable[..., list[Step]]] = {
    "blurry": _sharpen,
    "noisy": _smooth,
    "dark": _balance,
    "bright": _balance,
    "flat": _spread,
    "small": _nothing,
}


def _clamp(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def repair(
    image: np.ndarray,
    enlargement: float,
    measure: Callable[[np.ndarray], dict[str, float]],
    use: Callable[[str, np.ndarray, dict[str, float]], np.ndarray] = apply,
    checks: Collection[str] = CHECKS,
    rounds: int = REPAIR_ROUNDS,
) -> Repaired:
    """Plan, apply and measure again, until the face meets the standards, nothing helps, or the rounds are used up."""
    steps: list[Step] = []
    metrics = measure(image)
    for _ in range(rounds):
        plan = plan_repair(metrics, enlargement, checks)
        if not plan:
            break
        for name, parameters in plan:
            image = use(name, image, parameters)
        steps += plan
        metrics = measure(image)
    return Repaired(image, steps, metrics, [entry["check"] for entry in failures(metrics)])


def as_json(steps: list[Step]) -> list[dict[str, Any]]:
    """Steps as the app writes them."""
    return [{"filterId": name, "params": parameters} for name, parameters in steps]
