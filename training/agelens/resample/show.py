"""The table of groups on the screen."""

from rich.console import Console
from rich.table import Table

from agelens.resample.run import Resampled
from agelens.resample.target import Target


def show(target: Target, found: Resampled) -> None:
    """Print required, current, difference and result per group, and the validation in one line."""
    table = Table("group", box=None, header_style="bold")
    for column in ("required", "current", "difference", "result"):
        table.add_column(column, justify="right")
    quota = found.quota
    for row in zip(target.names, quota.required, quota.current, quota.difference, found.result, strict=True):
        name, required, current, difference, result = row
        table.add_row(name, f"{required:,}", f"{current:,}", f"{difference:+,}", f"{result:,}")
    Console().print(table)
    after = found.after
    print(
        f"largest deviation {after.largest_deviation:+.3g} percentage points in {after.group}; chi-square "
        f"{after.chi_square:.4g} with {after.degrees_of_freedom} degrees of freedom, p = {after.p_value:.3g}"
    )
