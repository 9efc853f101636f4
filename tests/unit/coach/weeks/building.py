"""Weeks in a few lines. Week 0 is the picture's: Monday 23 to Sunday 29 November 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.weeks.rules import examine_week, fix_for
from hemipelvi_gui.domain.agenda import Agenda
from hemipelvi_gui.domain.plan import Plan, week_of
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.sums import Sums
from tests.builders import library, session_of

if TYPE_CHECKING:
    from hemipelvi_gui.coach.weeks.reading import WeekFinding, WeekReading

MONDAY = date(2026, 11, 23)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

BALANCED = ("trap-bar-deadlift 3x5 @7 100kg", "walking-lunge 6x8/side @7 2x16kg")
LUNGES = ("walking-lunge 6x8/side @7 2x16kg",)
SQUATS = ("back-squat 5x5 @7 60kg", "couch-stretch 2x40s/side")


def day(name: str, week: int = 0) -> date:
    """A day by its name, in a week counted from the picture's."""
    return MONDAY + timedelta(days=7 * week + DAYS.index(name))


def gym(name: str, *blocks: str, at: str = "", week: int = 0, plan: str = "") -> Session:
    """A session on a day; without blocks one in balance, with a big lift."""
    made = session_of(*(blocks or BALANCED), name=f"Strength {name}")
    when = time.fromisoformat(at) if at else None
    return replace(made, id=f"gym {name} {week}", date=day(name, week), start=when, plan=plan)


def lunge_weeks(*sets: int, before: tuple[str, ...] = ()) -> list[Session]:
    """A session a week of so many sets of lunges, after `before`; the last is in the shown week."""
    return [
        gym("tue", *before, f"walking-lunge {count}x8/side @7", week=place + 1 - len(sets))
        for place, count in enumerate(sets)
        if count
    ]


def run(name: str, kind: str, at: str = "", week: int = 0, plan: str = "") -> Run:
    """A run on a day."""
    when = time.fromisoformat(at) if at else None
    return Run(
        f"{kind} {name} {week}", f"{kind} run", RunKind(kind), day(name, week), when, plan=plan
    )


def agenda_of(*entries: Session | Run, plans: tuple[Plan, ...] = ()) -> Agenda:
    """An agenda of these."""
    return Agenda(
        {each.id: each for each in entries if isinstance(each, Session)},
        {each.id: each for each in entries if isinstance(each, Run)},
        {each.id: each for each in plans},
    )


def read_week(
    agenda: Agenda,
    week: int = 0,
    plan: Plan | None = None,
    settings: Settings | None = None,
    today: date = MONDAY,
) -> WeekReading:
    """The week read, with the library that comes with the program."""
    chosen = settings or Settings()
    shown = week_of(plan, day("mon", week))
    sums = Sums(library(), chosen.body_mass_kg)
    return examine_week(agenda, shown, plan, library(), chosen, today, sums)


def asked(*entries: Session | Run, settings: Settings | None = None) -> dict[str, WeekFinding]:
    """What is found in the picture's week, by rule."""
    found = read_week(agenda_of(*entries), settings=settings).findings
    return {each.rule: each for each in found}


def one(reading: WeekReading, rule: str) -> WeekFinding:
    """The one finding of a rule."""
    (found,) = (each for each in reading.findings if each.rule == rule)
    return found


def rules_of(reading: WeekReading) -> list[str]:
    """The rules that found something, in their order."""
    return [each.rule for each in reading.findings]


def words(finding: WeekFinding) -> tuple[str, str]:
    """The fact and its reason in English."""
    return str(finding.message), str(finding.reason)


def mended(reading: WeekReading, rule: str) -> tuple[str, WeekReading]:
    """The name of the fix for the rule's one finding, and the week with it."""
    fix = fix_for(reading, one(reading, rule))
    assert fix is not None
    agenda = fix.edit(reading.agenda)
    after = examine_week(
        agenda,
        reading.week,
        reading.plan,
        reading.library,
        reading.settings,
        reading.today,
        reading.sums,
    )
    return str(fix.label), after
