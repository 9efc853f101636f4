from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.plan import (
    Phase,
    PhaseKind,
    Plan,
    calendar_week,
    last_day,
    phase_of,
    plan_week,
    week_number,
    week_of,
    weeks_of,
)

MONDAY = date(2026, 11, 23)
TEN_DAYS = Plan("p", "Masters", MONDAY, weeks=4, cycle_days=10)


def test_a_calendar_week_runs_from_monday_to_sunday() -> None:
    week = calendar_week(date(2026, 11, 29))
    assert (week.first, week.last) == (MONDAY, date(2026, 11, 29))
    assert len(week.dates) == 7
    assert calendar_week(date(2026, 11, 30)).first == date(2026, 11, 30)


def test_weeks_of_ten_days_follow_each_other_without_a_gap() -> None:
    weeks = weeks_of(TEN_DAYS)
    assert [week.number for week in weeks] == [1, 2, 3, 4]
    assert weeks[0].last + timedelta(days=1) == weeks[1].first
    assert last_day(TEN_DAYS) == weeks[-1].last == MONDAY + timedelta(days=39)


@pytest.mark.parametrize(
    ("day", "number"),
    [(-1, 0), (0, 1), (9, 1), (10, 2), (39, 4), (40, 0)],
)
def test_a_day_is_in_the_week_that_holds_it(day: int, number: int) -> None:
    assert week_number(TEN_DAYS, MONDAY + timedelta(days=day)) == number


def test_before_and_after_a_plan_its_steps_go_on_without_a_number() -> None:
    before = week_of(TEN_DAYS, MONDAY - timedelta(days=1))
    after = week_of(TEN_DAYS, MONDAY + timedelta(days=40))
    assert (before.first, before.number) == (MONDAY - timedelta(days=10), 0)
    assert (after.first, after.number) == (MONDAY + timedelta(days=40), 0)


def test_a_plan_without_a_start_has_no_weeks() -> None:
    plan = Plan("p", "Some day", weeks=8)
    assert weeks_of(plan) == ()
    assert last_day(plan) is None
    assert week_number(plan, MONDAY) == 0
    assert week_of(plan, MONDAY) == calendar_week(MONDAY)
    with pytest.raises(ValueError, match="p"):
        plan_week(plan, 1)


def test_phases_follow_each_other_from_the_first_week() -> None:
    plan = Plan("p", "Base", MONDAY, 8, phases=(Phase(PhaseKind.BASE, 3), Phase(PhaseKind.PEAK, 2)))
    kinds = [phase_of(plan, number) for number in range(7)]
    base, peak = PhaseKind.BASE, PhaseKind.PEAK
    assert kinds == [None, base, base, base, peak, peak, None]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(5, 14), st.integers(-4000, 4000))
def test_every_day_lies_in_its_week(start: date, cycle: int, offset: int) -> None:
    plan = Plan("p", "Plan", start, 104, cycle)
    day = start + timedelta(days=offset)
    week = week_of(plan, day)
    assert day in week
    assert week.number == week_number(plan, day)
    assert (week.first - start).days % cycle == 0
