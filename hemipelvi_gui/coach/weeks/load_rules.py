"""Rules on work and load from week to week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.coach.reading import ROUNDING
from hemipelvi_gui.coach.weeks.races import taper_of
from hemipelvi_gui.coach.weeks.told import WeekTold
from hemipelvi_gui.domain.prescription import LoadKind
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.plan import Week
    from hemipelvi_gui.domain.session import Item, Session


def no_deload(reading: WeekReading) -> Iterator[WeekTold]:
    """Hard weeks one after the other, and no easy one planned next; a taper is one itself."""
    settings, count = reading.settings, reading.settings.deload_weeks
    if not reading.total.hse or taper_of(reading) is not None:
        return
    before = reading.weeks_before(max(settings.compared_weeks, count) - 1)
    doses = [*(reading.hse_of_week(each) for each in before), reading.total.hse]
    limit = settings.deload_share * max(doses) - ROUNDING
    if len(doses) < count or min(doses[-count:]) < limit or _eases(reading, limit):
        return
    yield WeekTold(
        translate("Weeks", "{count} hard weeks in a row", count=count),
        translate(
            "Weeks",
            "Make the next one a deload: HSE \u2212{cut} %, load kept",
            cut=percent(settings.deload_cut),
        ),
    )


def _eases(reading: WeekReading, limit: float) -> bool:
    """Whether the next week is planned, and is not hard."""
    following = reading.near(1)
    if following is None or not reading.sessions_of(following):
        return False
    return reading.hse_of_week(following) < limit


def heavier(reading: WeekReading) -> Iterator[WeekTold]:
    """Lifts that got heavier by more than a step since the week they were last done."""
    last = last_loads(reading)
    for exercise, old in last.items():
        lift, limit = reading.library.get(exercise), old * (1 + reading.settings.load_step)
        if lift is None or reading.total.loads[exercise] <= limit + ROUNDING:
            continue
        found = {
            session.id: kg
            for session in reading.sessions
            if (kg := _top_load(session, exercise)) > limit + ROUNDING
        }
        # What is added to the own weight is a small part of the load.
        if found:
            new = max(found.values())
            yield WeekTold(
                translate(
                    "Weeks",
                    "{name} goes from {old} to {new} kg",
                    name=lift.name,
                    old=plain(old),
                    new=plain(new),
                ),
                translate(
                    "Weeks",
                    "Up by {rise} %; {step} % is step enough for a week",
                    rise=percent(new / old - 1),
                    step=percent(reading.settings.load_step),
                ),
                tuple(found),
                exercise,
            )


def last_loads(reading: WeekReading) -> dict[str, float]:
    """The top load in kg that each lift of the week had when it was last done, weeks before."""
    wanted, found = set(reading.total.loads), dict[str, float]()
    for week in reversed(reading.weeks_before(reading.settings.compared_weeks)):
        if not wanted:
            break
        there = _loads_of(reading, week)
        found |= {each: there[each] for each in wanted if each in there}
        wanted -= there.keys()
    return {each: found[each] for each in reading.total.loads if each in found}


def _loads_of(reading: WeekReading, week: Week) -> dict[str, float]:
    loads: dict[str, float] = {}
    for session in reading.sessions_of(week):
        for exercise, kg in reading.sums.of(session).loads.items():
            loads[exercise] = max(kg, loads.get(exercise, 0.0))
    return loads


def _top_load(session: Session, exercise: str) -> float:
    return max((held_kg(each) for each in items(session) if each.exercise == exercise), default=0.0)


def held_kg(item: Item) -> float:
    """The load in kg of an item that is lifted as such; 0 for own weight and per cent of 1RM."""
    load = item.prescription.load
    if load is None or load.kind is not LoadKind.EXTERNAL:
        return 0.0
    return load.external_kg or 0.0
