"""Several data sets as one: a folder with sets.json, which every command takes as `--data`.

    agelens join DATA utkface=UTK fairface=FAIR

sets.json names the folder of each set, relative to itself, and the training pictures that are left out because they
are near-duplicates of a picture that another set validates or tests on.
"""

import os
from pathlib import Path
from typing import Any

import imagehash
import numpy as np
from PIL import Image
from pydantic import Field, ValidationError
from tqdm import tqdm

from agelens.align.template import read_template, to_dict
from agelens.crops.array import open_crops
from agelens.data.duplicates import near_pairs
from agelens.data.split import read_split
from agelens.errors import AgeLensError
from agelens.files import read_json, write_json
from agelens.settings import Strict, describe

FILE = "sets.json"
_MADE_BY = "`agelens join`"


class JoinedSets(Strict):
    """Folders of the sets by name, in order, and file names of each that training leaves out."""

    sets: dict[str, Path] = Field(min_length=1)
    left_out: dict[str, list[str]] = Field(default_factory=dict)


def is_joined(data: Path) -> bool:
    """Whether a data folder stands for several."""
    return (data / FILE).is_file()


def read_sets(data: Path) -> dict[str, Path]:
    """Folders of the sets by name; a folder that is one data set is its own, under the name ""."""
    if not is_joined(data):
        return {"": data}
    return {name: (data / folder).resolve() for name, folder in _read(data).sets.items()}


def left_out_of(data: Path, name: str) -> frozenset[str]:
    """File names of a set that training leaves out."""
    return frozenset(_read(data).left_out.get(name, ())) if is_joined(data) else frozenset()


def parse_sets(words: list[str]) -> dict[str, Path]:
    """Folders by name from NAME=DATA; raises AgeLensError where one is no such pair, or a name comes twice."""
    pairs = [word.partition("=") for word in words]
    for (name, mark, folder), word in zip(pairs, words, strict=True):
        if not (name and mark and folder):
            raise AgeLensError(f"'{word}' names no data set; write NAME=DATA, for instance utkface=data/utkface.")
    sets = {name: Path(folder) for name, _, folder in pairs}
    if len(sets) < len(words):
        raise AgeLensError("Two data sets have the same name; give each another.")
    return sets


def join_sets(sets: dict[str, Path], out: Path, max_bits: int = 4) -> JoinedSets:
    """Write sets.json for data folders with split and crops; raises AgeLensError where they do not fit together."""
    _require_alike(sets)
    out.mkdir(parents=True, exist_ok=True)
    folders = {name: Path(os.path.relpath(folder, out)) for name, folder in sets.items()}
    joined = JoinedSets(sets=folders, left_out=_shared_pictures(sets, max_bits))
    write_json(out / FILE, joined.model_dump(mode="json"))
    first = next(iter(sets.values()))
    write_json(out / "template.json", read_json(first / "template.json", "`agelens template`"))
    return joined


def _read(data: Path) -> JoinedSets:
    try:
        return JoinedSets.model_validate(read_json(data / FILE, _MADE_BY))
    except ValidationError as error:
        raise AgeLensError(f"{data / FILE}: {describe(error)}") from error


def _require_alike(sets: dict[str, Path]) -> None:
    """One network sees the crops of all sets: they must have the same template, size and margin."""
    first, *others = sets.items()
    for name, folder in others:
        if _shape(folder) != _shape(first[1]):
            raise AgeLensError(
                f"The crops of '{name}' have another template, size or margin than those of '{first[0]}'; copy "
                f"{first[1] / 'template.json'} to {folder} and run `agelens crops` there with the same options."
            )


def _shape(folder: Path) -> tuple[Any, ...]:
    template, settings = read_template(folder / "template.json"), open_crops(folder)[2]
    alignment = {key: value for key, value in to_dict(template, "", 0).items() if key in ("points", "box")}
    return repr(alignment), settings["size"], settings["margin"]


def _shared_pictures(sets: dict[str, Path], max_bits: int) -> dict[str, list[str]]:
    """Training pictures by set that are near-duplicates of a validation or test picture of another set."""
    owners, names, parts, hashes = [], [], [], []
    for name, folder in sets.items():
        crops, row_of, _ = open_crops(folder)
        rows = [row for row in read_split(folder) if row.label.filename in row_of]
        owners += [name] * len(rows)
        names += [row.label.filename for row in rows]
        parts += [row.part for row in rows]
        hashes += [_hash(crops[row_of[row.label.filename]]) for row in tqdm(rows, f"hashing {name}", unit="picture")]
    left_out: dict[str, set[str]] = {name: set() for name in sets}
    for pair in near_pairs(np.array(hashes, np.uint64), max_bits):
        for mine, other in (pair, pair[::-1]):
            if owners[mine] != owners[other] and parts[mine] == "train" and parts[other] != "train":
                left_out[owners[mine]].add(names[mine])
    return {name: sorted(files) for name, files in left_out.items()}


def _hash(crop: np.ndarray) -> tuple[int, int]:
    """pHash and dHash of a crop, uint8 [S, S, 3], as 64-bit words."""
    grey = Image.fromarray(crop).convert("L")
    return int(str(imagehash.phash(grey)), 16), int(str(imagehash.dhash(grey)), 16)
