"""What tables of runs have in common: columns found by their names, and numbers in any style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.log_files import Question
from hemipelvi_gui.exchange.cells import RefusedError, column_key, seconds

if TYPE_CHECKING:
    from hemipelvi_gui.domain.log_files import Answers
    from hemipelvi_gui.exchange.moments import Moments

TAG = re.compile(r"<[^<>]{0,200}>")
# One or two digits after the last mark are a fraction, three may be thousands.
FRACTION = re.compile(r"\d([.,])\d{1,2}'?$")
PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")
LONGEST_NUMBER = 32
SPACES = str.maketrans("", "", " \u00a0\u2009\u202f'\u2019")
MOST_S = 7 * 24 * 3600.0
NOTHING = frozenset(("", "-", "--", "--:--", "--:--:--"))


def keys(header: Sequence[str]) -> list[str]:
    """Names of columns for comparing; some exports hide HTML in them."""
    return [column_key(unescape(TAG.sub("", cell))) for cell in header]


def place(header: Sequence[str], names: Iterable[str], which: int = 0) -> int | None:
    """Where the column with one of these names is; of equal ones, which, or the last."""
    wanted = {column_key(name) for name in names}
    places = [at for at, key in enumerate(header) if key in wanted]
    return places[min(which, len(places) - 1)] if places else None


@dataclass(frozen=True)
class Row:
    """A row and where each part of it is. A part that the file has no column for is empty."""

    cells: Sequence[str]
    places: Mapping[str, int | None]

    def __getitem__(self, part: str) -> str:
        at = self.places.get(part)
        return "" if at is None else self.cells[at].strip()


def comma_is_decimal(cells: Iterable[str]) -> bool:
    """Whether numbers have a decimal comma, by what most of the cells that can tell say."""
    marks = Counter(found[1] for cell in cells if (found := FRACTION.search(cell)))
    return marks[","] > marks["."]


def number(cell: str, *, comma: bool) -> float | None:
    """A number in the style of its file, None where there is none that can be read."""
    text = cell.strip()
    if text in NOTHING or len(text) > LONGEST_NUMBER:
        return None
    text = text.translate(SPACES)
    text = text.replace(".", "").replace(",", ".") if comma else text.replace(",", "")
    return float(text) if PLAIN.fullmatch(text) else None


def duration(cell: str) -> float | None:
    """Seconds of 1:02:03, 5:04 or 3723.5; None where there are none that can be read."""
    if cell.strip() in NOTHING:
        return None
    try:
        found = seconds(cell)
    except RefusedError:
        return None
    return found if found and 0 < found <= MOST_S else None


def within(value: float | None, least: float, most: float) -> float | None:
    """The value where it can be true."""
    return value if value is not None and least <= value <= most else None


def date_questions(moments: Moments, answers: Answers) -> tuple[Question, ...]:
    """Whether the order of day and month has to be asked."""
    is_asked = moments.is_open and moments.order is None and answers.day_first is None
    return (Question.DATE_ORDER,) if is_asked else ()
