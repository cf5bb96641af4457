"""All aligned crops of a data set in one array on disk: crops.npy (uint8 [N, S, S, 3], RGB) and index.csv."""

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tqdm import tqdm

from agelens.align.crop import crop
from agelens.align.similarity import Placement, place
from agelens.align.template import Template
from agelens.data.keypoints import Detection
from agelens.data.pictures import read_pixels, require_folder
from agelens.errors import AgeLensError
from agelens.files import read_json, read_table, write_json, write_table

INDEX_COLUMNS = ("row", "filename", "source", "residual", "a", "b", "tx", "ty")
_CHUNK = 256


def read_picture(path: Path) -> torch.Tensor:
    """Decode a picture to float32 RGB [3, H, W] in 0…255."""
    return torch.from_numpy(read_pixels(path)).permute(2, 0, 1).float()


def build_crops(
    pictures: Path, detections: dict[str, Detection], template: Template, out: Path, size: int, margin: int
) -> list[Placement]:
    """Crop every picture in `detections` and write crops.npy and index.csv into `out`; picks up where it stopped.

    Returns the placements in row order. Raises AgeLensError where a started array has other settings.
    """
    require_folder(pictures)
    names = list(detections)
    placements = [place(detections[name], template, size) for name in names]
    side = size + 2 * margin
    settings: dict[str, int | str] = {"size": size, "margin": margin, "count": len(names)}
    settings |= {"template": repr(template), "names": hash_names(names)}
    array, done = _open_array(out, (len(names), side, side, 3), settings)

    def cut(row: int) -> None:
        pixels = crop(read_picture(pictures / names[row]), placements[row].to_crop, size, margin)
        array[row] = pixels.round().clamp(0, 255).byte().permute(1, 2, 0).numpy()

    bar = tqdm(desc="cropping", total=len(names), initial=done, unit="picture")
    pool = ThreadPoolExecutor(os.cpu_count(), initializer=torch.set_num_threads, initargs=(1,))
    with bar, pool:
        for start in range(done, len(names), _CHUNK):
            rows = range(start, min(start + _CHUNK, len(names)))
            list(pool.map(cut, rows))
            array.flush()
            write_json(out / "crops.json", {**settings, "done": rows.stop})
            bar.update(len(rows))
    write_table(out / "index.csv", INDEX_COLUMNS, [_index_row(i, names[i], p) for i, p in enumerate(placements)])
    return placements


def hash_names(names: list[str]) -> str:
    """Fingerprint of a list of names, to notice that an unfinished array belongs to other pictures."""
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def _open_array(out: Path, shape: tuple[int, ...], settings: dict[str, Any]) -> tuple[np.memmap, int]:
    """Open a started array together with the number of finished rows, or create an empty one."""
    path, state = out / "crops.npy", out / "crops.json"
    if state.is_file() and path.is_file():
        before = read_json(state, "`agelens crops`")
        if {**before, "done": 0} != {**settings, "done": 0}:
            raise AgeLensError(f"{path} was made with other settings; remove it and {state} to start again.")
        return np.lib.format.open_memmap(path, mode="r+"), before["done"]
    out.mkdir(parents=True, exist_ok=True)
    return np.lib.format.open_memmap(path, mode="w+", dtype=np.uint8, shape=shape), 0


def _index_row(row: int, name: str, placement: Placement) -> tuple[Any, ...]:
    scale, shift = placement.to_crop.scale, placement.to_crop.shift
    numbers = (placement.residual, scale.real, scale.imag, shift.real, shift.imag)
    return (row, name, placement.source, *(f"{number:.8g}" for number in numbers))


def open_crops(folder: Path) -> tuple[np.ndarray, dict[str, int], dict[str, Any]]:
    """All finished crops as a read-only memory map, the row of every file name, and the settings."""
    settings = read_json(folder / "crops.json", "`agelens crops`")
    if settings["done"] < settings["count"]:
        raise AgeLensError(f"{folder / 'crops.npy'} is unfinished; run `agelens crops` again to complete it.")
    index = read_table(folder / "index.csv", INDEX_COLUMNS, "`agelens crops`")
    rows = {row["filename"]: int(row["row"]) for row in index}
    return _open_finished(folder), rows, settings


def _open_finished(folder: Path) -> np.ndarray:
    path = folder / "crops.npy"
    try:
        return np.load(path, mmap_mode="r")
    except (OSError, ValueError, EOFError) as error:
        raise AgeLensError(f"{path} cannot be read; remove crops.json and run `agelens crops` again.") from error
