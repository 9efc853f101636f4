"""A typed run read back, and when it comes again."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from hemipelvi_gui.domain.plan import DAYS_A_WEEK, Plan, last_day, week_number, weeks_of
from hemipelvi_gui.domain.run_writing import repeat_weekly
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.sheets.plan_words import distance_words, run_time_words
from hemipelvi_gui.ui.days import clock, qdate, skipped_hour_words, weekday
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from hemipelvi_gui.domain.run_grammar import Typed

translate = QCoreApplication.translate
WEEKS_ALONE = 8  # how often "every" is without a plan
BY_NUMBER = re.compile(r"\s*\w+\s+(?:day|tag|jour|dia|d\u00eda)\s*\d", re.IGNORECASE)
LONGEST_NAME, LONGEST_NOTES = 60, 80


def kind_name(kind: RunKind) -> str:
    """One word for what a run is for."""
    names = {
        RunKind.EASY: translate("Week", "easy"),
        RunKind.QUALITY: translate("Week", "quality"),
        RunKind.LONG: translate("Week", "long"),
        RunKind.RACE: translate("Week", "race"),
        RunKind.REST: translate("Week", "rest"),
        RunKind.OTHER: translate("Week", "other training"),
    }
    return names[kind]


def repeated(run: Run, line: str, plan: Plan | None) -> tuple[Run, ...]:
    """The run and its repeats: to the plan's end, or eight weeks where it is in no plan.

    In a plan of longer weeks "every day 3" comes once a week of the plan, "every Wed" every seven
    days.
    """
    last = None if plan is None else last_day(plan)
    if plan is None or last is None or not week_number(plan, run.date):
        try:
            return repeat_weekly(run, run.date + timedelta(days=DAYS_A_WEEK * (WEEKS_ALONE - 1)))
        except OverflowError:
            return (run,)
    if plan.cycle_days == DAYS_A_WEEK or BY_NUMBER.match(line):
        return repeat_weekly(run, weeks_of(plan))
    return repeat_weekly(run, last)


def read_back(typed: Typed, today: date, runs: tuple[Run, ...]) -> str:
    """All that was understood: "Thursday 26 November · quality · Intervals 6 × 1 km · 60 min".

    `runs` are what would be added: the run and its repeats.
    """
    parts = [day_words(typed.date, today)]
    if typed.start is not None:
        parts.append(clock(typed.start))
    kind, name = kind_name(typed.kind), one_line(typed.name, LONGEST_NAME)
    if kind.casefold() != name.casefold():
        parts.append(kind)
    parts.append(name)
    if typed.metres is not None and (far := distance_words(typed.metres)) not in name:
        parts.append(far)
    if typed.seconds is not None:
        parts.append(run_time_words(typed.seconds))
    if typed.notes:
        parts.append(one_line(typed.notes, LONGEST_NOTES))
    if typed.repeats:
        parts.append(repeat_words(runs, today))
    if typed.start is not None and (odd := skipped_hour_words(typed.date, typed.start)):
        parts.append(odd)
    return DOT.join(parts)


def repeat_words(runs: tuple[Run, ...], today: date) -> str:
    """As in "every week until 20 Dec, 4 times"."""
    if len(runs) == 1:
        return translate("Week", "only once: no week of the plan is left")
    pattern = translate("Week", "d MMM")
    if runs[-1].date.year != today.year:
        pattern = translate("Week", "d MMM yyyy")
    last = QLocale().toString(qdate(runs[-1].date), pattern)
    days = (runs[1].date - runs[0].date).days
    said = translate("Week", "every {days} days until {last}, {count} times")
    if days == DAYS_A_WEEK:
        said = translate("Week", "every week until {last}, {count} times")
    return said.format(days=days, last=last, count=len(runs))


def day_words(day: date, today: date) -> str:
    """As in "Thursday 26 November", with the year where it is another than today's."""
    name = QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)
    pattern = translate("Week", "d MMMM")
    if day.year != today.year:
        pattern = translate("Week", "d MMMM yyyy")
    return f"{name} {QLocale().toString(qdate(day), pattern)}"


def example(day: date | None) -> str:
    """What an empty line says."""
    if day is None:
        return translate("Week", "Type a run: Thu 6x1km hard 60min")
    said = translate("Week", "A run on {weekday} {day}: 6x1km hard 60min")
    return said.format(weekday=weekday(day), day=day.day)
