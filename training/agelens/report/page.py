"""Filling report templates: Jinja2 with the numbers' formats that all reports share."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from agelens.files import write_atomic

_TEMPLATES = Path(__file__).parent / "templates"
_SHARES = ("coverage", "accuracy", "precision", "recall", "f1", "rightGroup", "withinOneGroup")


def write_page(path: Path, template: str, **content: object) -> None:
    """Write `template` (a file of report/templates) with `content` as one HTML file; unknown names are an error."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"number": number, "range": interval_text}
    text = environment.get_template(template).render(**content)
    write_atomic(path, lambda partial: partial.write_text(text, encoding="utf-8"))


def is_share(figure: str) -> bool:
    """Whether a figure is a share of pictures, shown in per cent."""
    return figure in _SHARES or figure.startswith("cs")


def number(value: float, figure: str) -> str:
    """A figure as people read it.

    >>> number(0.7934, "coverage"), number(5.0556, "mae"), number(0.91, "auc"), number(-0.387, "bias")
    ('79.3 %', '5.06', '0.910', '−0.39')
    """
    if is_share(figure):
        return f"{100 * value:.1f} %"
    text = f"{value:.3f}" if figure == "auc" else f"{value:.2f}"
    return text.replace("-", "−")


def interval_text(entry: dict[str, float], figure: str) -> str:
    """The 95 % interval of a figure: "4.82 to 5.31"."""
    low, high = (number(entry[end], figure).removesuffix(" %") for end in ("low", "high"))
    return f"{low} to {high}"
