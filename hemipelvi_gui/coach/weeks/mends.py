"""What is tried where a lift and a run, or a race, come too near: the smallest change first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.lightening import (
    ease,
    lighten_big_lift,
    skip_session,
    swap_big_lift,
)
from hemipelvi_gui.coach.weeks.moves import (
    SMALL_MOVE,
    move_off,
    move_run,
    move_session,
    move_tired,
    other_hour,
)
from hemipelvi_gui.coach.weeks.reading import WeekFix
from hemipelvi_gui.domain.agenda import find_entry
from hemipelvi_gui.domain.plan_edits import set_archived
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.weeks.reading import WeekFinding, WeekReading
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan

# The eve of a race is no day for leg work that is only a little easier.
EVE_DAYS = 1


def space_out(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """The session on another day; for what is to fix also without its big lift, or the run moved.

    For a note at another hour, or with the big lift swapped; no run is moved.
    """
    yield from move_session(reading, finding)
    if finding.level is Level.FIX:
        yield from lighten_big_lift(reading, finding)
        yield from move_tired(reading, finding)
        yield from move_run(reading, finding)
    else:
        yield from other_hour(reading, finding)
        yield from swap_big_lift(reading, finding)


def big_lift_before_race(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """A day away where that is enough, else without the big lift, else further away or skipped."""
    yield from move_session(reading, finding, SMALL_MOVE)
    yield from lighten_big_lift(reading, finding)
    yield from move_session(reading, finding)
    yield from skip_session(reading, finding)


def hard_legs_before_race(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """The session moved to an earlier day with room for it, else eased; on the eve skipped."""
    yield from move_off(reading, finding)
    if _is_eve(reading, finding):
        yield from skip_session(reading, finding)
    yield from ease(reading, finding)
    yield from skip_session(reading, finding)


def _is_eve(reading: WeekReading, finding: WeekFinding) -> bool:
    days = [find_entry(reading.agenda, each).date for each in finding.entries]
    known = [each for each in days if each is not None]
    return (max(known) - min(known)).days <= EVE_DAYS


def archive_other(reading: WeekReading, finding: WeekFinding) -> Iterator[WeekFix]:
    """Of two plans at the same time the one that isn't shown put away, else the older one."""
    plans = reading.agenda.plans.values()
    pairs = [(one, other) for one in plans for other in plans if one is not other]
    for one, other in pairs:
        if f"{one.id} {other.id}" == finding.about:
            gone = _to_put_away(reading, one, other)
            label = translate("WeekFix", "Archive {plan}", plan=gone.name)
            yield WeekFix(label, partial(_archived, plan_id=gone.id))


def _to_put_away(reading: WeekReading, one: Plan, other: Plan) -> Plan:
    shown = "" if reading.plan is None else reading.plan.id
    if shown in (one.id, other.id):
        return other if one.id == shown else one
    return min(one, other, key=lambda each: str(each.start))


def _archived(agenda: Agenda, plan_id: str) -> Agenda:
    return set_archived(agenda, plan_id)


MOVERS = (space_out, big_lift_before_race, hard_legs_before_race)
