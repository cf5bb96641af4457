"""Whether something fits into memory, asked before it is loaded; and how memory is kept while training."""

import ctypes
import platform

import psutil

from agelens.errors import AgeLensError

# glibc's malloc.h.
_M_TRIM_THRESHOLD, _M_MMAP_MAX = -1, -4
_NEVER = 2**31 - 1


def keep_freed_memory() -> None:
    """Have glibc keep freed memory instead of giving it back; where there is no glibc, nothing changes.

    A training step allocates the same tensors as the one before: mapping their pages anew takes a part of each step.
    """
    if platform.libc_ver()[0] == "glibc":
        libc = ctypes.CDLL("libc.so.6")
        libc.mallopt(_M_MMAP_MAX, 0)
        libc.mallopt(_M_TRIM_THRESHOLD, _NEVER)


def require_memory(needed: int, what: str) -> None:
    """Raises AgeLensError when `needed` bytes for `what` are more than the memory that is left."""
    available = psutil.virtual_memory().available
    if needed > available:
        raise AgeLensError(
            f"{what} need {needed / 1e9:.1f} GB of memory, but {available / 1e9:.1f} GB are free; "
            "close other programs or make smaller crops with `agelens crops --size`."
        )
