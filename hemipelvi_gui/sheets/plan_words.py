"""The words of days, weeks and plans on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.domain.plan import PhaseKind, Plan, Week, phase_of
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.sheets.plain import clean
from hemipelvi_gui.sheets.words import plan_title, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime, time

    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.domain.sums import SessionSum

translate = QCoreApplication.translate
CLOCK = "HH:mm"
KILOMETRE, MINUTE_S, HOUR_MIN = 1000.0, 60, 60
IN_HOURS_FROM = 100  # minutes
FAR_KM = 100


def entry_name(entry: Entry) -> str:
    """The name on a card, one line of plain text; a run without one is called by its kind."""
    if isinstance(entry, Run):
        return clean(entry.name) or kind_words(entry.kind)
    return title(entry)


def kind_words(kind: RunKind) -> str:
    """What kind of run or day it is."""
    names = {
        RunKind.EASY: translate("WeekSheet", "Easy run"),
        RunKind.QUALITY: translate("WeekSheet", "Quality run"),
        RunKind.LONG: translate("WeekSheet", "Long run"),
        RunKind.RACE: translate("WeekSheet", "Race"),
        RunKind.REST: translate("WeekSheet", "Rest"),
        RunKind.OTHER: translate("WeekSheet", "Other training"),
    }
    return names[kind]


def phase_words(kind: PhaseKind) -> str:
    """What a stretch of weeks is for."""
    names = {
        PhaseKind.BASE: translate("WeekSheet", "base"),
        PhaseKind.BUILD: translate("WeekSheet", "build"),
        PhaseKind.PEAK: translate("WeekSheet", "peak"),
        PhaseKind.TAPER: translate("WeekSheet", "taper"),
        PhaseKind.OFF_SEASON: translate("WeekSheet", "off-season"),
    }
    return names[kind]


def phases_words(plan: Plan, number: int) -> tuple[str, ...]:
    """The phase of a week and whether it is a deload, as far as they are set."""
    phase = phase_of(plan, number)
    words = [] if phase is None else [phase_words(phase)]
    if number in plan.deloads:
        words.append(translate("WeekSheet", "deload"))
    return tuple(words)


def week_words(plan: Plan, number: int) -> str:
    """Which week of how many."""
    whole = translate("WeekSheet", "week {number} of {weeks}")
    return whole.format(number=number, weeks=plan.weeks)


def day_words(day: date, pattern: str) -> str:
    """A date in the reader's language, by Qt's pattern."""
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def days_words(first: date, last: date) -> str:
    """Two dates and all between: 23–29 November 2026."""
    whole = translate("WeekSheet", "d MMMM yyyy")
    if first == last:
        return day_words(last, whole)
    pattern, dash = whole, " – "
    if (first.year, first.month) == (last.year, last.month):
        pattern, dash = translate("WeekSheet", "d", "date pattern: the day alone"), "–"
    elif first.year == last.year:
        pattern = translate("WeekSheet", "d MMMM")
    return f"{_day(first, pattern)}{dash}{day_words(last, whole)}"


def short_days(week: Week) -> str:
    """The week's first and last day in short: 23–29 Nov."""
    pattern = translate("WeekSheet", "d MMM")
    if week.first.month == week.last.month:
        return f"{week.first.day}–{day_words(week.last, pattern)}"
    return f"{day_words(week.first, pattern)} – {day_words(week.last, pattern)}"


def _day(day: date, pattern: str) -> str:
    # A single "d" is a pattern of its own for Qt, but some languages write "23." alone.
    return str(day.day) if pattern == "d" else day_words(day, pattern)


def clock_words(moment: time | datetime) -> str:
    """A time of day."""
    clock = QTime(moment.hour, moment.minute)
    return QLocale().toString(clock, translate("WeekSheet", CLOCK))


def duration_words(seconds: float) -> str:
    """A length of time that was worked out, in minutes begun: 45 min, or 2 h 05."""
    minutes = int(-(-seconds // MINUTE_S))
    if minutes < IN_HOURS_FROM:
        return translate("WeekSheet", "{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, HOUR_MIN)
    return translate("WeekSheet", "{hours} h {minutes:02d}").format(hours=hours, minutes=rest)


def run_time_words(seconds: float) -> str:
    """How long a run is, to the second as it was given: 45 min, 2 h 05, 45:10, or 1:35:20."""
    whole = round(seconds)
    minutes, rest = divmod(whole, MINUTE_S)
    if not rest:
        return duration_words(whole)
    hours, minutes = divmod(minutes, HOUR_MIN)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def distance_words(metres: float) -> str:
    """8 km, 10.25 km, or 800 m; 42.2 km for what is no round number of metres."""
    if metres < KILOMETRE:
        return translate("WeekSheet", "{metres} m").format(metres=plain(round(metres)))
    km = metres / KILOMETRE
    digits = 2 if round(metres) % 10 == 0 else 1
    shown = plain(round(km, digits) if km < FAR_KM else round(km))
    return translate("WeekSheet", "{km} km").format(km=shown)


def facts(entry: Entry, total: SessionSum) -> tuple[str, ...]:
    """What a card says under its name; the time of day comes last."""
    if entry.skipped:
        parts = [translate("WeekSheet", "skipped")]
    elif isinstance(entry, Run):
        parts = run_facts(entry)
    else:
        parts = [] if total.share is None else [share_short(total.share)]
        parts += [duration_words(total.seconds)] if total.seconds else []
    if entry.start is not None:
        parts.append(clock_words(entry.start))
    return tuple(parts)


def run_facts(run: Run) -> list[str]:
    """How far and how long, but for what the name says already: "Easy 6 km" needs no 6 km."""
    parts = [] if not run.metres else [distance_words(run.metres)]
    parts += [run_time_words(run.seconds)] if run.seconds else []
    name = entry_name(run)
    return [each for each in parts if not _says(name, each)]


def _says(name: str, fact: str) -> bool:
    return re.search(rf"(?<![\d.,:]){re.escape(fact)}(?![\w:])", name) is not None


def foreign_plans(plans: Mapping[str, Plan], shown: Plan | None) -> dict[str, str]:
    """The names of plans, by id, whose cards have to say whose they are.

    Beside a plan that is shown these are all others; in the weeks of the calendar all, where there
    is more than one.
    """
    live = [each for each in plans.values() if not each.archived]
    if shown is not None:
        live = [each for each in live if each.id != shown.id]
    elif len(live) == 1:
        live = []
    return {each.id: clean(plan_title(each)) for each in live}


def share_short(share: float) -> str:
    """A share alone: 78 %."""
    return translate("WeekSheet", "{share} %").format(share=percent(share))


def hard_sets(hse: float) -> str:
    """A dose in words."""
    sets = plain(round(hse, 1))
    if sets == "1":
        return translate("WeekSheet", "1 hard set")
    return translate("WeekSheet", "{sets} hard sets").format(sets=sets)


def gym_words(total: SessionSum, sessions: int) -> tuple[str, ...]:
    """How many gym sessions, how long and how much."""
    if not sessions:
        return (translate("WeekSheet", "no gym session"),)
    one = translate("WeekSheet", "1 gym session")
    many = translate("WeekSheet", "{count} gym sessions").format(count=sessions)
    return (one if sessions == 1 else many, duration_words(total.seconds), hard_sets(total.hse))


def runs_words(runs: Iterable[Run]) -> tuple[str, ...]:
    """How many runs and how far, as far as it is known."""
    off = (RunKind.REST, RunKind.OTHER)
    counted = [each for each in runs if not each.skipped and each.kind not in off]
    if not counted:
        return ()
    one = translate("WeekSheet", "1 run")
    many = translate("WeekSheet", "{count} runs").format(count=len(counted))
    metres = sum(each.metres or 0.0 for each in counted)
    far = (distance_words(metres),) if metres else ()
    return (one if len(counted) == 1 else many, *far)


def more_words(count: int) -> str:
    """How many are not shown."""
    return translate("WeekSheet", "+{count} more").format(count=count)


def exercises_words(count: int) -> str:
    """How many exercises a session has."""
    if count == 1:
        return translate("WeekSheet", "1 exercise")
    return translate("WeekSheet", "{count} exercises").format(count=count)
