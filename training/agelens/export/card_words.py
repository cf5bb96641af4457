"""What a model card says about each kind of head."""

from typing import Any

from agelens.models.heads import SingleHead

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


def reading_of(head: SingleHead, content: dict[str, Any]) -> str:
    """How the outputs become what people see; `content` is that of export.json."""
    if head.says == "gender":
        return head.reading_words("", 0)
    calibration = content["calibration"]
    count = f"{content['training']['split']['counts']['validation']:,}"
    interval = _INTERVAL.format(count=count, level=f"{calibration['level']:.0%}")
    return f"{head.reading_words(content['decode'], calibration.get('spread') or 0)} {interval}"


def metrics_of(head: SingleHead, content: dict[str, Any]) -> str:
    """What is measured."""
    if head.figures != "years":
        return _CLASS_METRICS
    return _AGE_METRICS.format(level=f"{content['calibration']['level']:.0%}")
