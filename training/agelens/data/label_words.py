"""What the words of label tables mean; the words themselves lie in a file that `npm run evaluate` reads too."""

import json
import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WORDS = json.loads((Path(__file__).parents[3] / "tools/evaluate/label-words.json").read_text(encoding="utf-8"))
OLDEST: int = WORDS["oldest"]
UNKNOWN = -1
_AGES = {name: re.compile(pattern) for name, pattern in WORDS["ages"].items()}


@dataclass(frozen=True)
class Ages:
    """Whole ages that a label allows, both included: the same one twice where it is exact."""

    low: int
    high: int

    @property
    def middle(self) -> int:
        return (self.low + self.high) // 2


def plain(text: str) -> str:
    """Lower case without spaces around, in one Unicode form."""
    return unicodedata.normalize("NFC", text).strip().casefold()


def is_unknown(text: str) -> bool:
    """Whether a field is empty or says that nothing is known."""
    return plain(text) in WORDS["unknown"]


def parse_ages(text: str, classes: Mapping[str, tuple[int, int]]) -> Ages:
    """An age, a range of ages or a name of `classes`, as people write them; raises ValueError with the reason.

    >>> parse_ages("33.5", {}), parse_ages("20-29", {}), parse_ages("more than 70", {})
    (Ages(low=33, high=33), Ages(low=20, high=29), Ages(low=70, high=120))
    """
    if plain(text) in classes:
        return within(*classes[plain(text)], text)
    words = _AGES["ending"].sub("", plain(text))
    if _AGES["number"].match(words):
        years = math.floor(float(words.replace(",", ".")))
        return within(years, years, text)
    if match := _AGES["range"].match(words) or _AGES["brackets"].match(words):
        return within(int(match[1]), int(match[2]), text)
    if match := _AGES["atLeast"].match(words):
        return within(int(match[1] or match[2]), OLDEST, text)
    if match := _AGES["below"].match(words):
        return within(0, int(match[1]) - 1, text)
    raise ValueError(f"“{text}” is no age")


def within(low: int, high: int, text: str) -> Ages:
    """The range; raises ValueError where it is empty or leaves 0…OLDEST."""
    if low < 0 or high > OLDEST or low > OLDEST:
        raise ValueError(f"age {text} is outside 0…{OLDEST}")
    if low > high:
        raise ValueError(f"the range {text} ends before it begins")
    return Ages(low, high)


def parse_folder(name: str, classes: Mapping[str, tuple[int, int]]) -> Ages | None:
    """Ages that a folder's name stands for: a year, a range or a name of `classes`; None for other names."""
    for text in (name, _AGES["folderBeginning"].sub("", plain(name))):
        try:
            return parse_ages(text, classes)
        except ValueError:
            continue
    return None


def parse_years(text: str) -> float | None:
    """A number of years ≥ 0 with or without decimals; None for anything else."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def code_of(text: str, words: list[list[str]]) -> int | None:
    """Index in `words` of a number or a word, UNKNOWN where the field says so, None where it is not understood."""
    word = re.sub(r"[\s_/-]+", " ", plain(text)).strip()
    if is_unknown(text) or word == "":
        return UNKNOWN
    if number := re.fullmatch(r"(-?\d+)(?:\.0*)?", plain(text)):
        return int(number[1]) if -1 <= int(number[1]) < len(words) else None
    return next((code for code, names in enumerate(words) if word in names), None)
