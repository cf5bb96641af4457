"""Training configurations: TOML files checked against the tables below; an unknown key is an error."""

from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from agelens.settings import Strict, check, read_toml


class Normalisation(Strict):
    """Per channel, on 0…255: input = (pixel − mean) / std."""

    mean: tuple[float, float, float] = (127.5, 127.5, 127.5)
    std: tuple[float, float, float] = (63.75, 63.75, 63.75)


class SetSampling(Strict):
    """How one of several data sets is drawn, and how much its validation error counts.

    `share` of every epoch's pictures come from this set: by default as many as it has. `power` stands instead of the
    one of all sets. "score", by which epochs are compared, is the mean of the sets' errors in years, weighted by
    `score_weight`.
    """

    share: float | None = Field(default=None, gt=0, le=1)
    power: float | None = Field(default=None, ge=0, le=1)
    score_weight: float = Field(default=1.0, ge=0)


class Sampling(Strict):
    """A picture is drawn with a weight ∝ A^−power · E^−ethnicity_power.

    A and E count the pictures of its set that have the same five-year band (or the same range) and ethnicity. `sets`
    says more of single sets of a joined folder, by name (see agelens/crops/sets.py). An epoch shows `epoch` pictures,
    with 0 as many as there are.
    """

    power: float = Field(default=0.3, ge=0, le=1)
    ethnicity_power: float = Field(default=0.0, ge=0, le=1)
    conflicts: Literal["drop", "keep"] = "drop"
    epoch: int = Field(default=0, ge=0)
    sets: dict[str, SetSampling] = Field(default_factory=dict)


class Loss(Strict):
    """What the head over ages learns by; heads over groups and genders always learn by cross-entropy.

    `kind`, with the keys that it reads (see agelens/train/losses.py):

    - "label-distribution": KL to a Gaussian of σ = clip(sigma_base + sigma_slope·age, sigma_base, sigma_max) years,
      plus `expected_weight` · smooth L1 (`expected_beta` years) of the expected age;
    - "cross-entropy": of the age as a class;
    - "mean-variance": cross-entropy + `mean_weight`/2 · (expected age − age)² + `variance_weight` · variance;
    - "ordinal": cross-entropy of the questions "older than k?" for every k;
    - "l1", "huber" (quadratic below `huber_delta` years): for a regression.

    A picture whose label is a range of ages adds −log of the posterior's mass inside and `expected_weight` · smooth L1
    of the way from the expected age to the range, whatever the kind; a regression learns from that way alone. Where
    people voted, "label-distribution" aims at `votes_share` · Gaussian of their mean and deviation + the rest · the
    Gaussian of the age, and at the mean of both ages.

    `gender_weight` and `ethnicity_weight` add auxiliary heads that exist only while the network learns; pictures
    without that label add nothing to them. `head_weights` gives heads of a multi head, by name, other weights than 1.
    """

    kind: Literal["label-distribution", "cross-entropy", "mean-variance", "ordinal", "l1", "huber"] = (
        "label-distribution"
    )
    sigma_base: float = Field(default=0.6, gt=0)
    sigma_slope: float = Field(default=0.05, ge=0)
    sigma_max: float = Field(default=3.0, gt=0)
    expected_weight: float = Field(default=0.1, ge=0)
    expected_beta: float = Field(default=2.0, gt=0)
    votes_share: float = Field(default=0.5, ge=0, le=1)
    mean_weight: float = Field(default=0.2, ge=0)
    variance_weight: float = Field(default=0.05, ge=0)
    huber_delta: float = Field(default=3.0, gt=0)
    gender_weight: float = Field(default=0.0, ge=0)
    ethnicity_weight: float = Field(default=0.0, ge=0)
    head_weights: dict[str, float] = Field(default_factory=dict)


class Augment(Strict):
    """Ranges are half-widths around neutral; probabilities are per picture."""

    rotation_degrees: float = Field(default=15.0, ge=0)
    scale: float = Field(default=0.12, ge=0, lt=1)
    shift: float = Field(default=0.05, ge=0)
    brightness: float = Field(default=0.2, ge=0)
    contrast: float = Field(default=0.25, ge=0)
    saturation: float = Field(default=0.3, ge=0)
    white_balance: float = Field(default=0.08, ge=0)
    gamma: float = Field(default=0.35, ge=0)
    gamma_probability: float = Field(default=0.3, ge=0, le=1)
    grey_probability: float = Field(default=0.05, ge=0, le=1)
    downsample_probability: float = Field(default=0.25, ge=0, le=1)
    downsample_smallest: int = Field(default=24, ge=8)
    downsample_largest: int = Field(default=96, ge=8)
    blur_probability: float = Field(default=0.1, ge=0, le=1)
    blur_sigma: float = Field(default=2.0, gt=0)
    noise_probability: float = Field(default=0.1, ge=0, le=1)
    noise_sigma: float = Field(default=12.0, ge=0)
    dark_probability: float = Field(default=0.05, ge=0, le=1)
    erase_probability: float = Field(default=0.2, ge=0, le=1)
    erase_largest: float = Field(default=0.4, gt=0, lt=1)


class Initialise(Strict):
    """Where training starts: the model.json of HSE-FaceRes (see agelens.train.pretrained) instead of random weights.

    `weights` is a path relative to the configuration file; `sha256` is that of the binary file which it names.
    """

    weights: Path
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class Distil(Strict):
    """Learn from the answers of other networks as well as from the labels (Hinton et al., 2015).

    `teachers` are configurations, as paths relative to this one, of networks over the same ages and with the same
    normalisation; `agelens train` trains them first. Their posterior is that of the mean of their logits for the very
    picture that the student sees and, if `mirrored`, for its mirror image. The head's loss becomes
    (1 − `share`) · the one of the labels + `share` · KL(teachers ‖ student). `start` names the teacher, a file without
    its ending, from whose weights the student starts.
    """

    teachers: list[Path] = Field(min_length=1)
    share: float = Field(default=0.5, gt=0, le=1)
    mirrored: bool = False
    start: str | None = None

    @model_validator(mode="after")
    def _names_tell_teachers_apart(self) -> "Distil":
        names = [path.stem for path in self.teachers]
        if len(set(names)) < len(names):
            raise ValueError("the files of two teachers have the same name")
        if self.start and self.start not in names:
            raise ValueError(f"start must be one of {', '.join(names)}")
        return self


class Optimiser(Strict):
    """AdamW; no weight decay on norms and biases."""

    learning_rate: float = Field(default=3e-3, gt=0)
    weight_decay: float = Field(default=0.02, ge=0)
    batch: int = Field(default=128, gt=0)
    clip: float = Field(default=1.0, gt=0)
    second_moment_decay: float = Field(default=0.999, ge=0, lt=1)
    ema_decay: float = Field(default=0.999, ge=0, lt=1)


class Schedule(Strict):
    """Fractions are of the whole training; `sizes` lists (start fraction, input side in pixels).

    `restarts` lists (start fraction, highest share of the learning rate): from there on another cosine begins, and
    `warmup` is a fraction of each of them.
    """

    epochs: int = Field(default=80, gt=0)
    kind: Literal["trapezoid", "cosine"] = "trapezoid"
    warmup: float = Field(default=0.02, ge=0, lt=1)
    decay: float = Field(default=0.35, ge=0, le=1)
    restarts: list[tuple[float, float]] = Field(default=[])
    sizes: list[tuple[float, int]] = Field(default=[(0.0, 128)], min_length=1)

    @model_validator(mode="after")
    def _restarts_of_a_cosine(self) -> "Schedule":
        if self.restarts and self.kind != "cosine":
            raise ValueError('restarts need kind = "cosine"')
        if any(not 0 < start < 1 for start, _ in self.restarts):
            raise ValueError("restarts begin between 0 and 1")
        return self


class Transfer(Strict):
    """Where a backbone's weights come from, and how much of it learns.

    `weights`: "timm" (timm's own), "none" (random), or a file beside the spec: one that timm can load, or the best.pt
    of an earlier run. `train_stages` last stages of the backbone learn with the head; all of them when it is left
    out. `cached` computes the features of all crops once, without augmentation, and trains the head on them.
    """

    weights: str = "timm"
    train_stages: int | None = Field(default=None, ge=0)
    cached: bool = False

    @model_validator(mode="after")
    def _frozen_when_cached(self) -> "Transfer":
        if self.cached and self.train_stages != 0:
            raise ValueError("cached features need train_stages = 0")
        return self


class Selection(Strict):
    """Which epoch is kept as the best, and when to stop early.

    `metric` is a column of history.csv: "mae" where an age is estimated, else "accuracy", when left out. Training stops
    after `patience` epochs in a row without a better one; 0 never stops early.
    """

    metric: str | None = None
    patience: int = Field(default=0, ge=0)


class Runtime(Strict):
    """`threads` 0 means all cores; `bf16` trains in bfloat16 where the arithmetic allows it.

    A checkpoint is written after every epoch, and within one when the last is `checkpoint_seconds` old: what a power
    cut or `kill -9` can cost.
    """

    threads: int = Field(default=0, ge=0)
    bf16: bool = True
    checkpoint_seconds: float = Field(default=30.0, ge=0)


class Config(Strict):
    """A whole training run. `spec` is a path relative to the configuration file.

    `start_from` fine-tunes: it names a model that the app publishes, by its id, or the best.pt of an earlier run of the
    same spec, as a path relative to the configuration file.
    """

    name: str
    spec: Path
    seed: int = 1
    normalisation: Normalisation = Normalisation()
    sampling: Sampling = Sampling()
    loss: Loss = Loss()
    augment: Augment = Augment()
    initialise: Initialise | None = None
    start_from: str | None = None
    distil: Distil | None = None
    optimiser: Optimiser = Optimiser()
    schedule: Schedule = Schedule()
    selection: Selection = Selection()
    runtime: Runtime = Runtime()
    transfer: Transfer | None = None

    @model_validator(mode="after")
    def _one_start(self) -> "Config":
        starts = {
            "start_from": self.start_from,
            "[initialise]": self.initialise,
            "distil.start": self.distil and self.distil.start,
            "[transfer]": self.transfer,
        }
        given = [name for name, value in starts.items() if value]
        if len(given) > 1:
            raise ValueError(f"{' and '.join(given)} both say where training starts; keep one of them")
        return self

    def with_start(self, start: str | None) -> "Config":
        """The same starting from elsewhere (see `start_from`); unchanged where it is None."""
        if start is None:
            return self
        place = str(Path(start).resolve()) if is_checkpoint(start) else start
        return self.model_copy(update={"start_from": place, "initialise": None})

    def with_epochs(self, epochs: int | None) -> "Config":
        """The same with another number of epochs; unchanged where it is None."""
        if epochs is None:
            return self
        return self.model_copy(update={"schedule": self.schedule.model_copy(update={"epochs": epochs})})


def read_config(path: Path) -> Config:
    """Read and check a TOML file; raises AgeLensError naming file and key."""
    return resolve(check(Config, read_toml(path), str(path)), path.parent.resolve())


def resolve(config: Config, folder: Path) -> Config:
    """The same with absolute paths, those of `config` being relative to `folder`."""
    paths: dict[str, object] = {"spec": (folder / config.spec).resolve()}
    if config.initialise:
        weights = (folder / config.initialise.weights).resolve()
        paths["initialise"] = config.initialise.model_copy(update={"weights": weights})
    if config.start_from and is_checkpoint(config.start_from):
        paths["start_from"] = str((folder / config.start_from).resolve())
    if config.distil:
        teachers = [(folder / teacher).resolve() for teacher in config.distil.teachers]
        paths["distil"] = config.distil.model_copy(update={"teachers": teachers})
    return config.model_copy(update=paths)


def is_checkpoint(start: str) -> bool:
    """Whether a start is a file of weights, and not the id of a published model."""
    return start.endswith(".pt")
