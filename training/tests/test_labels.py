from pathlib import Path

import pytest

from agelens.data.labels import Label, parse_name, read_labels
from agelens.errors import AgeLensError


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
    assert parse_name(name) == Label(name, *expected)


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
