"""What is remembered of a stage: what it depended on when it ran, and what it wrote."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from agelens.files import read_json, write_json
from agelens.jobs.journal import fingerprint
from agelens.pipeline.hashing import FileHashes, code_hash, folders_hash
from agelens.pipeline.settings import REPOSITORY
from agelens.pipeline.stage import AGELENS, Stage


@dataclass(frozen=True)
class Basis:
    """Everything that decides a stage's outputs, as hashes."""

    settings: str
    code: str
    inputs: dict[str, str]


def basis_of(stage: Stage, hashes: FileHashes) -> Basis:
    """Hash a stage's settings, code and inputs as they are now."""
    code = code_hash(stage.code) if stage.tool == AGELENS else folders_hash(REPOSITORY, stage.code)
    inputs = {name: hashes.of(path) for name, path in stage.inputs.items()}
    return Basis(fingerprint(stage.settings), code, inputs)


def why(stage: Stage, basis: Basis, record: dict[str, Any] | None, hashes: FileHashes) -> str | None:
    """Why the stage has to run, in a few words; None where its outputs are what they should be."""
    if record is None:
        return "never run"
    if record["basis"] != asdict(basis):
        return _difference(record["basis"], basis)
    if record["state"] != "done":
        return "interrupted"
    for path in stage.outputs:
        if not path.exists():
            return f"{path.name} is missing"
        if hashes.of(path) != record["outputs"][path.name]:
            return f"{path.name} was changed"
    return None


def _difference(before: dict[str, Any], basis: Basis) -> str:
    changed = [name for name in ("settings", "code") if before[name] != getattr(basis, name)]
    changed += [name for name, value in basis.inputs.items() if before["inputs"].get(name) != value]
    return f"{', '.join(changed) or 'inputs'} changed"


class Records:
    """One JSON file per stage in WORK/pipeline."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, stage: Stage) -> dict[str, Any] | None:
        """What is known of a stage, None where it never ran."""
        path = self._folder / f"{stage.name}.json"
        return read_json(path, "`agelens pipeline`") if path.is_file() else None

    def started(self, stage: Stage, basis: Basis) -> None:
        """Remember that the stage began on this basis."""
        self._write(stage, {"state": "started", "basis": asdict(basis)})

    def done(self, stage: Stage, basis: Basis, hashes: FileHashes, seconds: float) -> None:
        """Remember what the stage wrote."""
        outputs = {path.name: hashes.of(path) for path in stage.outputs}
        content = {"state": "done", "basis": asdict(basis), "outputs": outputs, "seconds": round(seconds, 1)}
        self._write(stage, {**content, "command": stage.command})

    def _write(self, stage: Stage, content: dict[str, Any]) -> None:
        write_json(self._folder / f"{stage.name}.json", content)
