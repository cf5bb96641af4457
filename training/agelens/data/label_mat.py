"""The label file of IMDB-WIKI (Rothe, Timofte and Van Gool, 2015): a MATLAB struct of dates instead of ages."""

from datetime import date
from pathlib import Path

import numpy as np
from scipy.io import loadmat
from scipy.io.matlab import MatReadError

from agelens.data.label_table import Row
from agelens.data.label_words import UNKNOWN, Ages, within
from agelens.errors import AgeLensError

_FIELDS = ("dob", "photo_taken", "full_path", "gender", "name", "face_score", "second_face_score")
# MATLAB counts days from year 0, Python from year 1.
_DAYS_BEFORE_YEAR_1 = 366
_SECOND_HALF = 7


def read_mat(path: Path) -> list[Row]:
    """One row per picture; raises AgeLensError where the file is not such a struct.

    Photos count as taken in the middle of their year, as the data set's authors advise. Where they found no face, or a
    second one whose age might be meant, the reason stands in place of the ages.
    """
    columns = _columns(path)
    return [_row(number, *values) for number, values in enumerate(zip(*columns, strict=True), start=1)]


def _columns(path: Path) -> list[np.ndarray]:
    try:
        content = loadmat(path, squeeze_me=True, struct_as_record=True)
        tables = [value for name, value in content.items() if not name.startswith("__")]
        return [np.atleast_1d(tables[0][field].item()) for field in _FIELDS]
    except FileNotFoundError as error:
        raise AgeLensError(f"{path} is missing; pass the imdb.mat or wiki.mat of IMDB-WIKI.") from error
    except (MatReadError, NotImplementedError, IndexError, KeyError, TypeError, ValueError) as error:
        raise AgeLensError(f"{path} is not a label file of IMDB-WIKI; pass its imdb.mat or wiki.mat.") from error


def _row(line: int, born: float, taken: float, path: str, gender: float, name: str, score: float, second: float) -> Row:
    code = {1.0: 0, 0.0: 1}.get(float(gender), UNKNOWN)
    person = str(name) if np.size(name) else None
    return Row(line, str(path), _ages(born, int(taken), score, second), gender=code, person=person)


def _ages(born: float, taken: int, score: float, second: float) -> Ages | str:
    if not np.isfinite(score):
        return "its authors found no face"
    if not np.isnan(second):
        return "its authors found a second face"
    birthday = date.fromordinal(max(int(born) - _DAYS_BEFORE_YEAR_1, 1))
    years = taken - birthday.year - (birthday.month >= _SECOND_HALF)
    try:
        return within(years, years, str(years))
    except ValueError as error:
        return str(error)
