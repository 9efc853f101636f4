"""The four weeks before a swap beside its own: what changed meanwhile, not what changed it."""

from __future__ import annotations

from enum import StrEnum
from math import expm1
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.verdict.evidence import PRIORS, TIGHTNESS_PRIOR
from hemipelvi_gui.coach.verdict.running import easy_runs, highest_seen
from hemipelvi_gui.coach.verdict.series import Basis, tightness
from hemipelvi_gui.coach.verdict.statistics import difference
from hemipelvi_gui.coach.verdict.weeks import RECENT, last_complete_week, week_number
from hemipelvi_gui.domain.balance import sum_up
from hemipelvi_gui.domain.done_work import done_lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hemipelvi_gui.coach.swap_plan import Swap
    from hemipelvi_gui.domain.balance import Library, Line
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.domain.settings import Settings

# Weeks on each side before a mean of them is one.
LEAST_WEEKS = 2
# How far weekly shares of one runner lie apart as a rule; a default, as no study says.
SHARE_PRIOR = 0.08


class Measured(StrEnum):
    """What is compared."""

    SHARE = "share"
    RUNNING = "running"
    TIGHTNESS = "tightness"


class Beside(NamedTuple):
    """One measure before and during the swap, with the 90 % interval of its change.

    Shares are in per cent, running is the change of EF (or of easy speed) in per cent of before,
    whose `before` is 0, tightness is in points. `before_weeks` and `since_weeks` are how many had
    a value. `change`, `low` and `high` are None where either side has fewer than two.
    """

    what: Measured
    before_weeks: int
    since_weeks: int
    before: float | None = None
    since: float | None = None
    change: float | None = None
    low: float | None = None
    high: float | None = None


def before_and_since(
    log: Log, swap: Swap, library: Library, settings: Settings, today: date
) -> tuple[Beside, ...]:
    """Each measure over the four weeks before the swap and over its full weeks so far.

    What comes after its last day is no part of it, nor is a week that was half before.
    """
    begun = week_number(swap.first)
    before, since = range(begun - RECENT, begun), full_weeks(swap, today)
    runs = easy_runs(
        log.done_runs.values(),
        settings.max_heart_rate or highest_seen(log.done_runs.values(), today),
    )
    basis, counted = (
        (Basis.HEART_RATE, runs.by_heart_rate) if runs.by_heart_rate else (Basis.PACE, runs.by_pace)
    )
    medians = {week: value for week, (value, _count) in runs.medians(counted).items()}
    rated = {week: each.value for week, each in tightness(log.check_ins.values()).items()}
    shares = _shares(log, library, settings, range(before.start, max(since.stop, begun)))
    return (
        _scaled(_beside(Measured.SHARE, shares, before, since, SHARE_PRIOR)),
        _in_percent(_beside(Measured.RUNNING, medians, before, since, PRIORS[basis])),
        _beside(Measured.TIGHTNESS, rated, before, since, TIGHTNESS_PRIOR),
    )


def full_weeks(swap: Swap, today: date) -> range:
    """The weeks, Monday to Sunday, that lie in the swap and are over."""
    first = week_number(swap.first) + (swap.first.weekday() > 0)
    return range(first, min(last_complete_week(swap.last), last_complete_week(today)) + 1)


def _beside(
    what: Measured, weeks: Mapping[int, float], before: range, since: range, prior: float
) -> Beside:
    one = [weeks[week] for week in before if week in weeks]
    other = [weeks[week] for week in since if week in weeks]
    if min(len(one), len(other)) < LEAST_WEEKS:
        return Beside(what, len(one), len(other))
    found = difference(one, other, prior)
    low, high = found.interval()
    return Beside(what, len(one), len(other), found.before, found.recent, found.change, low, high)


def _scaled(of: Beside) -> Beside:
    """Shares in per cent."""
    numbers = (None if each is None else 100 * each for each in of[3:])
    return Beside(of.what, of.before_weeks, of.since_weeks, *numbers)


def _in_percent(of: Beside) -> Beside:
    """Differences of logarithms as per cent of what was before."""
    if of.change is None or of.low is None or of.high is None:
        return of
    change, low, high = (100 * expm1(each) for each in (of.change, of.low, of.high))
    return of._replace(before=0.0, since=change, change=change, low=low, high=high)


def _shares(log: Log, library: Library, settings: Settings, window: range) -> dict[int, float]:
    """The asymmetric share of each week with leg work."""
    lines: dict[int, list[Line]] = {}
    for each in log.diary.values():
        week = week_number(each.date)
        if week in window:
            lines.setdefault(week, []).extend(done_lines(each, library, settings.body_mass_kg))
    found = {week: sum_up(each).asymmetric_share for week, each in lines.items()}
    return {week: share for week, share in found.items() if share is not None}
