"""Hashes of what a stage depends on: files' contents, folders, and the source code that it runs."""

import ast
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from agelens.errors import AgeLensError
from agelens.facts import FACTS
from agelens.files import read_json, write_json
from agelens.jobs.journal import fingerprint

_PACKAGE = Path(__file__).parents[1]


class FileHashes:
    """SHA-256 of files; what was hashed once is not read again while size and time of change stay the same."""

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        self._known: dict[str, list[Any]] = read_json(memory, "`agelens pipeline`") if memory.is_file() else {}

    def of(self, path: Path) -> str:
        """Hash of a file, or of all names and contents of a folder; raises AgeLensError where it does not exist."""
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
            return fingerprint([(p.relative_to(path).as_posix(), self._file(p)) for p in files])
        if not path.is_file():
            raise AgeLensError(f"{path} does not exist; check the pipeline's configuration.")
        return self._file(path)

    def save(self) -> None:
        """Keep what is known for the next run."""
        write_json(self._memory, self._known)

    def _file(self, path: Path) -> str:
        stat = path.stat()
        mark = [stat.st_size, stat.st_mtime_ns]
        known = self._known.get(str(path))
        if known is None or known[:2] != mark:
            with path.open("rb") as file:
                known = [*mark, hashlib.file_digest(file, "sha256").hexdigest()]
            self._known[str(path)] = known
        return known[2]


@cache
def code_hash(modules: tuple[str, ...]) -> str:
    """Hash of modules of this package, such as "train.loop", of all that they import, and of the facts they read."""
    left, sources = [f"agelens.{name}" for name in modules], dict[str, Path]()
    while left:
        name = left.pop()
        source = _source(name)
        if source is None or name in sources:
            continue
        sources[name] = source
        left += _imports(source)
    facts = {fact: FACTS / fact for source in sources.values() for fact in _facts(source)}
    hashed = sources | facts
    return fingerprint({name: hashlib.sha256(hashed[name].read_bytes()).hexdigest() for name in sorted(hashed)})


def _source(name: str) -> Path | None:
    path = _PACKAGE.joinpath(*name.split(".")[1:])
    candidates = [path.with_suffix(".py")] if name != "agelens" else []
    return next((p for p in [*candidates, path / "__init__.py"] if p.is_file()), None)


def _imports(source: Path) -> list[str]:
    """Modules of this package that a module's source names, also inside functions."""
    found = []
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "agelens":
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found


def _facts(source: Path) -> list[str]:
    """Files of src/engine/facts that a module's source names."""
    known = {path.name for path in FACTS.glob("*.json")}
    nodes = ast.walk(ast.parse(source.read_text(encoding="utf-8")))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and node.value in known]


@cache
def folders_hash(repository: Path, folders: tuple[str, ...]) -> str:
    """Hash of the TypeScript and JSON sources in folders of the repository, tests left out."""
    files = [p for folder in folders for p in sorted((repository / folder).rglob("*")) if p.suffix in (".ts", ".json")]
    sources = [p for p in files if ".test." not in p.name]
    return fingerprint({str(p.relative_to(repository)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sources})
