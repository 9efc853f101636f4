"""The picture's plan in a few lines: eight weeks from Monday 2 November 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan
from hemipelvi_gui.domain.runs import Run, RunKind
from tests.builders import session_of
from tests.saving import putting

if TYPE_CHECKING:
    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.domain.session import Session

TODAY = date(2026, 11, 23)
START = date(2026, 11, 2)
BALANCED = ("trap-bar-deadlift 3x5 @7 100kg", "walking-lunge 6x8/side @7 2x16kg")
SQUATS = ("back-squat 5x5 @7 60kg", "walking-lunge 2x8/side @7 2x16kg")


def autumn(weeks: int = 8, **changes: object) -> Plan:
    """The picture's plan: today is in its fourth week, a deload."""
    phases = (Phase(PhaseKind.BASE, weeks // 2), Phase(PhaseKind.BUILD, weeks - weeks // 2))
    plan = Plan("autumn", "Autumn base", START, weeks, phases=phases, deloads=(4,), goal="race")
    return replace(plan, **changes)  # type: ignore[arg-type]  # fields of Plan


def day(at: int, week: int = 4) -> date:
    """A day of the plan: 0 is the Monday of its week."""
    return START + timedelta(days=7 * (week - 1) + at)


def gym(at: int, week: int = 4, *blocks: str, name: str = "Strength A") -> Session:
    """A session of the plan at 18:00; without blocks one in balance, with a big lift."""
    template = replace(session_of(*(blocks or BALANCED)), id=f"template {name}", name=name)
    return instance(template, day(at, week), "autumn", time(18), f"gym {at} {week}")


def run(at: int, kind: str = "easy", week: int = 4, **changes: object) -> Run:
    """A run of the plan, named after its kind."""
    made = Run(f"{kind} {at} {week}", f"{kind} run", RunKind(kind), day(at, week), plan="autumn")
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of Run


def picture(weeks: int = 8) -> Changes:
    """Weeks as in the picture: a big lift on Saturday, a long run on Sunday."""
    entries = [
        each
        for week in range(1, weeks + 1)
        for each in (gym(1, week), run(3, "quality", week), gym(5, week), run(6, "long", week))
    ]
    return putting(autumn(weeks), *entries)
