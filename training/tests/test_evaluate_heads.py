"""What an evaluation says about networks with every kind of head, without training one."""

from pathlib import Path

import numpy as np
import pytest
import torch

from agelens.evaluate.age_section import age_metrics
from agelens.evaluate.classification import class_metrics
from agelens.evaluate.document import write_document
from agelens.evaluate.groupings import Grouping, groupings_of
from agelens.evaluate.predictions import write_predictions
from agelens.evaluate.testset import LabelledSet
from agelens.models.heads import AgeClasses, AgeGroup, AgeGroups, AgePosterior, AgeRegression, Gender, SingleHead
from agelens.predict.ages import fit_decoder, read_ages
from agelens.predict.reader import HeadReader

COUNT = 240
GROUPS = AgeGroups(
    kind="age-groups",
    groups=[AgeGroup(name="young", low=0, high=29), AgeGroup(name="old", low=30, high=120)],
)


def _test_set(group_labels: bool = False, missed: int = 0) -> LabelledSet:
    rng = np.random.default_rng(0)
    ages = rng.integers(10 if group_labels else 5, 80, COUNT)
    youngest, oldest = (ages // 10 * 10, ages // 10 * 10 + 9) if group_labels else (ages, ages)
    crops = torch.from_numpy(rng.integers(0, 256, (COUNT, 16, 16, 3), dtype=np.uint8))
    people = (rng.integers(0, 2, COUNT), rng.integers(0, 5, COUNT))
    names = [f"{number}.jpg" for number in range(COUNT)]
    conflicts = np.arange(COUNT) < 3
    return LabelledSet(
        "drawn",
        crops,
        16,
        names,
        youngest,
        oldest,
        *people,
        conflicts,
        np.full(COUNT, 120.0),
        np.full(COUNT, 0.01),
        missed,
    )


def _logits_around(years: np.ndarray, ages: np.ndarray) -> np.ndarray:
    return (-0.5 * ((ages - years[:, None]) / 4) ** 2).astype(np.float32)


def _age_outputs(head: SingleHead, ages: np.ndarray) -> np.ndarray:
    years = ages + np.random.default_rng(1).normal(0, 4, len(ages))
    if isinstance(head, AgeRegression):
        return years[:, None].astype(np.float32)
    return _logits_around(years, np.array(head.ages) if isinstance(head, AgeClasses) else np.arange(head.bins))


@pytest.mark.parametrize(
    "head",
    [
        AgePosterior(kind="age-posterior", bins=101),
        AgeRegression(kind="age-regression"),
        AgeClasses(kind="age-classes", ages=list(range(20, 51))),
    ],
    ids=lambda head: head.kind,
)
def test_heads_that_give_years(head: SingleHead) -> None:
    test = _test_set()
    outputs = _age_outputs(head, test.youngest)
    decoder = fit_decoder(head, outputs, test.youngest)
    metrics = age_metrics(read_ages(outputs, decoder), test, head, groupings_of(test))
    outside = int(((test.youngest < 20) | (test.youngest > 50)).sum()) if isinstance(head, AgeClasses) else 0
    assert metrics["outside"] == outside
    assert metrics["overall"]["n"] == COUNT - outside
    assert metrics["overall"]["mae"]["value"] == pytest.approx(3.2, abs=0.7)
    assert metrics["overall"]["coverage"]["value"] == pytest.approx(0.8, abs=0.06)
    assert sum(group["n"] for group in metrics["genders"].values()) == COUNT - outside
    assert metrics["ageGroups"]["auc"]["value"] > 0.9
    assert {"brightness", "sharpness", "size", "bands", "ethnicities"} <= metrics.keys()


def test_a_head_of_groups_is_judged_where_it_knows_a_class() -> None:
    test = _test_set()
    right = np.eye(2)[(test.youngest >= 30).astype(int)]
    metrics = class_metrics(5 * right, test, GROUPS, [])
    assert metrics["overall"]["accuracy"]["value"] == 1
    assert metrics["confusion"]["counts"][0][1] == 0
    adults = AgeGroups(
        kind="age-groups", groups=[AgeGroup(name="a", low=20, high=29), AgeGroup(name="b", low=30, high=39)]
    )
    assert class_metrics(5 * right, test, adults, [])["outside"] == ((test.youngest < 20) | (test.youngest > 39)).sum()


def test_gender_is_judged_by_its_label() -> None:
    test = _test_set()
    wrong = np.eye(2)[1 - test.genders]
    band = Grouping("bands", "Age", ("all",), np.zeros(COUNT, int))
    metrics = class_metrics(wrong, test, Gender(kind="gender"), [band])
    assert metrics["overall"]["accuracy"]["value"] == 0
    assert metrics["bands"]["all"]["auc"]["value"] == 0


def test_groups_as_labels_give_distances_and_count_missed_faces_as_wrong() -> None:
    test = _test_set(group_labels=True, missed=COUNT)
    head = AgePosterior(kind="age-posterior", bins=101)
    outputs = _logits_around(test.youngest + 4.5, np.arange(101))
    decoder = fit_decoder(head, outputs, test.youngest + 5)
    metrics = age_metrics(read_ages(outputs, decoder), test, head, groupings_of(test))
    assert metrics["error"] == "years to the labelled group's nearest edge"
    assert metrics["overall"]["mae"]["value"] == 0
    assert metrics["ageGroups"]["accuracy"]["value"] == 1
    assert metrics["ageGroups"]["groupAccuracy"] == metrics["ageGroups"]["withinOneGroup"] == 0.5


def test_the_report_and_the_table_name_every_head(tmp_path: Path) -> None:
    test, age, gender = (
        _test_set(),
        AgePosterior(kind="age-posterior", name="age", bins=101),
        Gender(kind="gender", name="sex"),
    )
    outputs = np.concatenate([_age_outputs(age, test.youngest), 3 * np.eye(2)[test.genders]], axis=1)
    readers = [
        HeadReader(age, slice(0, 101), fit_decoder(age, outputs[:, :101], test.youngest)),
        HeadReader(gender, slice(101, 103), None),
    ]
    groupings = groupings_of(test)
    years = age_metrics(read_ages(outputs[:, :101], readers[0].decoder), test, age, groupings)
    classes = class_metrics(outputs[:, 101:], test, gender, groupings)
    content = {
        "id": "two-heads",
        "parameters": 1000,
        "training": {"data": "drawings", "images": 1, "epochs": 1, "licence": "none"},
        "metrics": {"set": "drawn", **years, "heads": {"age": years, "sex": classes}},
    }
    write_document(tmp_path / "report.html", content, test, groupings, readers, outputs)
    text = (tmp_path / "report.html").read_text()
    assert text.count("<svg") == text.count("</svg>") >= 15
    assert "Age: Where it errs" in text
    assert "Sex: Whom it reads worse" in text
    assert "http" not in text.replace("http://www.w3.org", "")
    write_predictions(tmp_path / "predictions.csv", test, readers, outputs)
    lines = (tmp_path / "predictions.csv").read_text().splitlines()
    assert lines[0] == "filename,youngest,oldest,gender,age_years,age_low,age_high,sex_class,sex_probability"
    assert len(lines) == COUNT + 1
