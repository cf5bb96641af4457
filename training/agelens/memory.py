"""Whether something fits into memory, asked before it is loaded."""

from pathlib import Path

from agelens.errors import AgeLensError

_MEMINFO = Path("/proc/meminfo")


def available_bytes() -> int | None:
    """Bytes that programs can still take without swapping; None where the system does not say."""
    if not _MEMINFO.is_file():
        return None
    for line in _MEMINFO.read_text().splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


def require_memory(needed: int, what: str) -> None:
    """Raises AgeLensError when `needed` bytes for `what` are more than the memory that is left."""
    available = available_bytes()
    if available is not None and needed > available:
        raise AgeLensError(
            f"{what} need {needed / 1e9:.1f} GB of memory, but {available / 1e9:.1f} GB are free; "
            "close other programs or make smaller crops with `agelens crops --size`."
        )
