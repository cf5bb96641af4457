"""Labels of other data sets: an age, or a group of ages."""

from pathlib import Path

from agelens.data.labels import OLDEST
from agelens.errors import AgeLensError
from agelens.evaluate.bands import range_of_group


def age_range_of(row: dict[str, str], table: Path) -> tuple[int, int]:
    """Youngest and oldest whole age that a row of labels.csv allows; both are the age where it names one.

    Raises AgeLensError naming the table and the picture where there is neither an age 0…OLDEST nor a group.
    """
    where = f"{table}, row {row['filename']}"
    if row.get("age"):
        age = _whole_number(row["age"], where)
        return age, age
    if row.get("age_group"):
        try:
            return range_of_group(row["age_group"])
        except AgeLensError as error:
            raise AgeLensError(f"{where}: {error}") from error
    raise AgeLensError(f"{where} has neither age nor age_group; add one of them.")


def _whole_number(text: str, where: str) -> int:
    if not text.strip().isdecimal() or int(text) > OLDEST:
        raise AgeLensError(f"{where}: '{text}' is no age in whole years from 0 to {OLDEST}; correct or remove it.")
    return int(text)
