"""The commands after an evaluation, on the tiny network that learnt from drawn faces."""

import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from command_line import agelens

from agelens.analyse.damage import DAMAGES
from agelens.crops.array import open_crops
from agelens.export.bundle import load_export
from agelens.predict.decode import posterior_of
from agelens.predict.logits import predict_logits

COUNT = 5


def _json(path: Path) -> dict:
    return json.loads(path.read_text())


def test_analyse_leaves_figures_and_a_report(analysed: Path) -> None:
    content = _json(analysed / "analysis" / "analysis.json")
    assert set(content["sensitivity"]) == {damage.key for damage in DAMAGES}
    undamaged = {one["rows"][0]["error"]["value"] for one in content["sensitivity"].values()}
    assert max(undamaged) - min(undamaged) < 0.01
    assert all(len(one["rows"]) == len(one["levels"]) == 5 for one in content["sensitivity"].values())
    page = (analysed / "analysis" / "report.html").read_text()
    assert page.count("<svg") >= len(DAMAGES) + 3
    assert page.count("data:image/jpeg") == 2 * 3
    assert not (analysed / "analysis" / "damaged.jsonl").exists()


def test_an_analysed_network_has_its_robustness_in_the_card(analysed: Path, tmp_path: Path) -> None:
    agelens("export", analysed, "--out", tmp_path)
    agelens("card", "--export", tmp_path, "--out", tmp_path / "card.md")
    assert "Robustness, mean error at each level of damage" in (tmp_path / "card.md").read_text()
    assert (tmp_path / "robustness.svg").read_text().startswith("<svg")


def test_precision_measures_three_and_chooses_one(exported: Path, drawn: Path, tmp_path: Path) -> None:
    export = shutil.copytree(exported, tmp_path / "export")
    said = agelens("precision", "--export", export, "--data", drawn)
    content = _json(export / "precision.json")
    variants = content["variants"]
    assert f"{content['chosen']} (chosen): bytes " in said
    assert variants["float32"]["bytes"] > variants["float16"]["bytes"] >= variants["uint8"]["bytes"] > 0
    assert variants["float32"]["lost"] == 0
    assert variants["float32"]["mae"] == _json(export / "export.json")["metrics"]["overall"]["mae"]["value"]
    assert variants[content["chosen"]]["lost"] <= 0.03
    agelens("card", "--export", export, "--out", export / "card.md")
    assert f"Weights are downloaded as {content['chosen']}." in (export / "card.md").read_text()


@pytest.fixture(scope="module")
def expected(exported: Path, drawn: Path) -> tuple[np.ndarray, np.ndarray]:
    """Central pixels [N, 3, S, S] of some crops, and the posteriors that training and evaluation find in them."""
    export, (crops, _, settings) = load_export(exported), open_crops(drawn)
    some = torch.from_numpy(crops[:COUNT].copy())
    logits = predict_logits(export.network, some, settings["size"], settings["size"], export.normalisation)
    inner = slice(settings["margin"], settings["margin"] + settings["size"])
    return some[:, inner, inner].permute(0, 3, 1, 2).float().numpy(), posterior_of(logits)


def test_onnx_reads_plain_pixels(exported: Path, expected: tuple, tmp_path: Path) -> None:
    said = agelens("onnx", "--export", exported, "--out", tmp_path / "age.onnx")
    assert f"{(tmp_path / 'age.onnx').stat().st_size:,} bytes" in said
    session = onnxruntime.InferenceSession(tmp_path / "age.onnx", providers=["CPUExecutionProvider"])
    pixels, posterior = expected
    assert session.run(None, {"pixels": pixels})[0] == pytest.approx(posterior, abs=1e-5)


def test_torchscript_reads_plain_pixels(exported: Path, expected: tuple, tmp_path: Path) -> None:
    said = agelens("torchscript", "--export", exported, "--out", tmp_path / "age.pt")
    assert "answers differ from PyTorch's by at most" in said
    pixels, posterior = expected
    with torch.inference_mode():
        found = torch.jit.load(tmp_path / "age.pt")(torch.from_numpy(pixels))
    assert found.numpy() == pytest.approx(posterior, abs=1e-5)
