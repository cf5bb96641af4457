"""Drawings as inline SVG whose colours follow the page, light or dark, and as PNG files for slides."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import matplotlib
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from agelens.files import write_atomic

INK, SOFT, LINE, ACCENT, _SURFACE = "#15171a", "#585c61", "#d5d1c7", "#c2370f", "#fdfcf9"
_VARIABLES = {INK: "--ink", SOFT: "--ink-soft", LINE: "--line", ACCENT: "--accent"}
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "agelens",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.axisbelow": True,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "grid.color": LINE,
    "grid.linewidth": 0.5,
    "text.color": INK,
    "xtick.color": LINE,
    "ytick.color": LINE,
    "xtick.labelcolor": SOFT,
    "ytick.labelcolor": SOFT,
}


def chart(width: float, height: float, paint: Callable[[Axes], None]) -> Figure:
    """A figure of `width` × `height` inches in the reports' style that `paint` fills."""
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        paint(figure.subplots())
    return figure


def draw(width: float, height: float, paint: Callable[[Axes], None], label: str) -> Markup:
    """The same as inline SVG; `label` says in words what it shows."""
    return svg_of(chart(width, height, paint), label)


def svg_of(figure: Figure, label: str) -> Markup:
    """A figure as inline SVG, without ground, in the page's colours and type; the same figure gives the same text."""
    file = io.StringIO()
    with matplotlib.rc_context(_STYLE):
        figure.savefig(file, format="svg", dpi=144, transparent=True, metadata={"Date": None, "Creator": None})
    svg = re.sub(r"^.*?(?=<svg)", "", file.getvalue(), flags=re.DOTALL)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    for colour, variable in _VARIABLES.items():
        svg = svg.replace(colour, f"var({variable})")
    svg = re.sub(r"font: ([\d.]+)px[^;\"]*", r"font-size: \1px", _unclash(svg))
    return Markup(svg.replace("<svg ", f'<svg role="img" aria-label="{Markup.escape(label)}" ', 1))


def save_png(figure: Figure, path: Path) -> None:
    """The same figure as a PNG file on light ground, for slides."""
    with matplotlib.rc_context(_STYLE):
        write_atomic(path, lambda partial: figure.savefig(partial, format="png", dpi=150, facecolor=_SURFACE))


def _unclash(svg: str) -> str:
    """Ids that are unlike those of the page's other drawings."""
    prefix = f"c{crc32(svg.encode()):08x}-"
    svg = re.sub(r'id="([^"]+)"', rf'id="{prefix}\1"', svg)
    return re.sub(r"(url\(#|href=\"#)", rf"\1{prefix}", svg)


_ALONE = """<style>
:root { --ink: #15171a; --ink-soft: #585c61; --line: #d5d1c7; --accent: #c2370f }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f0ea; --ink-soft: #a5a9ad; --line: #30343a; --accent: #ff7a4d }
}
text { font-family: Archivo, "Helvetica Neue", Arial, sans-serif !important }
</style>"""


def standalone(drawing: Markup) -> str:
    """The drawing as a file of its own, with the pages' colours."""
    return re.sub(r"(<svg[^>]*>)", lambda match: match[1] + _ALONE, str(drawing), count=1) + "\n"
