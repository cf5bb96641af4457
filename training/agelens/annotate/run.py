"""`agelens predict`: a picture in, the annotated picture out."""

from pathlib import Path

from agelens.annotate.draw import annotate
from agelens.annotate.estimate import Reading, age_decoder, read_ages
from agelens.data.pictures import read_pixels
from agelens.errors import AgeLensError
from agelens.export.model import load_model
from agelens.files import write_json

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}


def predict(image: Path, out: Path, export: Path | None, model_id: str | None, table: Path | None) -> list[Reading]:
    """Write `out`, and the readings as JSON into `table` if given; raises AgeLensError where no face is found."""
    if out.suffix.lower() not in _FORMATS:
        raise AgeLensError(f"{out} has no ending of a picture; use one of {', '.join(_FORMATS)}.")
    if out.resolve() == image.resolve():
        raise AgeLensError(f"{out} is the picture itself; choose another --out.")
    pixels = read_pixels(image)
    model = load_model(export, model_id)
    readings = read_ages(pixels, model)
    if not readings:
        raise AgeLensError(f"No face was found in {image}; choose a picture that shows one from the front.")
    out.parent.mkdir(parents=True, exist_ok=True)
    annotate(pixels, readings).save(out, format=_FORMATS[out.suffix.lower()])
    if table:
        level = age_decoder(model).calibration.level
        write_json(table, {"image": image.name, "level": level, "faces": [r.as_json() for r in readings]})
    return readings
