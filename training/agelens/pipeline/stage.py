"""A stage: a command with what it reads and what it writes."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

AGELENS, NPM = "agelens", "npm"


@dataclass(frozen=True)
class Stage:
    """One step of the pipeline.

    Args:
        words: the command line after `agelens`, or after `npm run -s`.
        inputs: files and folders that it reads, by a name that stays when they move.
        outputs: files and folders that it writes.
        settings: its part of the configuration; a change runs the stage again.
        code: modules, or for npm folders of the repository, whose change runs the stage again.
        folder: what is removed before the stage begins anew.
        precious: `folder` is set aside instead of removed, because it took long to make.
    """

    name: str
    words: list[str]
    inputs: dict[str, Path]
    outputs: list[Path]
    settings: Any
    code: tuple[str, ...]
    scratch: list[Path] = field(default_factory=list)
    tool: str = AGELENS
    precious: bool = False

    @property
    def command(self) -> str:
        """The command line as a person would type it."""
        start = "agelens" if self.tool == AGELENS else "npm run -s"
        return " ".join([start, *(f'"{word}"' if " " in word else word for word in self.words)])
