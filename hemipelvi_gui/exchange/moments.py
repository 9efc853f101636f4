"""Dates and times as programs of any language write them: 2024-07-03 15:36:00, 3 juil. 2024, 15:36.

A date of numbers alone, as 3/7/2024, does not tell its order; the whole file often does.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from contextlib import suppress
from typing import NamedTuple

from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.cells import RefusedError
from hemipelvi_gui.exchange.shape import shown

LONGEST_MOMENT = 80
FIRST_YEAR, LAST_YEAR = 1950, 2100
CENTURY = 2000
MOST_MONTHS = 12

# How months begin in English, German, French, Italian, Spanish, Portuguese, Dutch, Swedish,
# Danish, Norwegian, Polish, Russian, Turkish, Czech and Finnish, without accents.
MONTHS = (
    "jan gen ene janv sty янв oca led tammi",
    "feb fev fevr lut фев sub uno helmi",
    "mar mars marz mrz maa maar maart mrt мар bre maalis",
    "apr avr abr kwi апр nis dub huhti",
    "may mai mag maj mei maio mayo мая маи kve touko",
    "jun juin giu cze июн haz cvn cervn kesa",
    "jul juil lug lip июл tem cvc cervenc heina",
    "aug aou aout ago sie авг agu srp elo",
    "sep set sett sept wrz сен eyl zar syys",
    "oct okt ott out paz окт eki rij loka",
    "nov lis ноя kas listopad marras",
    "dec dez des dic gru дек ara pro joulu",
)
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?")
DATE_LENGTH = 10
PARTS = re.compile(r"[0-9]+|[^\W\d_]+")
DAY_OR_MONTH = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
MORNING = re.compile(r"(?<![^\W\d_])a\.?\s?m(?![^\W\d_])|午前|上午|오전")
EVENING = re.compile(r"(?<![^\W\d_])p\.?\s?m(?![^\W\d_])|午後|下午|오후")


class Moment(NamedTuple):
    """A local time; at midnight where `timed` is False, as no time was told."""

    start: datetime.datetime
    timed: bool


NEVER = Moment(datetime.datetime.min, False)


class Moments:
    """Reads the dates of a file. `day_first` is for those that are open: 3/7 in July or in March.

    `orders` are the orders that dates such as 13/7 gave away, `is_open` whether any date depends.
    """

    def __init__(self, *, day_first: bool) -> None:
        self.day_first = day_first
        self.orders: set[bool] = set()
        self.is_open = False

    @property
    def order(self) -> bool | None:
        """Whether days come first, if the file tells; None where it doesn't, or tells both."""
        return next(iter(self.orders)) if len(self.orders) == 1 else None

    def __call__(self, cell: str) -> Moment:
        """Raises RefusedError where the cell says no date."""
        if ISO.fullmatch(cell):
            # Most are so, and a long log has thousands of them.
            with suppress(ValueError):
                start = datetime.datetime.fromisoformat(cell)
                if FIRST_YEAR <= start.year <= LAST_YEAR:
                    return Moment(start, len(cell) > DATE_LENGTH)
        text = unicodedata.normalize("NFKC", cell.strip()[:LONGEST_MOMENT]).casefold()
        try:
            return self._read(text)
        except (ValueError, OverflowError) as error:
            raise RefusedError(
                translate("LogFile", "\u201c{cell}\u201d is no date.", cell=shown(text, 30))
            ) from error

    def _read(self, text: str) -> Moment:
        dated = DAY_OR_MONTH.match(text)
        if dated:
            first, mark, second, year = dated.groups()
            date = self._ordered(
                int(year) + CENTURY * (len(year) == 2), int(first), int(second), certain=mark == "."
            )
            after = text[dated.end() :]
            return _timed(date, after, PARTS.findall(after))
        parts = PARTS.findall(text)
        months = [month for part in parts if (month := _month(part))]
        numbers = [part for part in parts if part.isdecimal()]
        if months and len(numbers) > 1:
            # The last: in Italian and French, Tuesday looks like March.
            year, day = numbers[:2] if len(numbers[0]) == 4 else numbers[1::-1]
            return _timed(_date(int(year), months[-1], int(day)), text, numbers[2:])
        if len(numbers) < 3 or len(numbers[0]) != 4:
            raise ValueError(text)
        year, month, day = (int(each) for each in numbers[:3])
        return _timed(_date(year, month, day), text, numbers[3:])

    def _ordered(self, year: int, first: int, second: int, *, certain: bool) -> datetime.date:
        """`certain`: it is written with points, and those who write points put the day first."""
        day_first = certain or self.day_first
        if not certain and max(first, second) > MOST_MONTHS:
            day_first = first > MOST_MONTHS
            self.orders.add(day_first)
        elif not certain and first != second:
            self.is_open = True
        return _date(year, second, first) if day_first else _date(year, first, second)


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.replace("\u0131", "i"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


STEMS = {_plain(stem): month for month, stems in enumerate(MONTHS, 1) for stem in stems.split()}
LONGEST_STEM = max(map(len, STEMS))


def _month(word: str) -> int | None:
    plain = _plain(word)
    ends = range(min(len(plain), LONGEST_STEM), 2, -1)
    return next((STEMS[plain[:end]] for end in ends if plain[:end] in STEMS), None)


def _date(year: int, month: int, day: int) -> datetime.date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    return datetime.date(year, month, day)


def _timed(date: datetime.date, text: str, parts: list[str]) -> Moment:
    """With hours, minutes and seconds out of what follows the date; more is left alone."""
    clock = [int(part) for part in parts if part.isdecimal()][:3]
    if len(clock) < 2:
        return Moment(datetime.datetime.combine(date, datetime.time()), False)
    hour = clock[0]
    if EVENING.search(text):
        hour = hour % 12 + 12
    elif MORNING.search(text):
        hour %= 12
    time = datetime.time(hour, clock[1], clock[2] if len(clock) > 2 else 0)
    return Moment(datetime.datetime.combine(date, time), True)
