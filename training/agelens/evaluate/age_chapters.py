"""The report's part on a head that gives years."""

from typing import Any

import numpy as np

from agelens.evaluate.groupings import Grouping
from agelens.evaluate.testset import LabelledSet
from agelens.predict.ages import LEVEL, AgeReadings, read_ages
from agelens.predict.reader import HeadReader
from agelens.report.chapter import Chapter, Tile, data_url, shown
from agelens.report.charts import histogram, lines, matrix, reliability, scatter, whiskers
from agelens.report.numbers import number

_WORST = 12
_COLUMNS = (
    ("mae", "MAE"),
    ("rmse", "RMSE"),
    ("bias", "bias"),
    ("cs5", "within 5 years"),
    ("coverage", "inside the interval"),
    ("width", "interval's width"),
)


def age_part(
    reader: HeadReader, outputs: np.ndarray, test: LabelledSet, figures: dict[str, Any], groupings: list[Grouping]
) -> dict[str, Any]:
    """Headline figures, chapters and the table's columns."""
    readings, overall = read_ages(outputs, reader.years), figures["overall"]
    headline = [
        ("MAE, years", *shown(overall, "mae")),
        ("Bias, years", *shown(overall, "bias")),
        ("Within 5 years", *shown(overall, "cs5")),
        (f"Inside the {100 * LEVEL:.0f} % interval", *shown(overall, "coverage")),
        (
            "Right one of nine groups",
            number(figures["ageGroups"]["groupAccuracy"], "groupAccuracy"),
            "missed faces are wrong",
        ),
        (
            "Within one group",
            number(figures["ageGroups"]["withinOneGroup"], "withinOneGroup"),
            "missed faces are wrong",
        ),
    ]
    chapters = [_errors(readings, test, figures), _by_group(figures, groupings), _intervals(figures)]
    return {"headline": headline, "chapters": [*chapters, _worst(readings, test)], "columns": _COLUMNS}


def _errors(readings: AgeReadings, test: LabelledSet, figures: dict[str, Any]) -> Chapter:
    groups = ("By group of ages, in per cent of each row.", matrix(figures["ageGroups"]["confusion"]))
    text = f"Error is {figures['error']}."
    if not test.has_ages:
        return Chapter("Where it errs", text, [groups])
    cumulative = np.array([0, *(figures["overall"][f"cs{years}"]["value"] for years in range(1, 11))])
    drawings = [
        (
            "Each dot is a picture; on the line the estimate is right.",
            scatter(test.youngest, readings.years, "Estimates"),
        ),
        groups,
        (
            "Estimate − age: right of the line people come out too old.",
            histogram(
                readings.years - test.youngest, np.arange(-40, 41, 2), "error in years", "Distribution of errors"
            ),
        ),
        (
            "Cumulative score: the share of pictures whose error is at most so many years.",
            lines(np.arange(11), {"share": cumulative}, "years", "share of pictures", share=True),
        ),
    ]
    return Chapter("Where it errs", text, drawings)


def _by_group(figures: dict[str, Any], groupings: list[Grouping]) -> Chapter:
    overall = figures["overall"]["mae"]["value"]
    drawings = [
        (
            f"{grouping.title}. The line is the mean over all pictures.",
            whiskers(figures[grouping.key], "mae", "mean absolute error in years", overall),
        )
        for grouping in groupings
    ]
    drawings.append(
        (
            "Right of the line a group comes out too old.",
            whiskers(figures.get("bands", {"all": figures["overall"]}), "bias", "bias in years", 0),
        )
    )
    return Chapter(
        "Whom it reads worse",
        "Dots are means, lines their 95 % intervals, brackets count pictures; groups below 20 are in the table.",
        drawings,
    )


def _intervals(figures: dict[str, Any]) -> Chapter:
    people = {
        name: group for key in ("bands", "genders", "ethnicities") for name, group in figures.get(key, {}).items()
    }
    caption = f"Share of ages inside the {100 * LEVEL:.0f} % interval; the band is ± 5 %."
    drawings = [(caption, whiskers(people, "coverage", "inside the interval", LEVEL, 0.05))]
    if figures["reliability"]:
        caption = "The raw posterior: how often its central part holds the age. Below the grey line it is too sure."
        drawings.append((caption, reliability(figures["reliability"])))
    width = figures["overall"]["width"]["value"]
    text = (
        f"Intervals are {width:.1f} years wide on average. They were calibrated on the validation part, "
        "at every age on its own."
    )
    return Chapter("What its intervals are worth", text, drawings)


def _worst(readings: AgeReadings, test: LabelledSet) -> Chapter:
    distance = np.maximum(test.youngest - readings.years, readings.years - test.oldest)
    margin = (test.crops.shape[1] - test.frame) // 2
    tiles = []
    for row in np.argsort(-distance)[:_WORST]:
        pixels = test.crops[row, margin : margin + test.frame, margin : margin + test.frame].numpy()
        low, high = test.youngest[row], test.oldest[row]
        label = f"labelled {low}" if low == high else f"labelled {low}–{high}"
        read = f"{readings.years[row]:.0f}"
        span = f"{label}, interval {readings.low[row]:.0f}–{readings.high[row]:.0f}"
        tiles.append(Tile(((data_url(pixels), "face"),), read, span))
    text = "The largest errors, with the crop as the network sees it: look for wrong labels before blaming the network."
    return Chapter("Its worst mistakes", text, [], tiles)
