"""When an event comes again (RFC 5545, RRULE), within some days and never without end.

Written here instead of taken from dateutil: there a rule that no day fits (30 February) is looked
for up to the year 9999, so that a small file could hold the program up for hours. Here every day
that is looked at counts, and they run out.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DAY = datetime.timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
KNOWN = frozenset(
    (
        *("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"),
        *("BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"),
    )
)


class UnknownRuleError(ValueError):
    """A rule with parts that are not known here."""


class EndlessError(ValueError):
    """Rules that would take too long to follow."""


@dataclass
class Budget:
    """How many days may still be looked at, in a whole file."""

    days: int = 1_000_000

    def take(self, days: int) -> None:
        """Use some up. Raises EndlessError where there are none left."""
        self.days -= days
        if self.days < 0:
            raise EndlessError


@dataclass(frozen=True)
class Rule:
    """An RRULE of days; `until` is the last day.

    `by_day` holds (ordinal, weekday from Monday 0), ordinal 0 for every one.
    """

    frequency: str
    interval: int = 1
    count: int | None = None
    until: datetime.date | None = None
    week_start: int = 0
    by_day: tuple[tuple[int, int], ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_set_position: tuple[int, ...] = ()


def rule_of(parts: Mapping[str, list[object]], until: datetime.date | None = None) -> Rule:
    """A rule from its parts, up to and with the day `until`.

    Raises UnknownRuleError for what can't be followed here.
    """
    known = {key.upper(): values for key, values in parts.items()}
    frequency = str(known.get("FREQ", [""])[0]).upper()
    if frequency not in FREQUENCIES or not known.keys() <= KNOWN:
        raise UnknownRuleError(frequency)
    counted = known.get("COUNT")
    try:
        return Rule(
            frequency,
            max(1, _number(known.get("INTERVAL", [1])[0])),
            max(1, _number(counted[0])) if counted else None,
            until,
            WEEKDAYS.index(str(known.get("WKST", ["MO"])[0]).upper()),
            tuple(_by_day(str(each)) for each in known.get("BYDAY", [])),
            tuple(map(_number, known.get("BYMONTHDAY", []))),
            tuple(map(_number, known.get("BYMONTH", []))),
            tuple(map(_number, known.get("BYSETPOS", []))),
        )
    except ValueError as error:
        raise UnknownRuleError(frequency) from error


def _number(value: object) -> int:
    return int(str(value))


def _by_day(text: str) -> tuple[int, int]:
    ordinal, name = text[:-2], text[-2:].upper()
    return int(ordinal or 0), WEEKDAYS.index(name)


def days(
    rule: Rule,
    start: datetime.date,
    first: datetime.date,
    last: datetime.date,
    budget: Budget,
) -> Iterator[datetime.date]:
    """The days from `first` to `last` that the rule gives, counted from `start`.

    Raises EndlessError where the budget is used up.
    """
    end = min(last, rule.until) if rule.until else last
    came = 0
    for period in _periods(rule, start, first, end, budget):
        for day in period:
            if day < start:
                continue
            if day > end:
                return
            came += 1
            if rule.count is not None and came > rule.count:
                return
            if day >= first:
                yield day


def _periods(
    rule: Rule, start: datetime.date, first: datetime.date, end: datetime.date, budget: Budget
) -> Iterator[list[datetime.date]]:
    """The fitting days of one period after another, up to `end`."""
    for step in count(_passed(rule, start, first)):
        opened = _opening(rule, start, step)
        if opened is None or opened > end:
            return
        whole = _days_of(rule, opened)
        budget.take(len(whole))
        fitting = [day for day in whole if _fits(rule, start, day)]
        yield _positioned(rule, fitting)


def _passed(rule: Rule, start: datetime.date, first: datetime.date) -> int:
    """Periods that lie before `first` and needn't be looked at; none where they are counted."""
    if rule.count is not None or first <= start:
        return 0
    longest = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}[rule.frequency]
    return max(0, (first - start).days // (longest * rule.interval) - 1)


def _opening(rule: Rule, start: datetime.date, step: int) -> datetime.date | None:
    """The first day of a period; None past the calendar's end."""
    ahead = step * rule.interval
    try:
        if rule.frequency == "DAILY":
            return start + DAY * ahead
        if rule.frequency == "WEEKLY":
            monday = start - DAY * ((start.weekday() - rule.week_start) % 7)
            return monday + DAY * (7 * ahead)
        if rule.frequency == "MONTHLY":
            years, month = divmod(start.month - 1 + ahead, 12)
            return datetime.date(start.year + years, month + 1, 1)
        return datetime.date(start.year + ahead, 1, 1)
    except (OverflowError, ValueError):
        return None


def _days_of(rule: Rule, opened: datetime.date) -> list[datetime.date]:
    lengths = {"DAILY": 1, "WEEKLY": 7}
    if rule.frequency == "MONTHLY":
        length = calendar.monthrange(opened.year, opened.month)[1]
    elif rule.frequency == "YEARLY":
        length = 366 if calendar.isleap(opened.year) else 365
    else:
        length = lengths[rule.frequency]
    left = (datetime.date.max - opened).days + 1
    return [opened + DAY * each for each in range(min(length, left))]


def _fits(rule: Rule, start: datetime.date, day: datetime.date) -> bool:
    if rule.by_month and day.month not in rule.by_month:
        return False
    if rule.by_month_day and not _in_month(rule, day):
        return False
    if rule.by_day:
        return any(_is_day(rule, ordinal, weekday, day) for ordinal, weekday in rule.by_day)
    if rule.frequency == "WEEKLY":
        return day.weekday() == start.weekday()
    if rule.frequency == "DAILY" or rule.by_month_day:
        return True
    same_month = rule.frequency == "MONTHLY" or rule.by_month or day.month == start.month
    return day.day == start.day and bool(same_month)


def _in_month(rule: Rule, day: datetime.date) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    return day.day in rule.by_month_day or day.day - length - 1 in rule.by_month_day


def _is_day(rule: Rule, ordinal: int, weekday: int, day: datetime.date) -> bool:
    """Whether it is this weekday, and the so-many-th of its month or year where that is asked."""
    if day.weekday() != weekday:
        return False
    if not ordinal or rule.frequency in ("DAILY", "WEEKLY"):
        return True
    if rule.frequency == "YEARLY" and not rule.by_month:
        place = day.timetuple().tm_yday
        length = 366 if calendar.isleap(day.year) else 365
    else:
        place, length = day.day, calendar.monthrange(day.year, day.month)[1]
    return ordinal in ((place - 1) // 7 + 1, -((length - place) // 7 + 1))


def _positioned(rule: Rule, fitting: list[datetime.date]) -> list[datetime.date]:
    if not rule.by_set_position:
        return fitting
    size = len(fitting)
    places = {each - 1 if each > 0 else size + each for each in rule.by_set_position}
    return [day for place, day in enumerate(fitting) if place in places]
