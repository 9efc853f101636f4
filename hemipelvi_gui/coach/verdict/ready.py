"""When there can be enough to say something, if from now on all is logged every week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.evidence import LEAST_RATINGS, RUNS_A_WEEK, lacks
from hemipelvi_gui.coach.verdict.lifting import Exposure, Lift
from hemipelvi_gui.coach.verdict.running import Race
from hemipelvi_gui.coach.verdict.series import Basis, Weekly
from hemipelvi_gui.coach.verdict.weeks import BEFORE, DAYS, RECENT, Windows, first_day, last_day

if TYPE_CHECKING:
    from hemipelvi_gui.coach.verdict.series import Series

NEW = Lift("")
FULL = Weekly(0.0, max(RUNS_A_WEEK, LEAST_RATINGS))


def earliest(series: Series, basis: Basis) -> date | None:
    """The Sunday on which the first verdict can be, None if the calendar ends before it.

    Every week from the one after `series.last` on is taken to have two easy runs (or races, where
    those are compared), ratings and each big lift.
    """
    for count in range(BEFORE + RECENT + 1):
        last = series.last + count
        if (last + 1) * DAYS > date.max.toordinal():
            return None
        if not lacks(_logged(series, basis, count), basis, Windows(last)):
            return last_day(last)
    return None


def _logged(series: Series, basis: Basis, count: int) -> Series:
    """The series with so many more weeks in which nothing is missing."""
    weeks = range(series.last + 1, series.last + 1 + count)
    full = dict.fromkeys(weeks, FULL)
    known = {each.lift for each in series.exposures} | {NEW}
    lifts = [
        Exposure(week, week * DAYS, "", lift, 0.0, False, 1.0)
        for week in weeks
        for lift in sorted(known, key=str)
    ]
    races = [Race(week, first_day(week), 5000.0, 1500.0, 3000.0) for week in weeks] * RUNS_A_WEEK
    return replace(
        series,
        running={**series.running, basis: {**series.running.get(basis, {}), **full}},
        tightness={**series.tightness, **full},
        exposures=(*series.exposures, *lifts),
        races=(*series.races, *(races if basis is Basis.RACES else ())),
    )
