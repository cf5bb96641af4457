"""What a model card says about each kind of head."""

from typing import Any

from agelens.models.heads import AgeClasses, AgeGroups, AgePosterior, AgeRegression, Gender, SingleHead

_AGE_METRICS = (
    "MAE and RMSE (years), bias (mean of estimate − age), share within 5 years, and the share of pictures whose age "
    "lies inside the {level} interval."
)
_CLASS_METRICS = (
    "Accuracy; precision, recall and F1 as means over the classes; AUC, the area under the ROC curve of each class "
    "against the rest, as a mean."
)
_INTERVAL = (
    "Interval: calibrated on {count} validation pictures so that, at every age, {level} of people lie inside "
    "(label-conditional conformal prediction)."
)
_AGE_CAVEATS = (
    "- Estimates are pulled towards the ages that are frequent in the training data; old people tend to come out too "
    "young.",
    "- The interval's promise holds for pictures like those of the validation part; in other scenes coverage can be "
    "lower.",
    "- Do not compare estimates of single people; read the interval, not only the number.",
)


def output_of(head: SingleHead) -> str:
    """What the outputs are, as the end of a sentence."""
    match head:
        case AgePosterior():
            return f"a probability for each of the ages 0…{head.bins - 1} ({head.bins} bins)"
        case AgeRegression():
            return "an age in years, as one number"
        case AgeClasses():
            return f"a probability for each of the ages {head.ages[0]}…{head.ages[-1]}; it knows no others"
        case AgeGroups():
            groups = ", ".join(f"{group.name} ({group.low}–{group.high} years)" for group in head.groups)
            return f"a probability for each group of ages: {groups}"
        case Gender():
            return "a probability for each of the two apparent genders that the labels know"


def reading_of(head: SingleHead, content: dict[str, Any]) -> str:
    """How the outputs become what people see; `content` is that of export.json."""
    if isinstance(head, Gender):
        return "Apparent gender: the likelier of the two. It is about how a face looks, not about who somebody is."
    calibration = content["calibration"]
    count = f"{content['training']['split']['counts']['validation']:,}"
    interval = _INTERVAL.format(count=count, level=f"{calibration['level']:.0%}")
    match head:
        case AgeRegression():
            spread = calibration["spread"]
            errors = f"Errors are taken to follow Laplace's distribution, {spread:.2f} years."
            return f"Estimate: the number. {errors} {interval}"
        case AgeGroups():
            return f"Group: the likeliest. As an age, each group's share is spread evenly over its ages. {interval}"
    return f"Estimate: the posterior's {content['decode']}. {interval}"


def metrics_of(head: SingleHead, content: dict[str, Any]) -> str:
    """What is measured."""
    if isinstance(head, AgeGroups | Gender):
        return _CLASS_METRICS
    return _AGE_METRICS.format(level=f"{content['calibration']['level']:.0%}")


def caveats_of(head: SingleHead) -> tuple[str, ...]:
    """What to keep in mind, a bullet each."""
    match head:
        case Gender():
            return (
                "- Two classes describe neither everybody nor anybody's identity; mistakes hurt. Do not act on them.",
            )
        case AgeClasses():
            ages = f"{head.ages[0]} or above {head.ages[-1]}"
            return (
                f"- People below {ages} come out as if they were within: use it where ages are known to be.",
                *_AGE_CAVEATS,
            )
    return _AGE_CAVEATS
