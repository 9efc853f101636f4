"""Single cells of a table: numbers, lengths of time and words, each different one read once.

A log repeats itself: dates, names, weights. So a `Column` keeps what it has read, and equal words
are one object.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable
from math import isfinite
from typing import Generic, TypeVar

from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.shape import shown

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

LONGEST_CELL = 10_000
LONGEST_NUMBER = 32
HOUR_S, MINUTE_S = 3600.0, 60.0

NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
# What programs write where there is nothing.
NOTHING = frozenset(("", "-", "--", "\u2013", "\u2014", "null", "none", "n/a"))
SPACES = str.maketrans("", "", " \u00a0\u2009\u202f")
UNPRINTABLE = re.compile(r"[^\S\n\t ]|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

CLOCK = re.compile(r"(?:(?:([0-9]{1,4}):)?([0-9]{1,4}):)([0-9]{1,2}(?:[.,][0-9]+)?)")
AMOUNT = re.compile(r"([0-9]+(?:[.,][0-9]+)?)([^\W\d_]+)\.?")
UNITS_S = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std", "u", "t", "tim", "ч"), HOUR_S),
    **dict.fromkeys(("godz", "ore", "時間", "小时", "시간"), HOUR_S),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "мин", "分", "분"), MINUTE_S),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "sek", "сек", "秒", "초"), 1.0),
}


class RefusedError(Exception):
    """A cell that can't be taken as what it should be."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(str(reason))


class Column(dict[Key, Value], Generic[Key, Value]):
    """What cells say, read by `read` when they are first met; `faults` are those that it refuses.

    A refused cell is worth `fault`, so that a whole column can be read at once.
    """

    def __init__(self, read: Callable[[Key], Value], fault: Value) -> None:
        super().__init__()
        self.read, self.fault = read, fault
        self.faults: dict[Key, Text] = {}

    def __missing__(self, cell: Key) -> Value:
        try:
            value = self.read(cell)
        except RefusedError as refused:
            self.faults[cell] = refused.reason
            value = self.fault
        self[cell] = value
        return value


def number(cell: str) -> float | None:
    """A finite number, with a point or a comma; None for an empty cell. Raises RefusedError.

    One comma or point is the decimal one: these logs write no thousands apart but by a space.
    """
    text = cell.strip()
    if text.casefold() in NOTHING:
        return None
    plain = text.translate(SPACES)
    if len(plain) <= LONGEST_NUMBER and NUMBER.fullmatch(plain):
        value = float(plain.replace(",", "."))
        if isfinite(value):
            return value
    raise RefusedError(
        translate("LogFile", "\u201c{cell}\u201d is no number that fits.", cell=shown(text, 30))
    )


def within(value: float | None, what: Text, most: float) -> float | None:
    """The value where it is above 0, None for 0 and None. Raises RefusedError outside [0, most]."""
    if value is not None and not 0 <= value <= most:
        raise RefusedError(
            translate(
                "LogFile",
                "{what} go from 0 to {most}, and {value} does not fit.",
                what=what,
                most=f"{most:,.0f}",
                value=f"{value:g}",
            )
        )
    return value or None


def seconds(cell: str) -> float | None:
    """A length of time: 90, 1:30, 0:01:30, 2h 38m, 1h 2min, 38min. Raises RefusedError."""
    text = cell.strip().casefold()
    if clock := CLOCK.fullmatch(text):
        hours, minutes, rest = clock.groups(default="0")
        return int(hours) * HOUR_S + int(minutes) * MINUTE_S + float(rest.replace(",", "."))
    joined = text.translate(SPACES)
    if len(joined) <= LONGEST_NUMBER and AMOUNT.match(joined):
        parts = AMOUNT.findall(joined)
        known = all(unit in UNITS_S for _, unit in parts)
        if known and not AMOUNT.sub("", joined):
            return sum(float(each.replace(",", ".")) * UNITS_S[unit] for each, unit in parts)
    return number(cell)


def words(cell: str) -> str:
    """What people wrote, without what can't be shown, and not longer than `LONGEST_CELL`."""
    text = cell.strip()
    if not text.isprintable():
        text = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return text[:LONGEST_CELL].rstrip()


def title(cell: str) -> str:
    """What people wrote as a name: on one line."""
    return " ".join(words(cell).split())


def column_key(name: str) -> str:
    """A column's name for comparing: letters and digits only, without case and accents."""
    apart = unicodedata.normalize("NFKD", name[:200].casefold())
    return "".join(letter for letter in apart if letter.isalnum())
