"""How many pictures each group needs, which are kept and which are copied."""

from dataclasses import dataclass

import numpy as np

from agelens.errors import AgeLensError
from agelens.resample.target import Target


@dataclass(frozen=True)
class Quota:
    """Per group: pictures now and pictures required, shape [G]."""

    current: np.ndarray
    required: np.ndarray

    @property
    def difference(self) -> np.ndarray:
        """Pictures to add (> 0) or to leave out (< 0), shape [G]."""
        return self.required - self.current


@dataclass(frozen=True)
class Choice:
    """The result: a picture by its row, and the number of the copy, 0 for the original."""

    row: int
    copy: int


def make_quota(ages: np.ndarray, target: Target, total: int, max_copies: int) -> Quota:
    """Pictures required per group so that they sum to `total` (0: as many as there are now in all groups).

    Raises AgeLensError where a group has too few pictures for at most `max_copies` copies of each.
    """
    groups = target.group_of(ages)
    current = np.bincount(groups[groups >= 0], minlength=len(target.names))
    if current.sum() == 0:
        raise AgeLensError(
            f"No age lies in a group of the target ({target.names[0]} … {target.names[-1]}); check both."
        )
    required = round_to_total(target.shares, total or int(current.sum()))
    for k in np.flatnonzero(required > current * (1 + max_copies)).tolist():
        raise AgeLensError(_too_few(target, k, int(current[k]), int(required[k]), max_copies))
    return Quota(current, required)


def _too_few(target: Target, k: int, current: int, required: int, max_copies: int) -> str:
    if current == 0:
        return (
            f"The group {target.names[k]} has no pictures but needs {required:,}; add some, or take the group out of "
            f"the target."
        )
    most = int(current * (1 + max_copies) / target.shares[k])
    return (
        f"The group {target.names[k]} has {current:,} pictures and needs {required:,}: over {max_copies} copies of "
        f"each; lower --total to about {most:,} or raise --max-copies."
    )


def round_to_total(shares: np.ndarray, total: int) -> np.ndarray:
    """Whole numbers in proportion to `shares` that sum to `total`: largest remainders (Hare–Niemeyer).

    >>> round_to_total(np.array([0.5, 0.3, 0.2]), 7).tolist()
    [4, 2, 1]
    """
    exact = shares * total
    whole = np.floor(exact + 1e-9).astype(int)
    order = np.argsort(whole - exact, kind="stable")
    whole[order[: total - whole.sum()]] += 1
    return whole


def choose(ages: np.ndarray, target: Target, quota: Quota, seed: int) -> list[Choice]:
    """Originals at random where there are too many; where there are too few, all of them and copies of them in turn."""
    rng = np.random.default_rng(seed)
    groups = target.group_of(ages)
    chosen = []
    for k, required in enumerate(quota.required):
        rows = rng.permutation(np.flatnonzero(groups == k))
        chosen += [Choice(int(rows[n % len(rows)]), n // len(rows)) for n in range(required)]
    return sorted(chosen, key=lambda choice: (choice.row, choice.copy))
