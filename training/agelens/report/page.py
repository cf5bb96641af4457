"""Filling report templates: Jinja2 with the numbers' formats that all reports share."""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from agelens.files import write_text
from agelens.report.numbers import interval_text, minus, number

_FILTERS = {
    "number": number,
    "range": interval_text,
    "count": lambda value: f"{value:,}",
    "share": lambda value, digits=1: f"{100 * value:.{digits}f} %",
    "minus": minus,
}


def write_page(path: Path, template: str, **content: object) -> None:
    """Write `template` (a file of report/templates) with `content` as one file; unknown names are an error.

    HTML pages are whole in themselves: drawings and pictures inside, nothing loaded from elsewhere.
    """
    environment = Environment(
        loader=PackageLoader("agelens.report"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= _FILTERS
    text = environment.get_template(template).render(**content)
    write_text(path, text)
