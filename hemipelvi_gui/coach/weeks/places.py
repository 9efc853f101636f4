"""Days a card may go to, and what speaks against each.

What a good coach would keep to: a gym session stays in its week or near its day, on a day of its
own, two days from the next one, not the day before a key run nor on its day, and never around a
race. A run never comes next to another hard day.
"""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.weeks.reading import LAST_ORDINAL, WeekReading
from hemipelvi_gui.coach.weeks.spacing import hours_between
from hemipelvi_gui.domain.plan import last_day
from hemipelvi_gui.domain.runs import KEY_RUNS, Run, RunKind
from hemipelvi_gui.domain.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.domain.plan import Plan

# How far a card may go within its week, which may have 14 days, and out of it.
MOST_DAYS = 6
DAYS_BEYOND = 3
# Legs are tired for so long after a long run.
TIRED_H = 24


class Rank(NamedTuple):
    """What speaks against a day, the weightiest first; days of one rank are equally good."""

    other_week: bool = False
    crowded: bool = False
    tired: bool = False
    noted: bool = False
    before_key: bool = False
    on_key: bool = False
    on_rest: bool = False


def session_days(reading: WeekReading, session: Session) -> dict[date, Rank]:
    """Days a session may go to; none with another session, none next to a race or on its day.

    None that is crowded in another week either, and none that another fix moves a session to.
    """
    found: dict[date, Rank] = {}
    taken = reading.taken(session.id)
    for day in _days_for(reading, session):
        near = _cards(reading, day, 1)
        races = any(isinstance(each, Run) and each.kind is RunKind.RACE for each in near)
        if races or day in taken or any(isinstance(each, Session) for each in _on(near, day)):
            continue
        if _is_past_a_race(reading, session, day) or _comes_nearer(reading, session, day):
            continue
        rank = rank_of(reading, session, day)
        if not (rank.other_week and rank.crowded):
            found[day] = rank
    return found


def rank_of(reading: WeekReading, session: Session, day: date) -> Rank:
    """What speaks against a session on a day."""
    near = _cards(reading, day, 1)
    key_days = {(each.date - day).days for each in near if _is_key(each) and each.date}
    then = reading.moment(session).replace(year=day.year, month=day.month, day=day.day)
    big = bool(reading.sums.of(session).big)
    return Rank(
        not _in_own_week(reading, session, day),
        _is_crowded(reading, session, then),
        any(_is_tiring(reading, each, then) for each in near),
        big and _is_noted(reading, then),
        1 in key_days,
        0 in key_days,
        is_rest(reading, day),
    )


def run_days(reading: WeekReading, run: Run) -> dict[date, Rank]:
    """Later days a run may go to; none with other training or rest, none next to a key run."""
    found: dict[date, Rank] = {}
    for day in _days_for(reading, run):
        near = [each for each in _cards(reading, day, 1) if each.id != run.id]
        there = [each.kind for each in _on(near, day) if isinstance(each, Run)]
        if day < run.date or any(_is_key(each) for each in near):
            continue
        if any(each is not RunKind.EASY for each in there):
            continue
        found[day] = Rank(not _in_own_week(reading, run, day), crowded=bool(there))
    return found


def is_rest(reading: WeekReading, day: date) -> bool:
    """Whether a day off is planned that day."""
    cards = _cards(reading, day, 0)
    return any(isinstance(each, Run) and each.kind is RunKind.REST for each in cards)


def _is_tiring(reading: WeekReading, entry: Entry, then: datetime) -> bool:
    """Whether it is a long run of that day, or of the hours before."""
    if not isinstance(entry, Run) or entry.kind is not RunKind.LONG:
        return False
    moment = reading.moment(entry)
    gone = (then - moment).total_seconds() / 3600
    return entry.date == then.date() or 0 <= gone < TIRED_H


def _is_noted(reading: WeekReading, then: datetime) -> bool:
    """Whether a big lift at that moment would be a note: too near to a key run."""
    settings = reading.settings
    reach = ceil(max(settings.better_before_run_h, settings.after_run_h) / 24) + 1
    for each in _cards(reading, then.date(), reach):
        if _is_key(each):
            hours = hours_between(then, reading.moment(each))
            if -settings.after_run_h < hours < settings.better_before_run_h:
                return True
    return False


def _is_past_a_race(reading: WeekReading, session: Session, day: date) -> bool:
    """Whether a race lies between."""
    first, last = sorted((session.date or day, day))
    return _has_race(reading, first, (last - first).days)


def _comes_nearer(reading: WeekReading, session: Session, day: date) -> bool:
    """Whether it would come nearer to a race that is so near that it is no time for more."""
    settings = reading.settings
    days = max(settings.race_big_days, settings.race_leg_days)
    return session.date is not None and day > session.date and _has_race(reading, day, days)


def _has_race(reading: WeekReading, first: date, days_on: int) -> bool:
    return any(
        isinstance(each, Run) and each.kind is RunKind.RACE and not each.skipped
        for each in reading.around(first, days_on)
    )


def _days_for(reading: WeekReading, card: Entry) -> Iterator[date]:
    """Other days of its week and just beyond, none past; of its plan, and of the shown one."""
    home = card.date
    week = None if home is None else reading.week_at(home)
    if home is None or week is None:
        return
    plans = [reading.agenda.plans.get(card.plan), reading.plan]
    spans = [span for each in plans if each is not None and (span := _span(each)) is not None]
    here = [(first, last) for first, last in spans if first <= home <= last]
    ordinal = home.toordinal()
    lowest = max(1, ordinal - MOST_DAYS, reading.today.toordinal())
    for each in range(lowest, min(LAST_ORDINAL, ordinal + MOST_DAYS) + 1):
        day = type(home).fromordinal(each)
        far = abs(each - ordinal) > DAYS_BEYOND and day not in week
        if each != ordinal and not far and all(first <= day <= last for first, last in here):
            yield day


def _span(plan: Plan) -> tuple[date, date] | None:
    try:
        last = last_day(plan)
    except OverflowError:
        return None
    return None if plan.start is None or last is None else (plan.start, last)


def _cards(reading: WeekReading, day: date, reach: int) -> list[Entry]:
    """What is not skipped on a day and so many days around it."""
    return [each for each in reading.around(day, reach, reach) if not each.skipped]


def _on(cards: list[Entry], day: date) -> list[Entry]:
    return [each for each in cards if each.date == day]


def _is_key(entry: Entry) -> bool:
    return isinstance(entry, Run) and entry.kind in KEY_RUNS


def _in_own_week(reading: WeekReading, card: Entry, day: date) -> bool:
    week = None if card.date is None else reading.week_at(card.date)
    return week is not None and day in week


def _is_crowded(reading: WeekReading, session: Session, then: datetime) -> bool:
    """Whether another gym session with leg work is nearer than is wanted: two days, or as set."""
    wanted = timedelta(hours=reading.settings.between_gym_h)
    if any(timedelta(abs((then.date() - day).days)) < wanted for day in reading.taken(session.id)):
        return True
    return any(
        abs(reading.moment(each) - then) < wanted
        for each in _cards(reading, then.date(), ceil(reading.settings.between_gym_h / 24))
        if isinstance(each, Session) and each.id != session.id and reading.sums.of(each).hse
    )
