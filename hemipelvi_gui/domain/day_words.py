"""Days in words, as a runner says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.plan import DAYS_A_WEEK
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.plan import Week

WEEKDAYS = (
    translate("Days", "Monday"),
    translate("Days", "Tuesday"),
    translate("Days", "Wednesday"),
    translate("Days", "Thursday"),
    translate("Days", "Friday"),
    translate("Days", "Saturday"),
    translate("Days", "Sunday"),
)
SHORT_WEEKDAYS = (
    translate("Days", "Mon"),
    translate("Days", "Tue"),
    translate("Days", "Wed"),
    translate("Days", "Thu"),
    translate("Days", "Fri"),
    translate("Days", "Sat"),
    translate("Days", "Sun"),
)
MONTHS = (
    translate("Days", "January"),
    translate("Days", "February"),
    translate("Days", "March"),
    translate("Days", "April"),
    translate("Days", "May"),
    translate("Days", "June"),
    translate("Days", "July"),
    translate("Days", "August"),
    translate("Days", "September"),
    translate("Days", "October"),
    translate("Days", "November"),
    translate("Days", "December"),
)
SHORT_MONTHS = (
    translate("Days", "Jan"),
    translate("Days", "Feb"),
    translate("Days", "Mar"),
    translate("Days", "Apr"),
    translate("Days", "May"),
    translate("Days", "Jun"),
    translate("Days", "Jul"),
    translate("Days", "Aug"),
    translate("Days", "Sep"),
    translate("Days", "Oct"),
    translate("Days", "Nov"),
    translate("Days", "Dec"),
)


def weekday(day: date) -> Text:
    """Its name: "Saturday"."""
    return WEEKDAYS[day.weekday()]


def named_day(day: date, week: Week) -> Text:
    """Its name, as it is known in a week: "Tuesday"; "Tue 1 Dec" where the week has two."""
    if day in week and week.days > DAYS_A_WEEK:
        first = (day - week.first).days
        if first >= DAYS_A_WEEK or first + DAYS_A_WEEK < week.days:
            return short_day(day)
    return weekday(day)


def short_day(day: date) -> Text:
    """As in "Tue 1 Dec"."""
    return translate(
        "Days",
        "{weekday} {day} {month}",
        weekday=SHORT_WEEKDAYS[day.weekday()],
        day=day.day,
        month=SHORT_MONTHS[day.month - 1],
    )


def full_day(day: date) -> Text:
    """As in "1 Dec 2026"."""
    month = SHORT_MONTHS[day.month - 1]
    return translate("Days", "{day} {month} {year}", day=day.day, month=month, year=day.year)


def day_words(day: date, other: date | None = None) -> Text:
    """As in "14 December", with the year where `other`, a day it is seen from, lies in another."""
    if other is None or other.year == day.year:
        return translate("Days", "{day} {month}", day=day.day, month=MONTHS[day.month - 1])
    return translate(
        "Days", "{day} {month} {year}", day=day.day, month=MONTHS[day.month - 1], year=day.year
    )
