"""What reports are made of."""

from dataclasses import dataclass, field

from markupsafe import Markup

from agelens.report.page import interval_text, number


@dataclass(frozen=True)
class Chapter:
    """A heading, a sentence, drawings with captions, and faces."""

    title: str
    text: str
    drawings: list[tuple[str, Markup]]
    faces: list[dict[str, str]] = field(default_factory=list)


def shown(overall: dict, figure: str) -> tuple[str, str]:
    """A figure and its 95 % interval, in words."""
    if not overall.get(figure):
        return "–", "not to be had from these pictures"
    return number(overall[figure]["value"], figure), interval_text(overall[figure], figure)
