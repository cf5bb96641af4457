"""Ages drawn on a picture, by the network that the app publishes."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from portraits import draw_portrait
from typer.testing import CliRunner

from agelens import cli
from agelens.align.crop import crop
from agelens.align.similarity import Similarity
from agelens.align.template import MANIFEST
from agelens.annotate.estimate import prepare
from agelens.crops.array import read_picture
from agelens.data.pictures import read_pixels
from agelens.detect.blazeface import BlazeFace
from agelens.detect.search import find_faces
from agelens.errors import AgeLensError
from agelens.export.model import load_model
from agelens.predict.decode import posterior_of
from agelens.predict.logits import normalise
from agelens.quality.policy import tail_factor

runner = CliRunner()
REPOSITORY = Path(__file__).parents[2]
PORTRAIT = REPOSITORY / "e2e/fixtures/portrait.png"


def _predict(*words: object) -> str:
    return runner.invoke(cli.app, ["predict", *map(str, words)], catch_exceptions=False).output


def test_the_portrait_gets_its_box_and_about_the_apps_age(tmp_path: Path) -> None:
    out, table = tmp_path / "deep" / "out.png", tmp_path / "out.json"
    assert " years (" in _predict(PORTRAIT, "--out", out, "--json", table)
    (expected,) = json.loads((REPOSITORY / "training/parity/compact-age.json").read_text())["pictures"]
    (face,) = json.loads(table.read_text())["faces"]
    assert [face["box"][k] for k in ("x", "y", "width", "height")] == pytest.approx(expected["box"], abs=3)
    assert expected["interval"]["low"] < face["years"] < expected["interval"]["high"]
    assert face["low"] < face["years"] < face["high"]
    drawn, plain = (np.asarray(Image.open(path).convert("RGB")) for path in (out, PORTRAIT))
    changed = np.argwhere((drawn != plain).any(axis=2))
    box = face["box"]
    assert drawn.shape == plain.shape
    assert changed[:, 0].min() >= box["y"] - 4
    assert changed[:, 1].min() >= box["x"] - 4
    assert (drawn == (255, 122, 77)).all(axis=2).sum() > 2 * box["width"]


def test_the_published_weights_are_those_of_the_parity_file() -> None:
    (expected,) = json.loads((REPOSITORY / "training/parity/compact-age.json").read_text())["pictures"]
    model = load_model(None, "compact-age")
    back = expected["cropToSource"]
    to_source = Similarity(complex(back["a"], back["b"]), complex(back["tx"], back["ty"]))
    pixels = crop(read_picture(PORTRAIT), to_source.inverse(), model.network.spec.input.size)
    with torch.inference_mode():
        x = normalise(pixels[None], model.normalisation.mean, model.normalisation.std)
        posterior = posterior_of(model.network(x).numpy())[0]
    assert posterior == pytest.approx(expected["posterior"], abs=0.002)


def test_a_dark_face_is_repaired_before_the_estimate(tmp_path: Path) -> None:
    pixels = read_pixels(PORTRAIT)
    model = load_model(None, None)
    face = find_faces(BlazeFace(), pixels, thorough=True)[0]
    as_it_is, dark = (prepare(image, face, model) for image in (pixels, pixels // 4))
    assert dark[0].mean() == pytest.approx(120, abs=25)
    assert (as_it_is[1], dark[1]) == (1, 1)
    glaring = np.minimum(pixels.astype(int) + 110, 255).astype(np.uint8)
    assert prepare(glaring, face, model)[1] < 1


def test_tails_shrink_by_the_strictest_rule() -> None:
    light = {"brightness": 120, "contrast": 50, "clippedHighlights": 0}
    fine = {**light, "sharpness": 300, "noise": 1, "resolutionPx": 200}
    assert tail_factor(fine) == 1
    assert tail_factor({**fine, "brightness": 210}) == 0.75
    assert tail_factor({**fine, "brightness": 210, "clippedHighlights": 0.8}) == 0


def test_mistakes_are_one_sentence(tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    (tmp_path / "broken.png").write_bytes(b"no picture")
    Image.new("RGB", (64, 64), (90, 120, 90)).save(tmp_path / "meadow.png")
    with pytest.raises(AgeLensError, match=r"nowhere\.png does not exist"):
        _predict(tmp_path / "nowhere.png", "--out", out)
    with pytest.raises(AgeLensError, match=r"broken\.png cannot be read as a picture"):
        _predict(tmp_path / "broken.png", "--out", out)
    with pytest.raises(AgeLensError, match=r"No face was found in .*meadow\.png"):
        _predict(tmp_path / "meadow.png", "--out", out)
    with pytest.raises(AgeLensError, match=r"has no ending of a picture"):
        _predict(PORTRAIT, "--out", tmp_path / "out.txt")
    with pytest.raises(AgeLensError, match=r"has no model 'nix'; choose one of compact-age"):
        _predict(PORTRAIT, "--out", out, "--model", "nix")
    with pytest.raises(AgeLensError, match=r"export\.json is missing"):
        _predict(PORTRAIT, "--out", out, "--export", tmp_path)
    assert not out.exists()


def test_altered_weights_are_refused(tmp_path: Path) -> None:
    manifest = json.loads(MANIFEST.read_text())
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    folder = tmp_path / "compact-age"
    folder.mkdir()
    (folder / "model.json").write_text("{}")
    with pytest.raises(AgeLensError, match=r"model\.json is missing or not what the manifest says"):
        load_model(None, None, tmp_path / "manifest.json")


def test_the_picture_itself_is_not_overwritten(tmp_path: Path) -> None:
    draw_portrait(30, 1).save(tmp_path / "face.png")
    with pytest.raises(AgeLensError, match="is the picture itself"):
        _predict(tmp_path / "face.png", "--out", tmp_path / "face.png")
