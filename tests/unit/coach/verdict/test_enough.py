"""How much of everything a verdict needs, and what stands in for heart rates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.coach.verdict import Basis, Code
from hemipelvi_gui.coach.verdict.weeks import first_day
from hemipelvi_gui.domain.log import Log
from tests.simulation.worlds import FIRST
from tests.unit.coach.verdict.logs import (
    AS_OF,
    RECENT_FROM,
    judged,
    log_with,
    raced,
    with_runs,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.domain.done_runs import DoneRun

HURTING = log_with(running=-0.05, tighter=2)
STEADY = log_with()


def without_weeks(log: Log, count: int) -> Log:
    """Runs of the first weeks of the twelve are lost."""
    until = RECENT_FROM - timedelta(weeks=12 - count)
    return with_runs(log, lambda run: None if run.date < until else run)


def fewer_ratings(log: Log, count: int) -> Log:
    recent = sorted(day.date for day in log.check_ins.values() if day.date >= RECENT_FROM)
    kept = set(recent[:count])
    return replace(
        log,
        check_ins={
            key: each
            for key, each in log.check_ins.items()
            if each.date < RECENT_FROM or each.date in kept
        },
    )


def fewer_lifts(log: Log, count: int) -> Log:
    days = sorted(each.date for each in log.diary.values())[-count:]
    return replace(log, diary={key: s for key, s in log.diary.items() if s.date in days})


def test_eight_of_the_weeks_before_need_two_runs() -> None:
    assert judged(without_weeks(STEADY, 4)).code is Code.NO_MATERIAL_CHANGE
    made = judged(without_weeks(STEADY, 5))
    assert (made.code, made.efficiency) == (Code.NOT_ENOUGH_DATA, None)
    (missing,) = made.missing
    assert str(missing) == "Weeks with two easy runs, in the twelve before the last four: 7 of 8."


def test_a_week_with_one_run_is_none() -> None:
    early = RECENT_FROM - timedelta(weeks=7)
    lonely = with_runs(
        STEADY, lambda run: run if run.date.weekday() == 0 or run.date >= early else None
    )
    assert judged(lonely).code is Code.NOT_ENOUGH_DATA


def test_three_of_the_last_four_weeks_need_two_runs() -> None:
    def until(weeks: int) -> Callable[[DoneRun], DoneRun | None]:
        return lambda run: run if run.date < RECENT_FROM + timedelta(weeks=weeks) else None

    # A quarter fewer km is not more than a quarter.
    assert judged(with_runs(STEADY, until(3))).missing == ()
    (missing,) = judged(with_runs(STEADY, until(2))).missing
    assert str(missing) == "Weeks with two easy runs, in the last four: 2 of 3."


def test_six_recent_ratings_of_tightness_are_needed() -> None:
    assert judged(fewer_ratings(STEADY, 6)).code is Code.NO_MATERIAL_CHANGE
    (missing,) = judged(fewer_ratings(STEADY, 5)).missing
    assert str(missing).endswith("in the last four weeks: 5 of 6.")


def test_tightness_before_is_needed_to_compare() -> None:
    recent = {key: day for key, day in STEADY.check_ins.items() if day.date >= RECENT_FROM}
    (missing,) = judged(replace(STEADY, check_ins=recent)).missing
    assert str(missing).endswith("in the twelve weeks before those: 0 of 1.")


def test_a_big_lift_must_have_been_done_four_times() -> None:
    (missing,) = judged(fewer_lifts(STEADY, 3)).missing
    assert "to failure: 3 of 4." in str(missing)


@pytest.mark.parametrize(("count", "enough"), [(5, False), (6, True)])
def test_a_big_lift_must_be_spread_over_six_weeks(count: int, enough: bool) -> None:
    made = judged(fewer_lifts(STEADY, count))
    assert (made.code is not Code.NOT_ENOUGH_DATA) is enough
    assert all(f"of a big lift: {count} of 6." in str(each) for each in made.missing)


def without_hearts(log: Log) -> Log:
    return with_runs(log, lambda run: replace(run, heart_rate=None))


def test_without_heart_rates_the_pace_of_easy_runs_takes_their_place() -> None:
    made = judged(without_hearts(HURTING))
    assert (made.basis, made.code) == (Basis.PACE, Code.HURTING)
    assert made.pace is not None
    assert made.pace.heart_rate is None
    # The prior is wider, and with it what can be told.
    assert (made.detectable_change or 0) > (judged(HURTING).detectable_change or 0)


def test_without_heart_rates_runs_that_nobody_marked_say_nothing() -> None:
    unmarked = with_runs(HURTING, lambda run: replace(run, heart_rate=None, kind=None))
    assert judged(unmarked).code is Code.NOT_ENOUGH_DATA


@pytest.mark.parametrize(
    ("races", "code"),
    [
        ((), Code.NOT_ENOUGH_DATA),
        (((1, 1300), (12, 1200), (20, 1200)), Code.NOT_ENOUGH_DATA),
        (((1, 1300), (2, 1300), (20, 1200)), Code.NOT_ENOUGH_DATA),
        (((1, 1300), (2, 1300), (27, 1200), (20, 1200)), Code.NOT_ENOUGH_DATA),
        (((1, 1300), (7, 1300), (8, 1200), (20, 1200)), Code.WATCH),
        (((1, 1400), (2, 1400), (12, 1200), (20, 1200)), Code.HURTING),
        (((1, 1100), (2, 1100), (12, 1200), (20, 1200)), Code.UNCLEAR),
    ],
)
def test_with_races_alone_two_are_needed_on_each_side(
    races: tuple[tuple[int, float], ...], code: Code
) -> None:
    made = judged(replace(HURTING, done_runs=raced(*races)))
    assert made.code is code
    assert made.basis is (Basis.RACES if races else Basis.HEART_RATE)


def test_it_tells_the_first_day_on_which_there_can_be_enough() -> None:
    # Eight full weeks must lie before the last four.
    assert judged(Log()).earliest == AS_OF + timedelta(weeks=12)
    # On Saturday the running week still counts in full.
    assert judged(Log(), AS_OF - timedelta(days=1)).earliest == AS_OF + timedelta(weeks=11)
    assert judged(without_weeks(STEADY, 5)).earliest == AS_OF + timedelta(weeks=1)
    assert judged(fewer_ratings(STEADY, 5)).earliest == AS_OF + timedelta(weeks=1)
    assert judged(fewer_lifts(STEADY, 3)).earliest == AS_OF + timedelta(weeks=3)
    two_races = raced((1, 1300), (20, 1200))
    assert judged(replace(HURTING, done_runs=two_races)).earliest == AS_OF + timedelta(weeks=9)
    assert judged(STEADY).earliest is None
    assert judged(Log(), date.max).earliest is None


def test_logged_so_every_week_there_is_enough_on_that_day_and_not_before() -> None:
    first = first_day(FIRST) - timedelta(days=1)
    day = judged(Log(), first).earliest
    assert day is not None
    assert judged(STEADY, day).missing == ()
    assert judged(STEADY, day - timedelta(days=1)).missing
