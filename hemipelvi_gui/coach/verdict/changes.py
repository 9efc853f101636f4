"""Differences and slopes of logarithms, as people read them: per cent, points, seconds a km."""

from __future__ import annotations

from math import exp, expm1
from statistics import median
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.result import Bilateral, Change, Pace, Unit
from hemipelvi_gui.coach.verdict.series import Basis
from hemipelvi_gui.coach.verdict.statistics import theil_sen
from hemipelvi_gui.coach.verdict.weeks import (
    BEFORE,
    RACE_WEEKS,
    RECENT,
    Windows,
)
from hemipelvi_gui.domain.running import TEN_KM

if TYPE_CHECKING:
    from hemipelvi_gui.coach.verdict.evidence import Evidence, Rise
    from hemipelvi_gui.coach.verdict.series import Series
    from hemipelvi_gui.coach.verdict.statistics import Difference

KM, MINUTE_S = 1000, 60.0
# Beyond this a z is as good as certain, and JSON has no infinity.
MOST_Z = 999.0


def efficiency_change(of: Evidence) -> Change | None:
    """The change of EF, of easy speed or of race speed, in %."""
    if of.running is None:
        return None
    apart = RACE_WEEKS / 2 if of.basis is Basis.RACES else (BEFORE + RECENT) / 2
    low, high = of.running.interval()
    return Change(
        100 * expm1(of.running.change),
        100 * expm1(low),
        100 * expm1(high),
        Unit.PERCENT,
        _bounded(of.running.z),
        of.running.probability,
        apart,
    )


def tightness_change(of: Evidence) -> Change | None:
    """In points of the scale from 0 to 10."""
    found = of.tightness
    if found is None:
        return None
    z = _bounded(found.z)
    apart = (BEFORE + RECENT) / 2
    return Change(found.change, *found.interval(), Unit.POINTS, z, found.probability, apart)


def lift_change(of: Evidence) -> Change | None:
    """Theil-Sen's slope of ln e1RM from the first week to the last, in %; z is the line's."""
    rise = of.lift
    trend = None if rise is None else theil_sen(rise.weeks, rise.means)
    if rise is None or trend is None:
        return None
    span = rise.weeks[-1] - rise.weeks[0]
    change, low, high = (
        100 * expm1(slope * span) for slope in (trend.slope, trend.low, trend.high)
    )
    line = rise.line
    return Change(change, low, high, Unit.PERCENT, _bounded(line.t), line.probability, span)


def pace_of(series: Series, of: Evidence) -> Pace | None:
    """The change of running in seconds."""
    if of.running is None:
        return None
    beats = usual_heart_rate(series, of.windows) if of.basis is Basis.HEART_RATE else None
    if of.basis is Basis.RACES:
        metres, factor = round(TEN_KM), 1.0
    elif of.basis is Basis.PACE or beats is None:
        metres, factor = KM, KM * MINUTE_S
    else:
        metres, factor = KM, KM * MINUTE_S / beats
    return _paced(of.running, metres, factor, beats)


def _paced(running: Difference, metres: int, factor: float, beats: float | None) -> Pace:
    low, high = running.interval()
    before, recent = factor * exp(-running.before), factor * exp(-running.recent)
    # More speed is fewer seconds, so the ends change places.
    return Pace(metres, before, recent, before * expm1(-high), before * expm1(-low), beats)


def usual_heart_rate(series: Series, windows: Windows) -> float | None:
    """Median heart rate of the runs that count in these weeks, None where there are none."""
    beats = [
        each.run.heart_rate
        for each in series.easy.by_heart_rate
        if each.week in windows.both and each.run.heart_rate
    ]
    return median(beats) if beats else None


def bilateral_of(series: Series, windows: Windows) -> Bilateral | None:
    """The big lift with the most HSE of the recent weeks, else of all sixteen."""
    for window in (windows.recent, windows.both):
        doses: dict[str, float] = {}
        for each in series.exposures:
            if each.week in window:
                doses[each.lift.exercise] = doses.get(each.lift.exercise, 0.0) + each.hse
        if doses:
            most = min(doses, key=lambda name: (-doses[name], name))
            return Bilateral(most, doses[most])
    return None


def lifts_of(rise: Rise | None) -> tuple[str, ...]:
    """Ids of the exercises behind a rise, the one with most exposures first."""
    return tuple(dict.fromkeys(lift.exercise for lift in rise.lifts)) if rise else ()


def worst_pain(series: Series, windows: Windows) -> float | None:
    """The worst pain of the recent weeks, None where none was rated."""
    rated = (series.pains[week] for week in windows.recent if week in series.pains)
    return max(rated, default=None)


def _bounded(z: float) -> float:
    return min(max(z, -MOST_Z), MOST_Z)
