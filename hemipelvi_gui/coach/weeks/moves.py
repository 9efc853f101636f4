"""Cards moved to another day near by: gym sessions first, a run only where nothing else helps.

A run stays where it is if it is a race or came from a calendar. `places` tells which days will do.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.places import is_rest, rank_of, run_days, session_days
from hemipelvi_gui.coach.weeks.reading import WeekFinding, WeekFix, WeekReading
from hemipelvi_gui.coach.weeks.words import KEY_RUN_WORDS
from hemipelvi_gui.domain import agenda_edits
from hemipelvi_gui.domain.agenda import Agenda, Entry, find_entry
from hemipelvi_gui.domain.day_words import day_words, named_day, weekday
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.settings import clock
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

    from hemipelvi_gui.coach.weeks.places import Rank

# How far a session goes before it is rather lightened.
SMALL_MOVE = 1
# A run and a lift of one day are so far apart that one is over when the other begins.
APART_H = 2


def move_session(
    reading: WeekReading, finding: WeekFinding, most: int | None = None
) -> Iterator[WeekFix]:
    """The sessions it is about on another day, at most so many days away.

    None comes to the evening after a long run.
    """
    for card in _sessions(reading, finding):
        days = {day: rank for day, rank in session_days(reading, card).items() if not rank.tired}
        if finding.level is not Level.FIX and card.date is not None:
            # No note is worth a day that has more against it than the one it has, nor a week.
            here = rank_of(reading, card, card.date)._replace(noted=False)
            days = {day: rank for day, rank in days.items() if rank._replace(noted=False) <= here}
        yield from _moves(reading, card, days, most)


def move_off(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """The same to days that have room for it: hard work is not piled up to mend something."""
    for card in _sessions(reading, finding):
        days = session_days(reading, card)
        roomy = {day: rank for day, rank in days.items() if not (rank.crowded or rank.tired)}
        yield from _moves(reading, card, roomy)


def move_tired(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """To the evening after a long run: only for what is to fix, when nothing else helps."""
    if finding.level is not Level.FIX:
        return
    for card in _sessions(reading, finding):
        days = {day: rank for day, rank in session_days(reading, card).items() if rank.tired}
        yield from _moves(reading, card, days)


def other_hour(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """The session at the other usual time of its day; not today, as that hour may be past."""
    clocks = (clock(reading.settings.run_time), clock(reading.settings.gym_time))
    for card in _sessions(reading, finding):
        if card.date is None or card.date <= reading.today:
            continue
        for start in clocks:
            if start != reading.moment(card).time() and _is_free(reading, card, start):
                said = f"{start:%H:%M}"
                step = translate("WeekFix", "Move {name} to {clock}", name=card.name, clock=said)
                label = translate("WeekFix", "Move to {clock} that day", clock=said)
                yield WeekFix(label, partial(_set_time, entry_id=card.id, start=start), step)


def move_run(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """The runs it is about on another day; only for what is to fix, and no race.

    Nor a run of today for what was before: nobody knows better how the legs are than the runner.
    """
    if finding.level is not Level.FIX:
        return
    for entry_id in finding.entries:
        card = find_entry(reading.agenda, entry_id)
        if isinstance(card, Run) and _may_move(card) and reading.is_open(card):
            if card.date == reading.today and any(
                not reading.is_open(each) for each in _about(reading, finding)
            ):
                continue
            yield from _moves(reading, card, run_days(reading, card))


def _may_move(run: Run) -> bool:
    """Others count on a race and on what stands in a calendar."""
    return run.kind is not RunKind.RACE and not run.source


def _about(reading: WeekReading, finding: WeekFinding) -> list[Session]:
    cards = [find_entry(reading.agenda, each) for each in finding.entries]
    return [each for each in cards if isinstance(each, Session)]


def _sessions(reading: WeekReading, finding: WeekFinding) -> list[Session]:
    return [each for each in _about(reading, finding) if reading.is_open(each)]


def _is_free(reading: WeekReading, session: Session, start: time) -> bool:
    """Whether nothing else of that day is near that time."""
    there = reading.moment(session).replace(hour=start.hour, minute=start.minute, second=0)
    return not any(
        abs((reading.moment(each) - there).total_seconds()) < APART_H * 3600
        for each in reading.agenda.by_day.get(there.date(), ())
        if each.id != session.id
        and not each.skipped
        and not (isinstance(each, Run) and each.kind is RunKind.REST)
    )


def _moves(
    reading: WeekReading, card: Entry, days: dict[date, Rank], most: int | None = None
) -> Iterator[WeekFix]:
    """By rank; within one the nearest day first, the earlier of two."""
    home = card.date
    if home is None:
        return
    ranks = sorted(set(days.values()))
    for day in sorted(days, key=lambda each: (days[each], abs((each - home).days), each)):
        if most is None or abs((day - home).days) <= most:
            yield WeekFix(
                _label(reading, card, day),
                partial(_move, entry_id=card.id, day=day),
                _step(reading, card, day),
                f"{card.id} {ranks.index(days[day])}",
                (card.id, day) if isinstance(card, Session) else None,
            )


def _move(agenda: Agenda, entry_id: str, day: date) -> Agenda:
    return agenda_edits.move(agenda, (entry_id,), day)


def _set_time(agenda: Agenda, entry_id: str, start: time) -> Agenda:
    return agenda_edits.set_time(agenda, (entry_id,), start)


def _label(reading: WeekReading, card: Entry, day: date) -> Text:
    """A session's finding says which one it is; a run has to be named."""
    if isinstance(card, Run):
        return _step(reading, card, day)
    words = _day_words(reading, day)
    if is_rest(reading, day):
        return translate("WeekFix", "Move to {day}, your rest day", day=words)
    return translate("WeekFix", "Move to {day}", day=words)


def _step(reading: WeekReading, card: Entry, day: date) -> Text:
    name: Text | str = card.name
    if isinstance(card, Run) and not name:
        name = KEY_RUN_WORDS.get(card.kind, "")
    return translate("WeekFix", "Move {name} to {day}", name=name, day=_day_words(reading, day))


def _day_words(reading: WeekReading, day: date) -> Text:
    if day in reading.week:
        return named_day(day, reading.week)
    return translate(
        "Days", "{weekday} {day}", weekday=weekday(day), day=day_words(day, reading.today)
    )
