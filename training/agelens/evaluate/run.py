"""Measuring a run: calibrate on the validation part, then measure on the test part.

    agelens evaluate RUN --data DATA

writes RUN/evaluation/: evaluation.json (all that an export needs), predictions.csv and plots.
"""

from pathlib import Path

import numpy as np
import torch

from agelens.config import Config
from agelens.data.crops import open_crops
from agelens.errors import AgeLensError
from agelens.evaluate.calibrate import central_mass
from agelens.evaluate.decode import DECODERS, interval, posterior_of
from agelens.evaluate.plots import plot_groups, plot_scatter
from agelens.evaluate.predict import predict_logits
from agelens.evaluate.report import outcomes_of, report
from agelens.files import read_json, write_json, write_table
from agelens.models.build import Network, build
from agelens.models.spec import read_spec
from agelens.train.data import Part, load_part, rows_of_part

LEVEL = 0.8


def load_run(run: Path) -> tuple[Network, Config]:
    """The best averaged weights of a run, ready for inference, and its configuration."""
    config = Config.model_validate(read_json(run / "config.json", "`agelens train`"))
    network = build(read_spec(run / "spec.json"))
    if not (run / "best.pt").is_file():
        raise AgeLensError(f"{run} has no best.pt yet; let `agelens train` finish an epoch first.")
    network.load_state_dict(torch.load(run / "best.pt", weights_only=True))
    return network.eval(), config


def evaluate(run: Path, data: Path) -> dict:
    """Choose the decoder and the interval's mass on the validation part, measure on the test part, write all of it."""
    network, config = load_run(run)
    validation, test = load_part(data, "validation"), load_part(data, "test")
    known = _posterior(network, validation, config)
    decode = _best_decoder(known, validation.ages.numpy())
    mass = central_mass(known, validation.ages.numpy(), LEVEL)

    posterior, ages = _posterior(network, test, config), test.ages.numpy()
    metrics = report(outcomes_of(posterior, ages, decode, mass), test)
    content = {
        "decode": decode,
        "calibration": {
            "level": LEVEL,
            "mass": round(mass, 6),
            "method": "distributional conformal",
            "n": len(known),
        },
        "metrics": {"set": "UTKFace test part", **metrics},
        "template": read_json(data / "template.json", "`agelens template`"),
        "training": _provenance(run, data, config),
    }
    out = run / "evaluation"
    write_json(out / "evaluation.json", content)
    _write_predictions(out / "predictions.csv", test, posterior, decode, mass)
    plot_scatter(ages, DECODERS[decode](posterior), out / "estimates.png")
    plot_groups(metrics, "mae", "mean absolute error in years", out / "mae.png")
    plot_groups(metrics, "bias", "mean error in years", out / "bias.png", reference=0)
    plot_groups(metrics, "coverage", "share inside the interval", out / "coverage.png", reference=LEVEL)
    return content


def _posterior(network: Network, part: Part, config: Config) -> np.ndarray:
    size = network.spec.input.size
    return posterior_of(predict_logits(network, part.crops, part.frame, size, config.normalisation))


def _best_decoder(posterior: np.ndarray, ages: np.ndarray) -> str:
    """The decoder with the lowest MAE."""
    return min(DECODERS, key=lambda name: np.abs(DECODERS[name](posterior) - ages).mean())


def _provenance(run: Path, data: Path, config: Config) -> dict:
    _, with_crop, _ = open_crops(data)
    pictures = rows_of_part(data, with_crop, "train", config.sampling.conflicts == "drop")
    split = read_json(data / "split.json", "`agelens split`")
    epochs = len((run / "history.csv").read_text().splitlines()) - 1
    return {
        "data": "UTKFace, aligned and cropped",
        "licence": "UTKFace: non-commercial research only",
        "images": len(pictures),
        "epochs": epochs,
        "seed": config.seed,
        "split": {key: split[key] for key in ("sha256", "seed", "counts")},
    }


def _write_predictions(path: Path, part: Part, posterior: np.ndarray, decode: str, mass: float) -> None:
    years, (low, high) = DECODERS[decode](posterior), interval(posterior, mass)
    columns = zip(part.names, part.ages.tolist(), years, low, high, strict=True)
    rows = [(name, age, f"{y:.3f}", f"{lo:.3f}", f"{hi:.3f}") for name, age, y, lo, hi in columns]
    write_table(path, ("filename", "age", "years", "low", "high"), rows)
