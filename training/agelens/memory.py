"""Whether something fits into memory, asked before it is loaded."""

import psutil

from agelens.errors import AgeLensError


def require_memory(needed: int, what: str) -> None:
    """Raises AgeLensError when `needed` bytes for `what` are more than the memory that is left."""
    available = psutil.virtual_memory().available
    if needed > available:
        raise AgeLensError(
            f"{what} need {needed / 1e9:.1f} GB of memory, but {available / 1e9:.1f} GB are free; "
            "close other programs or make smaller crops with `agelens crops --size`."
        )
