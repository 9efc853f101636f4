"""Days, weeks and times of day in the reader's own way of writing them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

if TYPE_CHECKING:
    from datetime import date, time

    from hemipelvi_gui.domain.plan import Week

translate = QCoreApplication.translate


def day_name(day: date) -> str:
    """As in "Mon 23"."""
    return f"{weekday(day)} {day.day}"


def weekday(day: date) -> str:
    """As in "Mon"."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def weekday_name(day: date) -> str:
    """As in "Monday"."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)


def long_day(day: date) -> str:
    """As in "Monday, 23 November 2026", in the locale's order."""
    return QLocale().toString(qdate(day), QLocale.FormatType.LongFormat)


def short_day(day: date) -> str:
    """As in "Mon 23 Nov"."""
    month = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    return f"{day_name(day)} {month}"


def day_and_month(day: date) -> str:
    """As in "23 Nov"."""
    return f"{day.day} {QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)}"


def full_day(day: date) -> str:
    """As in "23 Nov 2026"."""
    month = QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)
    return f"{day.day} {month} {day.year}"


def span(first: date, last: date) -> str:
    """As in "3 Mar 2019 \u2013 23 Nov 2026"; one day alone stands for itself."""
    if first == last:
        return full_day(first)
    return f"{full_day(first)} \u2013 {full_day(last)}"


def week_days(week: Week) -> str:
    """As in "23\u201329 November", or "28 December \u2013 3 January"."""
    first, last = week.first, week.last
    names = [QLocale().monthName(day.month, QLocale.FormatType.LongFormat) for day in (first, last)]
    if first.month == last.month:
        return f"{first.day}\u2013{last.day} {names[1]}"
    return f"{first.day} {names[0]} \u2013 {last.day} {names[1]}"


def clock(moment: time) -> str:
    """As in "18:00", or as the locale has it."""
    there = QTime(moment.hour, moment.minute)
    return QLocale().toString(there, QLocale.FormatType.ShortFormat)


def skipped_hour_words(day: date, moment: time) -> str:
    """Says so where the clock here goes forward over that time on that day; "" elsewhere."""
    meant = datetime.combine(day, moment)
    try:
        there = meant.astimezone(UTC).astimezone().replace(tzinfo=None)
    except (OverflowError, OSError, ValueError):
        return ""
    if there == meant:
        return ""
    words = translate("Days", "{time} does not exist on that day: the clock goes forward.")
    return words.format(time=clock(moment))


def qdate(day: date) -> QDate:
    """The day as Qt has it."""
    return QDate(day.year, day.month, day.day)
