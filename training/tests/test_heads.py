from typing import get_args

import numpy as np
import pytest
from pydantic import TypeAdapter, ValidationError

from agelens.facts import read_facts
from agelens.models.heads import (
    Head,
    SingleHead,
    age_range,
    dump_head,
    heads_of,
    slices_of,
    width_of,
)
from agelens.models.targets import teachable

HEAD = TypeAdapter(Head)
FACTS = read_facts("head-kinds.json")
KINDS = FACTS["kinds"]
GROUPS = [("young", 0, 25), ("middle", 26, 50), ("old", 51, 116)]
GROUP_HEAD = {
    "kind": "age-groups",
    "groups": [dict(zip(("name", "low", "high"), group, strict=True)) for group in GROUPS],
}
TWO = {
    "kind": "multi",
    "heads": [{"name": "age", "kind": "age-posterior", "bins": 101}, {"name": "gender", "kind": "gender"}],
}


def test_a_multi_head_cuts_the_outputs_in_order() -> None:
    head = HEAD.validate_python(TWO)
    assert width_of(head) == 103
    assert slices_of(head) == [slice(0, 101), slice(101, 103)]
    assert [one.class_names()[-1] for one in heads_of(head)] == ["100", "female"]


def test_labels_of_classes_and_groups() -> None:
    ages, genders = np.array([0, 25, 26, 50, 51, 110]), np.array([0, 1, 1, 0, 0, 1])
    assert HEAD.validate_python(GROUP_HEAD).class_of(ages, genders).tolist() == [0, 0, 1, 1, 2, 2]
    classes = HEAD.validate_python({"kind": "age-classes", "ages": list(range(20, 51))})
    assert teachable(classes, np.stack([ages, ages], axis=1), genders).tolist() == [
        False,
        True,
        True,
        True,
        False,
        False,
    ]
    assert classes.class_of(np.array([20, 50]), genders[:2]).tolist() == [0, 30]
    assert HEAD.validate_python(TWO["heads"][0]).class_of(ages, genders).tolist() == [0, 25, 26, 50, 51, 100]
    assert age_range(classes) == (20, 50)


def test_names_that_were_not_given_do_not_appear_in_files() -> None:
    assert dump_head(HEAD.validate_python({"kind": "age-regression"})) == {"kind": "age-regression"}
    assert dump_head(HEAD.validate_python(TWO))["heads"][1]["classes"] == ["male", "female"]


def test_the_kinds_are_those_that_both_languages_know() -> None:
    assert [one.model_fields["kind"].annotation.__args__[0] for one in get_args(get_args(SingleHead)[0])] == list(KINDS)


@pytest.mark.parametrize("known", [one for kind in (*KINDS.values(), FACTS["multi"]) for one in kind["accepted"]])
def test_heads_that_the_app_accepts_have_the_same_width(known: dict) -> None:
    assert width_of(HEAD.validate_python(known["head"])) == known["width"]


@pytest.mark.parametrize("known", KINDS.values(), ids=KINDS.keys())
def test_kinds_mean_the_same_as_in_the_app(known: dict) -> None:
    head = HEAD.validate_python(known["accepted"][0]["head"])
    assert {key: getattr(head, key) for key in ("says", "output", "figures")} == {
        key: known[key] for key in ("says", "output", "figures")
    }


@pytest.mark.parametrize(
    "head",
    [pytest.param(one["head"], id=one["why"]) for kind in (*KINDS.values(), FACTS["multi"]) for one in kind["refused"]],
)
def test_heads_that_make_no_sense_are_refused(head: dict) -> None:
    with pytest.raises(ValidationError):
        HEAD.validate_python(head)
