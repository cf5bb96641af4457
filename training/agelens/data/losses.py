"""Pictures that are lost on the way to a data set: said loudly, and by default too many are an error."""

import re
import sys
from collections import Counter

from agelens.data.label_words import WORDS
from agelens.errors import AgeLensError

MOST_LOST: float = WORDS["mostLost"]
_SHOWN = 3


def require_few_losses(lost: list[tuple[str, str]], total: int, listed: str, allowed: bool) -> None:
    """`lost` are (picture, reason), `listed` names the files with all of them.

    Raises AgeLensError where more than MOST_LOST of `total` pictures are lost; where that is `allowed` it only says so.
    """
    if len(lost) <= MOST_LOST * total:
        return
    sentence = (
        f"{len(lost):,} of {total:,} pictures ({len(lost) / total:.0%}) are lost: {commonest_reasons(lost)}. "
        f"All are listed in {listed}."
    )
    if not allowed:
        raise AgeLensError(f"{sentence} Correct them, or go on without them with --allow-losses.")
    print(f"agelens: {sentence}", file=sys.stderr)


def commonest_reasons(lost: list[tuple[str, str]]) -> str:
    """The three commonest reasons with how often they occur and one example of each."""
    examples: dict[str, tuple[str, str]] = {}
    counts: Counter[str] = Counter()
    for name, reason in lost:
        kind = _kind(reason.replace(name, ""))
        counts[kind] += 1
        examples.setdefault(kind, (name, reason))
    shown = [(count, *examples[kind]) for kind, count in counts.most_common(_SHOWN)]
    return "; ".join(f"{count:,} × {reason} ({name})" for count, name, reason in shown)


def _kind(reason: str) -> str:
    """A reason without what is particular to one picture: quoted words, numbers and paths."""
    return re.sub(r"“[^”]*”|\S*/\S*|-?\d+(\.\d+)?|age \S+ is", "…", reason)
