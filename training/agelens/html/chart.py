"""Charts that follow the page's colours: SVG from matplotlib whose colours become CSS variables."""

import re
from io import StringIO
from pathlib import Path
from zlib import crc32

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from agelens.files import write_atomic

INK, SOFT, LINE, ACCENT, SECOND, SURFACE = "#15171a", "#585c61", "#d5d1c7", "#c2370f", "#33658a", "#fdfcf9"
_VARIABLES = {INK: "ink", SOFT: "ink-soft", LINE: "line", ACCENT: "accent", SECOND: "second", SURFACE: "surface"}
_STYLE = {"svg.fonttype": "none", "svg.hashsalt": "agelens", "font.family": "sans-serif", "font.size": 9}


def new_chart(width: float = 6.0, height: float = 2.6) -> tuple[Figure, Axes]:
    """A figure of `width`×`height` inches with one quiet pair of axes."""
    figure = Figure(figsize=(width, height), layout="constrained")
    figure.patch.set_facecolor(SURFACE)
    return figure, quiet(figure.subplots())


def quiet(axes: Axes) -> Axes:
    """Only a base line, faint horizontal rules and soft labels."""
    axes.set_facecolor(SURFACE)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(SOFT)
    axes.tick_params(colors=SOFT, length=0)
    axes.tick_params(axis="x", length=3)
    axes.grid(axis="y", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.xaxis.label.set_color(SOFT)
    axes.yaxis.label.set_color(SOFT)
    return axes


def svg_of(figure: Figure) -> str:
    """The figure as an inline <svg> in the page's colours and type."""
    text = StringIO()
    with rc_context(_STYLE):
        figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    svg = text.getvalue()
    svg = svg[svg.index("<svg") :]
    for colour, name in _VARIABLES.items():
        svg = svg.replace(colour, f"var(--{name})")
    svg = re.sub(r'<svg ([^>]*?)width="[^"]*pt" height="[^"]*pt"', r'<svg \1class="chart"', _unclash(svg), count=1)
    return re.sub(r"font-family: [^;\"]*", "font-family: var(--font)", svg)


def save_png(figure: Figure, path: Path) -> None:
    """The same figure as a PNG file, for slides."""
    write_atomic(path, lambda partial: figure.savefig(partial, format="png", dpi=150))


def _unclash(svg: str) -> str:
    """Ids that are unlike those of the page's other charts."""
    prefix = f"c{crc32(svg.encode()):08x}-"
    svg = re.sub(r'id="([^"]+)"', rf'id="{prefix}\1"', svg)
    return re.sub(r"(url\(#|href=\"#)", rf"\1{prefix}", svg)
