"""The pipeline's stages in their order: each is a command that could be typed by hand."""

from collections.abc import Set
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import BaseModel

from agelens.data.make_split import SplitSettings
from agelens.enhance.settings import EnhanceSettings
from agelens.explore.settings import ExploreSettings
from agelens.facts import read_facts
from agelens.files import write_text
from agelens.pipeline.settings import (
    CropSettings,
    KeypointSettings,
    PipelineSettings,
    PublishSettings,
    ResampleStage,
    TemplateSettings,
)
from agelens.pipeline.stage import NPM, Stage

# Where work is done does not change what comes out.
_PLACE = {"jobs", "scheduler"}
_FILES = read_facts("files.json")
_EXPORTED, _PUBLISHED = _FILES["exported"], _FILES["published"]
_EXPORT_FILES = tuple(_EXPORTED[part] for part in ("weights", "spec", "description"))
_PRECISION_FILES = tuple(_EXPORTED[part] for part in ("precision", "uint8Biases"))
_TS_FOLDERS = ("tools/convert", "src/engine", "src/math")


class StagePlan:
    """Builds the stages of one configuration; `pictures` and `data` follow what enhance and resample make of them."""

    def __init__(self, settings: PipelineSettings) -> None:
        self._settings = settings
        self._work = settings.work
        self._pictures = settings.pictures
        self._data = settings.work / "data"
        self._labels = settings.labels

    def stages(self) -> list[Stage]:
        """All stages of this configuration."""
        given = self._settings
        stages = [self._explore(given.explore)] if given.explore else []
        stages += [self._enhance(given.enhance)] if given.enhance else []
        stages.append(self._split(given.split))
        stages += [self._resample(given.resample)] if given.resample else []
        stages += [self._keypoints(given.keypoints), self._template(given.template), self._crops(given.crops)]
        stages += [self._train(), self._evaluate(), self._export()]
        if given.publish:
            stages += [self._precision(), self._parity(given.publish), self._card(), self._convert(given.publish)]
        return stages

    def _explore(self, given: ExploreSettings) -> Stage:
        out = self._work / "explore"
        words = ["explore", *self._source(), "--out", str(out), *self._config("explore", given)]
        outputs = [out / "pictures.csv", out / "report.html"]
        return Stage("explore", words, self._read(), outputs, _content(given), ("explore.run",), [out])

    def _enhance(self, given: EnhanceSettings) -> Stage:
        out = self._work / "enhance"
        words = ["enhance", *self._source(), "--out", str(out), *self._config("enhance", given)]
        reads = self._read()
        self._pictures, self._labels = out / "pictures", self._labels
        outputs = [out / "pictures", out / "enhanced.csv"]
        return Stage("enhance", words, reads, outputs, _content(given), ("enhance.run",), [out])

    def _split(self, given: SplitSettings) -> Stage:
        data = self._data
        words = ["split", *self._source(), "--data", str(data), *self._config("split", given)]
        outputs = [data / name for name in ("split.csv", "split.json", "split.png", "conflicts.csv")]
        scratch = [*outputs, data / "hashes.jsonl"]
        return Stage("split", words, self._read(), outputs, _content(given), ("data.make_split",), scratch)

    def _resample(self, given: ResampleStage) -> Stage:
        out = self._work / "resample"
        words = ["resample", *self._source(), "--out", str(out), "--target", str(given.target)]
        words += ["--split", str(self._data), *self._config("resample", given, {"target"})]
        parts = {"split": self._data / "split.csv", "source": self._data / "split.json", "target": given.target}
        reads = {**self._read(), **parts}
        outputs = [out / "pictures", out / "split.csv", out / "split.json", out / "validation.json"]
        self._pictures, self._data, self._labels = out / "pictures", out, None
        return Stage("resample", words, reads, outputs, _content(given, {"target"}), ("resample.run",), [out])

    def _keypoints(self, given: KeypointSettings) -> Stage:
        out = self._work / "keypoints.csv"
        words = ["keypoints", str(self._pictures), "--out", str(out)]
        words += [f"--{name}" for name, value in given.model_dump().items() if value]
        scratch = [out, out.with_name("keypoints.csv.jsonl")]
        return Stage("keypoints", words, self._read(), [out], _content(given), ("detect.keypoints",), scratch)

    def _template(self, given: TemplateSettings) -> Stage:
        data = self._data
        keypoints, out = self._work / "keypoints.csv", data / "template.json"
        words = ["template", "--keypoints", str(keypoints), "--data", str(data), *_options(given)]
        reads = {"keypoints": keypoints, "split": data / "split.csv"}
        return Stage("template", words, reads, [out], _content(given), ("crops.make",), [out])

    def _crops(self, given: CropSettings) -> Stage:
        data, keypoints = self._data, self._work / "keypoints.csv"
        words = ["crops", str(self._pictures), "--keypoints", str(keypoints), "--data", str(data), *_options(given)]
        parts = {"keypoints": keypoints, "split": data / "split.csv", "template": data / "template.json"}
        outputs = [data / name for name in ("crops.npy", "index.csv", "crops.json")]
        return Stage("crops", words, {**self._read(), **parts}, outputs, _content(given), ("crops.make",), outputs)

    def _train(self) -> Stage:
        run, given = self._work / "run", {"name": self._settings.name, **self._settings.train}
        config = self._write("train", given)
        words = ["train", str(config), "--data", str(self._data), "--run", str(run)]
        teachers = [Path(teacher) for teacher in given.get("distil", {}).get("teachers", [])]
        reads = {
            **self._crop_files(),
            "spec": Path(given["spec"]),
            **{f"teacher {path.stem}": path for path in teachers},
        }
        settings = _without_places({key: value for key, value in given.items() if key not in ("spec", "runtime")})
        outputs = [run / name for name in ("best.pt", "config.json", "spec.json", "history.csv")]
        return Stage("train", words, reads, outputs, settings, ("train.loop",), [run], precious=True)

    def _evaluate(self) -> Stage:
        run = self._work / "run"
        reads = {**self._crop_files(), "weights": run / "best.pt", "config": run / "config.json"}
        reads |= {"template": self._data / "template.json", "source": self._data / "split.json"}
        words = ["evaluate", str(run), "--data", str(self._data)]
        out = run / "evaluation"
        return Stage("evaluate", words, reads, [out / "evaluation.json"], {}, ("evaluate.run",), [out])

    def _export(self) -> Stage:
        run, out = self._work / "run", self._work / "export"
        reads = {"weights": run / "best.pt", "evaluation": run / "evaluation" / "evaluation.json"}
        outputs = [out / name for name in _EXPORT_FILES]
        return Stage("export", ["export", str(run), "--out", str(out)], reads, outputs, {}, ("export.bundle",), [out])

    def _precision(self) -> Stage:
        out = self._work / "export"
        words = ["precision", "--export", str(out), "--data", str(self._data)]
        outputs = [out / name for name in _PRECISION_FILES]
        reads = {**self._crop_files(), **self._exported()}
        return Stage("precision", words, reads, outputs, {}, ("export.measure_precision",), outputs)

    def _parity(self, given: PublishSettings) -> Stage:
        out = self._work / "parity.json"
        words = ["parity", "--export", str(self._work / "export"), "--images", str(given.parity_images)]
        words += ["--keypoints", str(given.parity_keypoints), "--out", str(out)]
        parts = {"images": given.parity_images, "keypoints": given.parity_keypoints}
        reads = {**self._exported(*_PRECISION_FILES), **parts}
        return Stage("parity", words, reads, [out], {}, ("export.parity",), [out])

    def _card(self) -> Stage:
        out = self._work / "card.md"
        words = ["card", "--export", str(self._work / "export"), "--out", str(out)]
        return Stage("card", words, self._exported(_EXPORTED["precision"]), [out], {}, ("export.card",), [out])

    def _convert(self, given: PublishSettings) -> Stage:
        work, name = self._work, self._settings.name
        words = ["convert", "--", "--export", str(work / "export"), "--card", str(work / "card.md")]
        words += ["--parity", str(work / "parity.json"), "--images", str(given.parity_images)]
        words += ["--out", str(given.models), "--id", name, "--title", given.title, "--model-version", given.version]
        parts = {"card": work / "card.md", "parity": work / "parity.json", "images": given.parity_images}
        reads = {**self._exported(*_PRECISION_FILES), **parts}
        out = given.models / name
        outputs = [out / _PUBLISHED[part] for part in ("topology", "weights", "card")]
        settings = {"id": name, "title": given.title, "version": given.version}
        return Stage("convert", words, reads, outputs, settings, _TS_FOLDERS, [], tool=NPM)

    def _exported(self, *more: str) -> dict[str, Path]:
        """The files of the export that later stages read; the converter puts its own beside them."""
        return {name: self._work / "export" / name for name in (*_EXPORT_FILES, *more)}

    def _source(self) -> list[str]:
        return [str(self._pictures), *(["--labels", str(self._labels)] if self._labels else [])]

    def _read(self) -> dict[str, Path]:
        return {"pictures": self._pictures, **({"labels": self._labels} if self._labels else {})}

    def _crop_files(self) -> dict[str, Path]:
        return {name: self._data / name for name in ("crops.npy", "index.csv", "split.csv")}

    def _config(self, stage: str, table: BaseModel, without: Set[str] = frozenset()) -> list[str]:
        content = table.model_dump(mode="json", exclude_none=True, exclude=set(without))
        return ["--config", str(self._write(stage, content))]

    def _write(self, stage: str, content: dict[str, Any]) -> Path:
        """The stage's table as a TOML file of its own, written only where it differs."""
        path = self._work / "settings" / f"{stage}.toml"
        text = tomli_w.dumps(content)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            write_text(path, text)
        return path


def _content(table: BaseModel, without: Set[str] = frozenset()) -> dict[str, Any]:
    return table.model_dump(mode="json", exclude=_PLACE | set(without))


def _without_places(train: dict[str, Any]) -> dict[str, Any]:
    """The settings of a training without where its files lie: a folder that moves changes nothing."""
    places = {"initialise": "weights", "distil": "teachers"}
    kept = {name: {k: v for k, v in train[name].items() if k != key} for name, key in places.items() if train.get(name)}
    return {**train, **kept}


def _options(table: BaseModel) -> list[str]:
    return [word for name, value in table.model_dump().items() for word in (f"--{name.replace('_', '-')}", str(value))]
