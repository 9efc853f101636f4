"""A date typed as a whole: "2027-02-17", "17 Feb 2027", "17.2.2027", "Wed 17 Feb"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from hemipelvi_gui.domain.run_days import ENGLISH
from hemipelvi_gui.domain.run_words import DAY_NUMBER, MONTH_NUMBER, plain_word
from hemipelvi_gui.domain.text import Text, translate

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
YEAR = r"(?:[\s,./-]*(?P<year>\d{4}|\d{2}))?"
WRITTEN = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?[\s-]*(?P<name>[^\W\d_]{{3,}})\.?{YEAR}",
        rf"(?P<name>[^\W\d_]{{3,}})\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[\s,]+{YEAR})?",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.?(?:\s?(?P<year>\d{4}|\d{2}))?",
        r"(?P<one>\d{1,2})[/-](?P<two>\d{1,2})(?:[/-](?P<year>\d{4}|\d{2}))?",
    )
)
WEEKDAY = re.compile(r"(?P<name>[^\W\d_]+)\.?[\s,]+(?=\d|[^\W\d_])")
CENTURY, LONGEST = 2000, 40


class TypedDay(NamedTuple):
    """The date that was read, or why there is none."""

    date: date | None = None
    wrong: Text | None = None


def typed_day(text: str, near: date, *, day_first: bool = True) -> TypedDay:
    """What the whole text says.

    A year that is left out is the one that brings the date nearest to `near`; one of two digits
    is in this century. `day_first`: "3/4" is in April. A weekday has to fit its date.
    """
    words = " ".join(text.split())
    named = WEEKDAY.match(words)
    weekday = None if named is None else DAY_NUMBER.get(plain_word(named["name"]))
    # "Mar 3" is a date in March, not a Tuesday in Spanish.
    found = _parts(words)
    if found is None and named is not None and weekday is not None:
        found = _parts(words[named.end() :])
    else:
        weekday = None
    if found is None:
        return TypedDay(None, _no_date(words))
    day, month, year = _ordered(found, day_first)
    made = _nearest(day, month, year, near)
    if made is None:
        return TypedDay(None, _no_such(day, month, year))
    if weekday is not None and made.weekday() != weekday:
        wrong = translate(
            "Day", "{date} is a {weekday}.", date=_said(made), weekday=ENGLISH[made.weekday()]
        )
        return TypedDay(None, wrong)
    return TypedDay(made)


def _parts(words: str) -> dict[str, str | None] | None:
    for pattern in WRITTEN:
        found = pattern.fullmatch(words)
        if found is None:
            continue
        parts = found.groupdict()
        name = parts.get("name")
        if name is None or plain_word(name) in MONTH_NUMBER:
            return parts
    return None


def _ordered(parts: dict[str, str | None], day_first: bool) -> tuple[int, int, int | None]:
    """Day, month and year."""
    day, month, name = parts.get("day"), parts.get("month"), parts.get("name")
    if "one" in parts:
        day, month = parts["one"], parts["two"]
        if not day_first:
            day, month = month, day
    number = int(month or 0) if name is None else MONTH_NUMBER[plain_word(name)]
    year = parts.get("year")
    if year is None:
        return int(day or 0), number, None
    return int(day or 0), number, int(year) + (CENTURY if len(year) == 2 else 0)


def _nearest(day: int, month: int, year: int | None, near: date) -> date | None:
    years = (near.year, near.year + 1, near.year - 1) if year is None else (year,)
    found = [made for each in years if (made := _made(each, month, day)) is not None]
    return min(found, key=lambda each: abs(each - near), default=None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _no_date(words: str) -> Text:
    if not words:
        return translate("Day", "A date is needed, like 17 Feb 2027.")
    text = words if len(words) <= LONGEST else words[:LONGEST] + "\u2026"
    return translate("Day", "\u201c{text}\u201d is no date. Write it like 17 Feb 2027.", text=text)


def _no_such(day: int, month: int, year: int | None) -> Text:
    """As in "31 February is no date."."""
    if not 1 <= month <= len(MONTHS):
        return translate("Day", "There is no month {month}.", month=month)
    if (day, month) == (29, 2) and year is not None:
        return translate("Day", "February {year} has no 29th.", year=year)
    return translate("Day", "{day} {month} is no date.", day=day, month=MONTHS[month - 1])


def _said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
