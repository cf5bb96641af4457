"""Commands that the documentation shows: each exists, takes what is shown, and names files and versions that exist."""

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer

from agelens import cli

REPOSITORY = Path(__file__).parents[2]
TRAINING = REPOSITORY / "training"
PAGES = ("README.md", "training/README.md", "training/cpp-example/README.md", "docs/exports.md")
TEXTS = {page: (REPOSITORY / page).read_text() for page in PAGES}


def _lines(text: str) -> list[str]:
    """Lines of shell blocks, continued ones joined."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]


def _spans(text: str) -> list[str]:
    """Code within sentences and tables."""
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    return [span.replace("\n", " ") for span in re.findall(r"`([^`]+)`", prose)]


def _commands() -> list[tuple[str, tuple[str, ...], bool]]:
    """Page, words and whether all of them are there, of every `agelens …`; what is optional counts, comments do not."""
    found = set()
    for page, text in TEXTS.items():
        cells = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
        for shown in (*_lines(text), *_spans(text)):
            if match := re.match(r"(?:torchrun .* -- |[\w./-]*/)?agelens (.*)", shown):
                words = [word.strip("[]…") for word in shlex.split(match[1], comments=True)]
                whole = shown not in _spans(text) or (shown in cells and "…" not in shown.replace("NAME=SET …", ""))
                found.add((page, tuple(word for word in words if word not in ("", "|")), whole))
    return sorted(found)


def _resolve(words: list[str]) -> tuple[Any, list[str]]:
    """The command of nested groups that words name, and the words after its name."""
    command: Any = typer.main.get_command(cli.app)
    while words and hasattr(command, "commands"):
        assert words[0] in command.commands or words[0] == "--help", words[0]
        if words[0] == "--help":
            return command, []
        command, words = command.commands[words[0]], words[1:]
    return command, words


def test_the_pages_show_commands() -> None:
    assert len(_commands()) > 40


@pytest.mark.parametrize(("page", "words", "whole"), _commands())
def test_a_command_takes_what_is_shown(page: str, words: tuple[str, ...], whole: bool) -> None:
    if words[0] == "COMMAND":
        return
    command, rest = _resolve(list(words))
    if rest:
        command.make_context(words[0], rest, resilient_parsing=not whole)
    written = [word for word in rest if word.startswith(("configs/", "specs/", "targets/"))]
    assert all((TRAINING / word).is_file() for word in written)


def test_scripts_of_npm_exist() -> None:
    scripts = json.loads((REPOSITORY / "package.json").read_text())["scripts"]
    named = {name for text in TEXTS.values() for name in re.findall(r"npm run ([\w:-]+)", text)}
    assert named
    assert named <= set(scripts)


def test_extras_and_versions_are_those_of_pyproject() -> None:
    project = tomllib.loads((TRAINING / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(package for extra in extras.values() for package in extra)]
    pins = dict(package.split("==") for package in wanted if "==" in package)
    shown = [line for text in TEXTS.values() for line in (*_lines(text), *_spans(text))]
    installs = [line for line in shown if "pip install" in line]
    assert {extra for line in installs for extra in re.findall(r"\.\[(\w+)\]", line)} <= set(extras)
    assert all(pins[name] == version for line in installs for name, version in re.findall(r"([\w-]+)==([\w.]+)", line))
