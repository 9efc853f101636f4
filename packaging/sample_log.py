"""What the runner on the screens has done: twenty weeks up to the day that it is there.

Made up from a seed, so that it is the same everywhere. The big lifts rise, easy runs get a little
slower for the same heartbeats and the hips tighter, so that the verdict has something to say.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_OID, uuid5

from sample_weeks import START, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
    from hemipelvi_gui.domain.diary import DoneItem, DoneSession
    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.domain.session import Item, Session

SEED = 2
WEEKS, WITH_PLAN = 20, 4
BEGUN = START - timedelta(weeks=WEEKS - WITH_PLAN)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(1, 7)
STRAP = "Chest strap"
# As everything went on until the week `TURN`; by the last weeks so much has changed.
TURN, CHANGED = 11, 16
BEATS, EASY_KM_S = 140.0, 330.0
SLOWER, TIGHT, TIGHTER = 0.045, 2.1, 1.8
# In kg, by the week since when they were lifted.
LOADS = {
    "trap-bar-deadlift": {0: 52.5, 4: 55.0, 10: 57.5, 16: 60.0},
    "back-squat": {0: 52.5, 6: 55.0, 12: 57.5, 17: 60.0},
}
# Left out more and more often for want of time, while this one got a set more.
LEFT_OUT = ("single-leg-romanian-deadlift", "reverse-lunge-with-opposite-side-load")
ONE_MORE = "trap-bar-deadlift"
RACES = {
    date(2026, 9, 12): ("5 km parkrun", 5000.0, 1241.0),
    date(2026, 10, 10): ("City 10 km", 10_000.0, 2598.0),
    date(2026, 11, 14): ("5 km parkrun", 5000.0, 1258.0),
}
AWAY = date(2026, 9, 24)
ILL = {date(2026, 8, 25) + timedelta(days=each) for each in range(4)}
# Degrees left and right of the Thomas test, cm of the toe touch.
TESTS = {
    date(2026, 7, 18): (6.0, 7.0, 4.0),
    date(2026, 8, 29): (6.0, 8.0, 5.0),
    date(2026, 10, 17): (3.0, 6.0, 3.0),
    date(2026, 11, 21): (0.0, 4.0, 1.0),
}


class Going(NamedTuple):
    """A run as it was meant before there was a plan: day of the week, kind, name, km."""

    day: int
    kind: str
    name: str
    km: int


USUAL = (
    Going(TUESDAY, "quality", "Tempo", 9),
    Going(WEDNESDAY, "easy", "Easy", 10),
    Going(FRIDAY, "easy", "Easy", 8),
    Going(SUNDAY, "long", "Long", 16),
)
# Against an easy run: how much faster, and at how many beats more.
HARDER = {"easy": (1.0, 0.0), "quality": (1.16, 19.0), "long": (0.98, 3.0)}


def sample_log(agenda: Agenda) -> Log:
    """The log beside the sample weeks: sessions and runs of theirs where there were some."""
    from hemipelvi_gui.domain.log import Log

    chance = Random(SEED)  # nothing is to be kept from anybody here
    sessions = {each.id: each for each in _sessions(agenda, chance)}
    runs = {each.id: each for each in (*_runs(agenda, chance), *_races())}
    check_ins = {each.id: each for each in _check_ins(chance)}
    return Log(sessions, runs, check_ins, {each.id: each for each in _home_tests()})


def _id(kind: str, day: date) -> str:
    return str(uuid5(NAMESPACE_OID, f"hemipelvi sample {kind} {day}"))


def _about(chance: Random, width: float) -> float:
    """Near 0, seldom beyond `width`."""
    return width * (chance.random() + chance.random() + chance.random() - 1.5)


def _turned(week: int) -> float:
    """How much of the change has come about, from 0 to 1."""
    return min(max((week - TURN) / (CHANGED - TURN), 0.0), 1.0)


def _week_of(day: date) -> int:
    return (day - BEGUN).days // 7


# What was lifted


def _sessions(agenda: Agenda, chance: Random) -> Iterator[DoneSession]:
    from hemipelvi_gui.exchange.templates import ready_sessions

    ready = ready_sessions()
    for week in range(WEEKS - WITH_PLAN):
        for day, name in ((TUESDAY, "strength-a"), (THURSDAY, "strength-b")):
            on = BEGUN + timedelta(weeks=week, days=day)
            if on not in ILL and on != AWAY:
                yield _session(replace(ready[name], id="", date=on), chance)
    planned = (each for each in agenda.sessions.values() if each.date and each.date < TODAY)
    for each in sorted(planned, key=lambda each: each.date or TODAY):
        yield _session(each, chance)


def _session(session: Session, chance: Random) -> DoneSession:
    from hemipelvi_gui.domain.diary import DoneSession

    on = session.date or TODAY
    items = tuple(
        done
        for block in session.blocks
        for item in block.items
        for done in _done(item, _week_of(on), chance, planned=bool(session.id))
    )
    return DoneSession(
        _id("session", on),
        session.name,
        on,
        session.id,
        time(18, 5),
        items,
        rpe=7.0 + round(_about(chance, 0.8)),
        seconds=60.0 * round(58 + _about(chance, 6)),
    )


def _done(item: Item, week: int, chance: Random, *, planned: bool) -> Iterator[DoneItem]:
    from hemipelvi_gui.domain.diary import DoneItem
    from hemipelvi_gui.domain.workout import planned_sets

    if item.exercise in LEFT_OUT and chance.random() < 0.12 + 0.5 * _turned(week):
        return
    sets = planned_sets(item.prescription)
    loads: Mapping[int, float] = LOADS.get(item.exercise, {})
    if loads:
        value = next(kg for since, kg in sorted(loads.items(), reverse=True) if week >= since)
        rpe = 7.0 + round(2 * _about(chance, 0.5)) / 2
        sets = tuple(
            replace(each, rpe=rpe, load=each.load and replace(each.load, value=value))
            for each in sets
        )
        if item.exercise == ONE_MORE and _turned(week) > 0.5:
            sets = (*sets, sets[-1])
    yield DoneItem(item.exercise, item.id if planned else "", item.variant, sets)


# What was run


def _runs(agenda: Agenda, chance: Random) -> Iterator[DoneRun]:
    for week in range(WEEKS - WITH_PLAN):
        for each in USUAL:
            on = BEGUN + timedelta(weeks=week, days=each.day)
            free = each.kind == "quality" and chance.random() < 0.2
            if not (free or on in ILL or _rested(on, each.kind)):
                km = each.km + chance.randrange(-1, 2)
                yield _run(on, each.kind, 1000.0 * km, f"{each.name} {km} km", chance)
    for run in sorted(agenda.runs.values(), key=lambda each: each.date):
        saturday = run.date.weekday() == SATURDAY  # one too many, with work in the house
        if run.date < TODAY and run.metres and not (saturday or _rested(run.date, run.kind.value)):
            yield _of_plan(run, chance)


def _rested(on: date, kind: str) -> bool:
    """Nothing hard in the week of a race before it, and nothing on the day before."""
    ahead = {race - on for race in RACES}
    days = 5 if kind == "quality" else 1
    return any(timedelta() <= each <= timedelta(days=days) for each in ahead)


def _of_plan(run: Run, chance: Random) -> DoneRun:
    done = _run(run.date, run.kind.value, run.metres or 0.0, run.name, chance)
    return replace(done, run=run.id)


def _run(on: date, kind: str, metres: float, name: str, chance: Random) -> DoneRun:
    from hemipelvi_gui.domain.done_runs import DoneRun, Surface
    from hemipelvi_gui.domain.runs import RunKind

    faster, more = HARDER[kind]
    beats = BEATS + more + _about(chance, 4.0)
    pace = EASY_KM_S / faster * (BEATS + more) / beats
    pace *= (1 + SLOWER * _turned(_week_of(on))) * (1 + _about(chance, 0.02))
    climb = float(round(60 + _about(chance, 40)))
    seconds = float(round((metres + climb) / 1000 * pace))
    return DoneRun(
        _id("run", on),
        name,
        on,
        RunKind(kind),
        time(9, 10) if kind == "long" else time(6, 45),
        metres=metres,
        seconds=seconds,
        elapsed_s=seconds + 40,
        flat_metres=metres + climb,
        climb_m=climb,
        heart_rate=float(round(beats)),
        max_heart_rate=float(round(beats + 14)),
        device=STRAP,
        surface=Surface.ROAD,
        rpe={"easy": 4.0, "long": 5.0}.get(kind, 7.0),
    )


def _races() -> Iterator[DoneRun]:
    from hemipelvi_gui.domain.done_runs import DoneRun, Surface
    from hemipelvi_gui.domain.runs import RunKind

    for on, (name, metres, seconds) in RACES.items():
        run = DoneRun(_id("race", on), name, on, RunKind.RACE, time(9, 0), device=STRAP)
        yield replace(
            run,
            metres=metres,
            seconds=seconds,
            heart_rate=176.0,
            max_heart_rate=188.0,
            surface=Surface.ROAD,
            rpe=9.0,
        )


# What was felt and measured


def _check_ins(chance: Random) -> Iterator[CheckIn]:
    from hemipelvi_gui.domain.check_ins import CheckIn

    for after in range((TODAY - BEGUN).days):
        on = BEGUN + timedelta(days=after)
        ill = on in ILL
        if chance.random() < 0.3 and not ill:
            continue
        tight = TIGHT + TIGHTER * _turned(_week_of(on)) + _about(chance, 1.2)
        yield CheckIn(
            _id("check-in", on),
            on,
            hip_flexor_left=_rating(tight),
            hip_flexor_right=_rating(tight - 1 + _about(chance, 0.8)),
            back=_rating(tight / 2 + _about(chance, 0.8)),
            sleep_h=round(2 * (7.2 + _about(chance, 0.8))) / 2,
            soreness=_rating(2.0 + _about(chance, 1.6)),
            ill=ill,
            notes="A cold" if ill else "",
        )


def _rating(value: float) -> float:
    return float(min(max(round(value), 0), 10))


def _home_tests() -> Iterator[HomeTest]:
    from hemipelvi_gui.domain.check_ins import HomeTest, TestKind

    for on, (left, right, reach) in TESTS.items():
        thomas = HomeTest(_id("thomas", on), on, TestKind.THOMAS, start=time(9, 30))
        yield replace(thomas, left=(left - 1, left, left + 2), right=(right, right, right + 1))
        yield HomeTest(_id("toe-touch", on), on, TestKind.TOE_TOUCH, (reach, reach + 1))
