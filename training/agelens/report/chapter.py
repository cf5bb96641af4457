"""What reports are made of."""

from dataclasses import dataclass, field

from markupsafe import Markup

from agelens.report.numbers import interval_text, number


@dataclass(frozen=True)
class Tile:
    """Small pictures side by side, each an address and what it shows, above what was read of them and some words."""

    images: tuple[tuple[str, str], ...]
    read: str = ""
    text: str = ""


@dataclass(frozen=True)
class Chapter:
    """A heading, a sentence, drawings with captions, and small pictures."""

    title: str
    text: str
    drawings: list[tuple[str, Markup]]
    tiles: list[Tile] = field(default_factory=list)


def titled(title: str, note: str) -> Markup:
    """A caption that begins with a title."""
    return Markup("<b>{}</b> {}").format(title, note)


def shown(overall: dict, figure: str) -> tuple[str, str]:
    """A figure and its 95 % interval, in words."""
    if not overall.get(figure):
        return "–", "not to be had from these pictures"
    return number(overall[figure]["value"], figure), interval_text(overall[figure], figure)
