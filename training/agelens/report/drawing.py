"""Drawings as inline SVG whose colours follow the page: light or dark."""

import io
import re
from collections.abc import Callable

import matplotlib
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure

INK, SOFT, LINE, ACCENT = "#15171a", "#585c61", "#d5d1c7", "#c2370f"
_VARIABLES = {INK: "--ink", SOFT: "--ink-soft", LINE: "--line", ACCENT: "--accent"}
_STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "agelens",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "xtick.color": LINE,
    "ytick.color": LINE,
    "xtick.labelcolor": SOFT,
    "ytick.labelcolor": SOFT,
    "savefig.transparent": True,
}


def draw(width: float, height: float, paint: Callable[[Axes], None], label: str) -> Markup:
    """An SVG of `width` × `height` inches that `paint` fills; `label` says in words what it shows."""
    with matplotlib.rc_context(_STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        paint(figure.subplots())
        file = io.StringIO()
        figure.savefig(file, format="svg", dpi=144, metadata={"Date": None, "Creator": None})
    svg = re.sub(r"^.*?(?=<svg)", "", file.getvalue(), flags=re.DOTALL)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    for colour, variable in _VARIABLES.items():
        svg = svg.replace(colour, f"var({variable})")
    svg = re.sub(r"font: ([\d.]+)px[^;\"]*", r"font-size: \1px", svg)
    return Markup(svg.replace("<svg ", f'<svg role="img" aria-label="{Markup.escape(label)}" ', 1))


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
