"""Puts the table between two markers of a Markdown file."""

from pathlib import Path

from agelens.errors import AgeLensError
from agelens.files import write_text
from agelens.table.rows import Row

BEGIN, END = "<!-- models: begin -->", "<!-- models: end -->"
_COLUMNS = ("model", "says", "input", "parameters", "kB", "MAE (years)", "accuracy", "AUC", "ms")


def to_markdown(rows: list[Row]) -> str:
    """The table, a line per model."""
    head = [f"| {' | '.join(_COLUMNS)} |", "|---" * len(_COLUMNS) + "|"]
    return "\n".join([*head, *(_line(row) for row in rows)])


def replace_between_markers(path: Path, table: str) -> None:
    """Write `table` between the markers in `path`; raises AgeLensError where they are missing."""
    if not path.is_file():
        raise AgeLensError(f"{path} does not exist; pass the README that holds the table.")
    text = path.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise AgeLensError(f"{path} lacks the lines '{BEGIN}' and '{END}'; put them where the table belongs.")
    content = f"{before}{BEGIN}\n{table}\n{END}{after}"
    write_text(path, content)


def _line(row: Row) -> str:
    cells = (
        f"`{row.id}`",
        row.head,
        f"{row.input}×{row.input}",
        f"{row.parameters:,}",
        f"{row.bytes / 1000:,.0f}",
        _number(row.mae, "{:.2f}"),
        _number(row.accuracy, "{:.1%}"),
        _number(row.auc, "{:.3f}"),
        _number(row.milliseconds, "{:.1f}"),
    )
    return f"| {' | '.join(cells)} |"


def _number(value: float | None, form: str) -> str:
    return "–" if value is None else form.format(value)
