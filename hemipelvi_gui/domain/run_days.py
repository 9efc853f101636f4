"""The day a line starts with: a weekday, a date, or "day 3", told within a week of the plan."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.run_words import DAY_NUMBER, MONTH_NUMBER, plain_word
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from hemipelvi_gui.domain.plan import Week

ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = tuple(day[:3] for day in ENGLISH)
SHORT_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
YEAR = r"(?:,?\s+|\s*)(?P<year>\d{4})(?![\d\w:])"
# A number after a month's name may be a distance: "Mar 10 km" is no 10 March.
NO_UNIT = (
    r"(?![\d:'\u2032\u2019]|[.,]\d|\s*[\u00d7*]"
    r"|\s*(?:km|kms|k|mi|miles?|m|metres?|meters?|min|mins|minutes?|h|hrs?|s|x)(?![a-z]))"
)
DATES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\w])",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4})(?![\w:]))?",
        rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?P<name>[^\W\d_]{{3,}})\.?(?:{YEAR})?(?![\w])",
        rf"(?P<name>[^\W\d_]{{3,}})\.?\s+(?P<day>\d{{1,2}})(?:{YEAR}|{NO_UNIT})",
    )
)
SLASHES = re.compile(r"(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?!\w)")
CENTURY = 2000
NUMBERED = re.compile(r"(?:day|tag|jour|dia|d\u00eda)\s*(?P<day>\d{1,2})(?!\w)", re.IGNORECASE)
WEEKDAY = re.compile(r"[^\W\d_]+\.?(?![\w-])")


@dataclass(frozen=True)
class Day:
    """A day that was read and where its words end, or what is wrong with it and what helps."""

    end: int
    date: datetime.date | None = None
    wrong: Text | None = None
    advice: Text | None = None


WRITE_DATE = translate("Run", "Write the date, like 2026-12-05 or 5 Dec.")
NO_SUCH_DAY = translate("Run", "There is no such day in the calendar.")


def day_at(text: str, position: int, week: Week) -> Day | None:
    """The day that stands here; None where no words for a day do.

    A date may follow its weekday. A date without a year is the one nearest to the week.
    """
    named = WEEKDAY.match(text, position)
    weekday = DAY_NUMBER.get(plain_word(named.group())) if named else None
    if named is None or weekday is None:
        return _date_at(text, position, week) or _numbered(text, position, week)
    # "Mar 10" is in March, "Mar 10 km" on a Tuesday.
    whole = _date_at(text, position, week)
    if whole is not None:
        return whole
    after = re.compile(r"[\s,]+").match(text, named.end())
    dated = _date_at(text, after.end(), week) if after else None
    if dated is None:
        return _in_week(named.end(), weekday, week)
    if dated.date is not None and dated.date.weekday() != weekday:
        return Day(
            dated.end,
            wrong=translate(
                "Run",
                "{date} is a {day}.",
                date=dated.date.isoformat(),
                day=ENGLISH[dated.date.weekday()],
            ),
            advice=translate("Run", "Leave out the day or the date."),
        )
    return dated


def _in_week(end: int, weekday: int, week: Week) -> Day:
    found = [day for day in week.dates if day.weekday() == weekday]
    if len(found) == 1:
        return Day(end, found[0])
    first, last = week.first.isoformat(), week.last.isoformat()
    words = {"day": ENGLISH[weekday], "first": first, "last": last}
    if not found:
        wrong = translate("Run", "There is no {day} from {first} to {last}.", **words)
    else:
        wrong = translate("Run", "There are two {day}s from {first} to {last}.", **words)
    return Day(end, wrong=wrong, advice=WRITE_DATE)


def _numbered(text: str, position: int, week: Week) -> Day | None:
    found = NUMBERED.match(text, position)
    if not found:
        return None
    number = int(found["day"])
    if 1 <= number <= week.days:
        return Day(found.end(), week.dates[number - 1])
    return Day(
        found.end(),
        wrong=translate("Run", "This week has days 1 to {days}.", days=week.days),
        advice=WRITE_DATE,
    )


def _date_at(text: str, position: int, week: Week) -> Day | None:
    slashes = SLASHES.match(text, position)
    if slashes:
        return _slashed(slashes, week)
    for pattern in DATES:
        found = pattern.match(text, position)
        parts = found.groupdict() if found else {}
        name = parts.get("name")
        month = MONTH_NUMBER.get(plain_word(name)) if name else int(parts.get("month") or 0)
        if found is None or month is None:
            continue
        day = _nearest(parts.get("year"), month, int(found["day"]), week)
        if day is not None:
            return Day(found.end(), day)
        return Day(found.end(), wrong=NO_SUCH_DAY, advice=WRITE_DATE)
    return None


def _slashed(found: re.Match[str], week: Week) -> Day:
    """21/11 and 11/21 are one day, whoever writes it; 3/11 may be two."""
    year = found["year"]
    if year and len(year) == len("26"):
        year = str(CENTURY + int(year))
    one, two = int(found["one"]), int(found["two"])
    made = {_nearest(year, month, day, week) for day, month in ((one, two), (two, one))}
    days = [each for each in made if each is not None]
    if len(days) == 1:
        return Day(found.end(), days[0])
    if not days:
        return Day(found.end(), wrong=NO_SUCH_DAY, advice=WRITE_DATE)
    ways = {
        "one": f"{one} {SHORT_MONTHS[two - 1]}",
        "other": f"{two} {SHORT_MONTHS[one - 1]}",
    }
    return Day(
        found.end(),
        wrong=translate("Run", "Is that the day or the month first?"),
        advice=translate("Run", "Write {one} or {other}.", **ways),
    )


def _nearest(year: str | None, month: int, day: int, week: Week) -> datetime.date | None:
    years = [int(year)] if year else [week.first.year + step for step in (0, 1, -1)]
    found = [made for each in years if (made := _made(each, month, day)) is not None]
    return min(found, key=lambda each: abs(each - week.first), default=None)


def _made(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
