import json
from pathlib import Path

import pytest

from agelens.errors import AgeLensError
from agelens.table.document import BEGIN, END, replace_between_markers, to_markdown
from agelens.table.rows import read_rows

AGE = {"kind": "age-posterior", "bins": 101}
GENDER = {"kind": "gender", "classes": ["male", "female"]}
FILES = {"topology": {"bytes": 1500}, "weights": {"bytes": 8000}, "parameters": 4000, "input": {"size": 64}}


def _manifest(folder: Path) -> Path:
    models = [
        {"id": "one", "head": AGE, "metrics": [{"mae": 5.06}], **FILES},
        {
            "id": "two",
            "head": {"kind": "multi", "heads": [AGE, GENDER]},
            "metrics": [{"mae": 6.0, "genderAccuracy": 0.912, "genderAuc": 0.97}],
            **FILES,
        },
    ]
    (folder / "manifest.json").write_text(json.dumps({"models": models}))
    (folder / "times.json").write_text(json.dumps({"milliseconds": {"one": 8.04}}))
    return folder


def test_a_row_has_what_the_head_allows(tmp_path: Path) -> None:
    folder = _manifest(tmp_path)
    lines = to_markdown(read_rows(folder, folder / "times.json")).splitlines()
    assert lines[2] == "| `one` | posterior over ages | 64×64 | 4,000 | 10 | 5.06 | – | – | 8.0 |"
    assert lines[3].endswith("| 6.00 | 91.2% | 0.970 | – |")


def test_only_what_is_between_the_markers_changes(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    replace_between_markers(readme, "new")
    replace_between_markers(readme, "newer")
    assert readme.read_text() == f"before\n{BEGIN}\nnewer\n{END}\nafter\n"


def test_missing_files_and_markers_are_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("no markers")
    with pytest.raises(AgeLensError, match=r"README\.md lacks the lines"):
        replace_between_markers(tmp_path / "README.md", "new")
    with pytest.raises(AgeLensError, match=r"manifest\.json is missing; make it with `npm run convert`"):
        read_rows(tmp_path, tmp_path / "times.json")
