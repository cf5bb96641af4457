"""A file that grows by one line per finished item, so that a killed job goes on where it was."""

import hashlib
import json
from pathlib import Path
from typing import Any

from agelens.errors import AgeLensError
from agelens.files import write_text


def fingerprint(settings: Any) -> str:
    """SHA-256 of anything that JSON can hold."""
    return hashlib.sha256(json.dumps(settings, sort_keys=True, default=str).encode()).hexdigest()


class Journal:
    """Results by item, kept in a JSON-lines file whose first line is the fingerprint of the job's settings.

    Raises AgeLensError when the file was begun under other settings. A last line that a kill cut short is dropped.
    """

    def __init__(self, path: Path, settings: Any) -> None:
        self._path = path
        self._head = {"settings": fingerprint(settings)}
        self.results: dict[str, Any] = {}
        if path.is_file():
            self._read()
        else:
            head = json.dumps(self._head) + "\n"
            write_text(path, head)

    def add(self, results: dict[str, Any]) -> None:
        """Keep results; they are on disk when this returns."""
        lines = (json.dumps([item, result], ensure_ascii=False) + "\n" for item, result in results.items())
        with self._path.open("a", encoding="utf-8") as file:
            file.writelines(lines)
        self.results |= results

    def unlink(self) -> None:
        """Remove the file: the job is finished, and begins anew next time."""
        self._path.unlink()

    def _read(self) -> None:
        whole = self._path.read_bytes()
        kept = whole[: whole.rfind(b"\n") + 1]
        try:
            head, *results = [json.loads(line) for line in kept.decode("utf-8").splitlines()]
            self.results = dict(results)
        except ValueError as error:
            raise AgeLensError(f"{self._path} is damaged ({error}); remove it to begin again.") from error
        if head != self._head:
            raise AgeLensError(
                f"{self._path} was begun with other settings or pictures; remove it or choose another --out."
            )
        if len(kept) < len(whole):
            self._path.write_bytes(kept)
