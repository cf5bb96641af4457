import codecs
import json
import re
from pathlib import Path

import numpy as np
import pytest
from command_line import agelens, complaint_of
from conftest import draw_face
from scipy.io import savemat

from agelens.data.label_options import parse_classes, parse_columns
from agelens.data.label_table import Reading
from agelens.data.labels import UNKNOWN, Label, Labels, parse_name, read_labels
from agelens.data.losses import commonest_reasons
from agelens.data.split import read_split
from agelens.errors import AgeLensError

CASES = json.loads((Path(__file__).parents[2] / "tools/evaluate/testing/label-cases.json").read_text(encoding="utf-8"))
SPEC = Path(__file__).parents[1] / "specs" / "age-groups.json"


def _write(folder: Path, case: dict) -> Path | None:
    """The pictures of a case as empty files, and its table beside their folder."""
    for name in case.get("files", ["a.jpg", "b.jpg"]):
        (folder / "faces" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "faces" / name).touch()
    if "table" not in case:
        return None
    table = folder / "labels.csv"
    table.write_bytes(codecs.encode(case["table"], case.get("encoding", "utf-8")))
    return table


def _plain(label: Label) -> dict:
    """A label as the cases write it: what is not known is left out."""
    ages = label.age_low if label.is_exact else [label.age_low, label.age_high]
    codes = {"gender": label.gender, "ethnicity": label.ethnicity}
    known = {name: code for name, code in codes.items() if code != UNKNOWN}
    more = {"apparent_age": label.apparent_age, "apparent_std": label.apparent_std, "person": label.person}
    return {"ages": ages, **known, **{name: value for name, value in more.items() if value is not None}}


def _hold(found: list[tuple[str, str]], expected: dict[str, str]) -> None:
    assert {name for name, _ in found} == set(expected)
    assert all(expected[name] in reason for name, reason in found)


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_tables_and_folders_as_people_have_them(case: dict, tmp_path: Path) -> None:
    table = _write(tmp_path, case)
    classes = {name: (low, high) for name, (low, high) in case.get("classes", {}).items()}
    reading = Reading(case.get("columns", {}), classes)
    if "error" in case:
        with pytest.raises(AgeLensError, match=re.escape(case["error"])):
            read_labels(tmp_path / "faces", table, reading)
        return
    labels = read_labels(tmp_path / "faces", table, reading)
    expected = {name: one if isinstance(one, dict) else {"ages": one} for name, one in case["known"].items()}
    assert {label.filename: _plain(label) for label in labels.known} == expected
    _hold(labels.malformed, case.get("malformed", {}))
    _hold(labels.strays, case.get("strays", {}))
    _hold_remarks(labels, case)


def _hold_remarks(labels: Labels, case: dict) -> None:
    expected = case.get("remarks", [])
    assert len(labels.remarks) == len(expected)
    assert all(re.search(pattern, remark) for pattern, remark in zip(expected, labels.remarks, strict=True))


def _wiki(folder: Path, **changes: object) -> Path:
    """A label file as IMDB-WIKI's; 723671 is MATLAB's day number of 1981-05-05."""
    columns = {
        "dob": np.array([723671, 723671 + 90, 723671, 723671, 100000], np.float64),
        "photo_taken": np.full(5, 2009.0),
        "full_path": np.array([f"17/{k}.jpg" for k in range(5)], object),
        "gender": np.array([1.0, 0.0, np.nan, 1.0, 1.0]),
        "name": np.array(["Ada", "Ada", "Bob", "Bob", "Eve"], object),
        "face_score": np.array([4.0, 3.0, -np.inf, 3.0, 3.0]),
        "second_face_score": np.array([np.nan, np.nan, np.nan, 2.0, np.nan]),
    }
    savemat(folder / "wiki.mat", {"wiki": columns | changes})
    return folder / "wiki.mat"


def test_dates_of_imdb_wiki_give_ages(tmp_path: Path) -> None:
    _write(tmp_path, {"files": [f"17/{k}.jpg" for k in range(5)]})
    labels = read_labels(tmp_path / "faces", _wiki(tmp_path))
    assert [(one.age, one.gender, one.person) for one in labels.known] == [(28, 0, "Ada"), (27, 1, "Ada")]
    reasons = ["found no face", "found a second face", "is outside 0…120"]
    assert all(reason in found for reason, (_, found) in zip(reasons, labels.malformed, strict=True))


@pytest.mark.parametrize("content", [b"", b"no struct", b"MATLAB 5.0 MAT-file" + bytes(400)])
def test_other_files_of_that_ending_are_named(content: bytes, tmp_path: Path) -> None:
    _write(tmp_path, {})
    (tmp_path / "wiki.mat").write_bytes(content)
    with pytest.raises(AgeLensError, match=r"wiki\.mat is not a label file of IMDB-WIKI"):
        read_labels(tmp_path / "faces", tmp_path / "wiki.mat")


def test_a_range_is_stratified_by_its_middle(tmp_path: Path) -> None:
    table = _write(tmp_path, {"table": "filename,age_group\na.jpg,20-29\nb.jpg,3\n"})
    assert [label.age for label in read_labels(tmp_path / "faces", table).known] == [24, 3]


def test_a_table_beside_the_pictures_is_found(tmp_path: Path) -> None:
    _write(tmp_path, {})
    (tmp_path / "faces" / "labels.tsv").write_text("filename\tage\na.jpg\t3\nb.jpg\t4\n")
    assert [label.age for label in read_labels(tmp_path / "faces").known] == [3, 4]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("26_1_2_20170104165424627.jpg.chip.jpg", (26, 1, 2)),
        ("116_0_4_1.jpg", (116, 0, 4)),
        ("24_0_1_20170116220224657 .jpg.chip.jpg", (24, 0, 1)),
        ("55_0_0_20170116232725357jpg.chip.jpg", (55, 0, 0)),
    ],
)
def test_reads_names(name: str, expected: tuple[int, int, int]) -> None:
    assert parse_name(name) == Label.exact(name, *expected)


@pytest.mark.parametrize(
    "name", ["39_1_20170116174525125.jpg.chip.jpg", "old_1_2_3.jpg", "20_2_0_1.jpg", "20_1_7_1.jpg"]
)
def test_refuses_names_that_lack_a_field(name: str) -> None:
    assert parse_name(name) is None


def test_reads_a_folder_and_keeps_the_malformed(pictures: Path) -> None:
    labels = read_labels(pictures)
    assert len(labels.known) == 73
    assert [name for name, _ in labels.malformed] == ["5_1_20170000.jpg.chip.jpg"]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AgeLensError, match=r"holds no pictures"):
        read_labels(tmp_path)
    with pytest.raises(AgeLensError, match=r"nowhere is not a folder"):
        read_labels(tmp_path / "nowhere")


def test_options_say_how_to_read() -> None:
    assert parse_columns("age=Alter, filename = Datei") == {"age": "Alter", "filename": "Datei"}
    assert parse_classes("young=0-25,old=26-99") == {"young": (0, 25), "old": (26, 99)}
    assert parse_classes(str(SPEC)) == {"young": (0, 25), "middle": (26, 50), "old": (51, 116)}
    for parse, text in ((parse_columns, "Alter"), (parse_classes, "young=few"), (parse_classes, "nowhere.json")):
        with pytest.raises(AgeLensError, match=r"write --|pass training/specs"):
            parse(text)


def test_the_commonest_reasons_are_counted_without_their_particulars() -> None:
    lost = [(f"{k}.jpg", f"labels.csv, line {k}: “old {k}” is no age") for k in range(7)]
    lost += [("x.jpg", "not in labels.csv")]
    assert commonest_reasons(lost) == "7 × labels.csv, line 0: “old 0” is no age (0.jpg); 1 × not in labels.csv (x.jpg)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """40 faces, of which 4 have no age; a person on each pair; a row and a file too many."""
    rows = []
    for number in range(40):
        age = (1, 8, 20, 35)[number // 2 % 4]
        name = f"{number:02}.jpg"
        draw = draw_face(age, number)
        (tmp_path / "faces").mkdir(exist_ok=True)
        draw.save(tmp_path / "faces" / name, quality=95)
        rows.append(f"{name};{age if number > 3 else 'young'};P{number // 2}\n")
    (tmp_path / "faces" / "phone.heic").write_bytes(b"")
    (tmp_path / "faces" / "labels.csv").write_text("Bild;Alter;person\n" + "".join(rows) + "gone.jpg;3;\n")
    return tmp_path


def test_a_split_says_what_it_loses_and_stops(folder: Path) -> None:
    words = ("split", folder / "faces", "--data", folder / "data", "--jobs", 1, "--columns", "filename=Bild,age=Alter")
    sentence = complaint_of(*words)
    assert sentence.startswith("5 of 41 pictures (12%) are lost: 4 × labels.csv, line 2: “young” is no age (00.jpg)")
    listed = (folder / "data" / "malformed.csv").read_text()
    assert all(name in listed for name in ("00.jpg", "gone.jpg", "phone.heic"))
    assert not (folder / "data" / "split.csv").exists()
    said = agelens(*words, "--allow-losses", "--max-bits", 0)
    assert "4 without a label, 1 of other formats, 1 rows without a picture" in said
    rows = read_split(folder / "data")
    parts: dict[int, set[str]] = {}
    for row in rows:
        parts.setdefault(int(row.label.filename[:2]) // 2, set()).add(row.part)
    assert len(rows) == 36
    assert all(len(sides) == 1 for sides in parts.values())
    assert not any(row.conflict for row in rows)
