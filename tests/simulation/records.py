"""A made-up year as the records that a runner's log has, to be read like any other."""

from __future__ import annotations

from datetime import timedelta
from math import exp
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.weeks import first_day
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.prescription import Load, LoadKind
from hemipelvi_gui.domain.runs import RunKind
from tests.simulation.worlds import FIRST, LIFT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.simulation.worlds import Week

BEATS, MINUTES = 140.0, 50.0


def log_of(weeks: Sequence[Week]) -> Log:
    """Runs, check-ins and sessions that say what the weeks say."""
    runs: dict[str, DoneRun] = {}
    check_ins: dict[str, CheckIn] = {}
    diary: dict[str, DoneSession] = {}
    for number, week in enumerate(weeks):
        monday = first_day(FIRST + number)
        for place, value in enumerate(week.runs):
            name, day = f"run {number} {place}", monday + timedelta(days=2 * place)
            metres = exp(value) * BEATS * MINUTES
            runs[name] = DoneRun(
                name,
                "Easy",
                day,
                RunKind.EASY,
                metres=metres,
                seconds=MINUTES * 60,
                heart_rate=BEATS,
                device=week.device,
            )
        for place, rating in enumerate(week.ratings):
            name, day = f"check-in {number} {place}", monday + timedelta(days=place)
            check_ins[name] = CheckIn(name, day, hip_flexor_left=rating, back=0)
        for place, lifted in enumerate(week.lifts):
            name, day = f"session {number} {place}", monday + timedelta(days=place)
            best = DoneSet(1, load=Load(LoadKind.EXTERNAL, exp(lifted)), rpe=10)
            item = DoneItem(LIFT.exercise, sets=(best, best))
            diary[name] = DoneSession(name, "Gym", day, items=(item,))
    return Log(diary, runs, check_ins)
