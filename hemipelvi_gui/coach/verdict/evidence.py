"""The numbers that the rule looks at, as of one week, and what of them is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import fsum, log
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.verdict.lifting import Lift
from hemipelvi_gui.coach.verdict.series import Basis
from hemipelvi_gui.coach.verdict.statistics import Difference, Line, difference, line
from hemipelvi_gui.coach.verdict.weeks import Windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemipelvi_gui.coach.verdict.lifting import Exposure
    from hemipelvi_gui.coach.verdict.series import Series, Weeks

PRIORS = {Basis.HEART_RATE: 0.02, Basis.PACE: 0.03, Basis.RACES: 0.03}
TIGHTNESS_PRIOR = 0.8
RUNS_A_WEEK = 2
LEAST_WEEKS_BEFORE, LEAST_RECENT_WEEKS = 8, 3
LEAST_RATINGS = 6
LEAST_EXPOSURES, LEAST_LIFT_WEEKS = 4, 6
LEAST_RACES, LEAST_RACES_A_SIDE = 3, 2


class Lack(StrEnum):
    """What there may be too little of."""

    WEEKS_BEFORE = "baseline_weeks"
    RECENT_WEEKS = "recent_weeks"
    RACES = "races"
    RACES_BEFORE = "races_before"
    RECENT_RACES = "recent_races"
    RATINGS = "tightness_ratings"
    RATINGS_BEFORE = "tightness_before"
    EXPOSURES = "lift_exposures"
    LIFT_WEEKS = "lift_weeks"


class Shortfall(NamedTuple):
    """So many there are, and so many it takes."""

    lack: Lack
    have: int
    need: int


@dataclass(frozen=True)
class Rise:
    """The big lifts: the line through their weekly means, each lift about its own mean.

    `weeks`, `means` and `counts` go together: number of the week, mean ln e1RM, exposures. `lifts`
    are those in it, the one with most exposures first; `doubtful` counts exposures.
    """

    line: Line
    weeks: tuple[int, ...]
    means: tuple[float, ...]
    counts: tuple[int, ...]
    lifts: tuple[Lift, ...]
    exposures: int
    doubtful: int


@dataclass(frozen=True)
class Evidence:
    """What one week's log says; None where it says too little, and then `missing` says why."""

    windows: Windows
    basis: Basis
    running: Difference | None
    tightness: Difference | None
    lift: Rise | None
    missing: tuple[Shortfall, ...]


def basis_of(series: Series) -> Basis:
    """What running is judged by: the first that there is enough of, else the most promising."""
    windows = Windows(series.last)
    for basis in (Basis.HEART_RATE, Basis.PACE, Basis.RACES):
        if not running_lacks(series, windows, basis):
            return basis
    for basis in (Basis.HEART_RATE, Basis.PACE):
        if any(week in windows.both for week in series.running.get(basis, ())):
            return basis
    return Basis.RACES if series.races else Basis.HEART_RATE


def evidence(series: Series, basis: Basis, last: int | None = None) -> Evidence:
    """As of the week `last`, or of the series' last one."""
    windows = Windows(series.last if last is None else last)
    short_runs = running_lacks(series, windows, basis)
    short_ratings = _tightness_lacks(series.tightness, windows)
    within = [each for each in series.exposures if each.week in windows.both]
    short_lifts = _lift_lacks(within)
    return Evidence(
        windows,
        basis,
        None if short_runs else _running(series, windows, basis),
        None if short_ratings else _of_weeks(series.tightness, windows, TIGHTNESS_PRIOR),
        None if short_lifts else _rise(within),
        (*short_runs, *short_ratings, *short_lifts),
    )


def lacks(series: Series, basis: Basis, windows: Windows) -> tuple[Shortfall, ...]:
    """All that is too little as of these weeks."""
    within = [each for each in series.exposures if each.week in windows.both]
    return (
        *running_lacks(series, windows, basis),
        *_tightness_lacks(series.tightness, windows),
        *_lift_lacks(within),
    )


def running_lacks(series: Series, windows: Windows, basis: Basis) -> tuple[Shortfall, ...]:
    """What is too little of the runs, judged by this."""
    if basis is Basis.RACES:
        before, recent = _race_sides(series, windows)
        return _short(
            (Lack.RACES, len(before) + len(recent), LEAST_RACES),
            (Lack.RACES_BEFORE, len(before), LEAST_RACES_A_SIDE),
            (Lack.RECENT_RACES, len(recent), LEAST_RACES_A_SIDE),
        )
    weeks = full_weeks(series.running.get(basis, {}))
    return _short(
        (Lack.WEEKS_BEFORE, _count(weeks, windows.before), LEAST_WEEKS_BEFORE),
        (Lack.RECENT_WEEKS, _count(weeks, windows.recent), LEAST_RECENT_WEEKS),
    )


def full_weeks(weeks: Weeks) -> Weeks:
    """Those with two runs or more; one run is no median."""
    return {week: each for week, each in weeks.items() if each.count >= RUNS_A_WEEK}


def _tightness_lacks(weeks: Weeks, windows: Windows) -> tuple[Shortfall, ...]:
    ratings = sum(weeks[week].count for week in windows.recent if week in weeks)
    return _short(
        (Lack.RATINGS, ratings, LEAST_RATINGS),
        (Lack.RATINGS_BEFORE, _count(weeks, windows.before), 1),
    )


def _lift_lacks(within: Sequence[Exposure]) -> tuple[Shortfall, ...]:
    """One lift must have been done often enough, and over weeks enough; the likeliest counts."""
    by_lift = _by_lift(within).values()
    often = max((_often(each) for each in by_lift), default=(0, 0))
    if often >= (LEAST_EXPOSURES, LEAST_LIFT_WEEKS):
        return ()
    counts, spans = often
    return _short((Lack.EXPOSURES, counts, LEAST_EXPOSURES)) or _short(
        (Lack.LIFT_WEEKS, spans, LEAST_LIFT_WEEKS)
    )


def _often(exposures: Sequence[Exposure]) -> tuple[int, int]:
    """How often, as far as that matters, and over how many weeks from the first to the last."""
    weeks = [each.week for each in exposures]
    return min(len(weeks), LEAST_EXPOSURES), max(weeks) - min(weeks) + 1


def _by_lift(exposures: Iterable[Exposure]) -> dict[Lift, list[Exposure]]:
    found: dict[Lift, list[Exposure]] = {}
    for each in exposures:
        found.setdefault(each.lift, []).append(each)
    return found


def _running(series: Series, windows: Windows, basis: Basis) -> Difference:
    if basis is Basis.RACES:
        before, recent = _race_sides(series, windows)
        return difference(before, recent, PRIORS[basis])
    return _of_weeks(full_weeks(series.running[basis]), windows, PRIORS[basis])


def _of_weeks(weeks: Weeks, windows: Windows, prior: float) -> Difference:
    return difference(_values(weeks, windows.before), _values(weeks, windows.recent), prior)


def _race_sides(series: Series, windows: Windows) -> tuple[list[float], list[float]]:
    """Races before the last eight weeks and in them, as ln speed: larger is faster."""
    before, recent = (
        [-log(each.ten_km_s) for each in series.races if each.week in window]
        for window in (windows.races_before, windows.recent_races)
    )
    return before, recent


def race_change(series: Series, windows: Windows) -> float | None:
    """How much faster the races of the last eight weeks were, as ln; None without both."""
    before, recent = _race_sides(series, windows)
    return fsum(recent) / len(recent) - fsum(before) / len(before) if before and recent else None


def _rise(within: Sequence[Exposure]) -> Rise:
    # What was done once has no mean of its own to be held against.
    by_lift = {lift: each for lift, each in _by_lift(within).items() if len(each) > 1}
    centred: dict[int, list[float]] = {}
    for group in by_lift.values():
        mean = fsum(each.value for each in group) / len(group)
        for each in group:
            centred.setdefault(each.week, []).append(each.value - mean)
    weeks = tuple(sorted(centred))
    means = tuple(fsum(centred[week]) / len(centred[week]) for week in weeks)
    counts = tuple(len(centred[week]) for week in weeks)
    lifts = sorted(by_lift, key=lambda lift: (-len(by_lift[lift]), lift.exercise, lift.variant))
    return Rise(
        line(weeks, means, counts),
        weeks,
        means,
        counts,
        tuple(lifts),
        sum(counts),
        sum(each.doubtful for group in by_lift.values() for each in group),
    )


def _short(*rows: tuple[Lack, int, int]) -> tuple[Shortfall, ...]:
    return tuple(Shortfall(*row) for row in rows if row[1] < row[2])


def _count(weeks: Weeks, window: range) -> int:
    return sum(week in weeks for week in window)


def _values(weeks: Weeks, window: range) -> list[float]:
    return [weeks[week].value for week in window if week in weeks]
