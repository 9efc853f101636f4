from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hemipelvi_gui.coach.replanning import Ground
from hemipelvi_gui.coach.shifting import (
    Shift,
    outcome,
    shift_fault,
    shifted,
    skipped,
    stretch,
)
from hemipelvi_gui.coach.starting import Choices
from hemipelvi_gui.domain.agenda import Agenda, difference, in_plan, with_entries
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.plan import Plan, plan_week
from hemipelvi_gui.domain.settings import Settings
from tests.builders import library
from tests.unit.coach.starts import begun

START = date(2026, 11, 30)
RACE = date(2027, 3, 21)
WEEK = timedelta(weeks=1)


def ground(today: date = START) -> Ground:
    return Ground(library(), Settings(), today)


@pytest.fixture
def marathon() -> tuple[Plan, Agenda]:
    return begun("marathon-build", Choices(START, RACE))


@pytest.fixture
def endless() -> tuple[Plan, Agenda]:
    return begun("two-gym-days", Choices(START))


def dose(agenda: Agenda, plan: Plan, week: int) -> float:
    days = plan_week(plan, week)
    return sum(
        balance(each, library()).hse
        for each in agenda.sessions.values()
        if each.date is not None and each.date in days
    )


def test_what_comes_before_the_day_stays(endless: tuple[Plan, Agenda]) -> None:
    plan, agenda = endless
    since = START + 2 * WEEK
    after = shifted(agenda, plan.id, Shift(since, 7), ground())
    for key, each in agenda.sessions.items():
        assert each.date is not None
        moved = each.date + WEEK if each.date >= since else each.date
        assert after.sessions[key].date == moved


def test_deloads_go_with_their_cards_by_whole_weeks(endless: tuple[Plan, Agenda]) -> None:
    plan, agenda = endless
    after = shifted(agenda, plan.id, Shift(START + 4 * WEEK, 7), ground())
    later = after.plans[plan.id]
    assert (plan.deloads, later.deloads) == ((4, 8, 12), (4, 9, 13))
    assert later.weeks == plan.weeks + 1
    assert {
        key for key, each in after.sessions.items() if each.blocks != agenda.sessions[key].blocks
    } == set()


def test_a_phase_gets_the_weeks_that_are_put_in(endless: tuple[Plan, Agenda]) -> None:
    plan, agenda = endless
    after = shifted(agenda, plan.id, Shift(START + 5 * WEEK, 14), ground())
    assert [each.weeks for each in plan.phases] == [4, 8]
    assert [each.weeks for each in after.plans[plan.id].phases] == [4, 10]


def test_the_race_stays_and_the_taper_is_made_anew(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    shift = Shift(START + 10 * WEEK, 7, longer=False)
    after = shifted(agenda, plan.id, shift, ground())
    assert after.runs[plan.goal] == agenda.runs[plan.goal]
    assert after.plans[plan.id].weeks == plan.weeks
    would = outcome(agenda, plan.id, shift)
    assert would.after_race == would.after_plan > 0
    assert dose(after, plan, 16) < dose(after, plan, 13)


def test_the_race_moves_with_the_rest_where_it_is_wanted(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    shift = Shift(START + 10 * WEEK, 7, with_race=True)
    after = shifted(agenda, plan.id, shift, ground())
    assert after.runs[plan.goal].date == RACE + WEEK
    assert outcome(agenda, plan.id, shift).after_race == 0
    assert after.plans[plan.id].weeks == 17
    assert all(each.blocks == agenda.sessions[key].blocks for key, each in after.sessions.items())


def test_what_was_done_stays(endless: tuple[Plan, Agenda]) -> None:
    plan, agenda = endless
    first = min(agenda.sessions.values(), key=lambda each: str(each.date))
    assert first.date is not None
    done = DoneSession("d", first.name, first.date, first.id)
    logged = replace(agenda, diary={"d": done})
    after = shifted(logged, plan.id, Shift(START, 3), ground())
    assert after.sessions[first.id] == first
    assert outcome(logged, plan.id, Shift(START, 3)).done == 1
    assert first.id not in stretch(logged, plan.id, START, START + WEEK)


def test_a_shift_back_and_forth_is_no_change(endless: tuple[Plan, Agenda]) -> None:
    plan, agenda = endless
    there = shifted(agenda, plan.id, Shift(START, 21, longer=False), ground())
    days = {key: each.date for key, each in agenda.sessions.items()}
    back = shifted(there, plan.id, Shift(START + 3 * WEEK, -21, longer=False), ground())
    assert {key: each.date for key, each in back.sessions.items()} == days


def test_nothing_changes_by_no_days(endless: tuple[Plan, Agenda]) -> None:
    plan, agenda = endless
    assert not difference(agenda, shifted(agenda, plan.id, Shift(START, 0), ground()))


@pytest.mark.parametrize(
    ("shift", "words"),
    [
        (Shift(START, -7), "before the plan starts"),
        (Shift(START, 3_650_000), "calendar ends"),
        (Shift(RACE, -105, with_race=True), "is past"),
    ],
)
def test_what_can_not_be_is_told(marathon: tuple[Plan, Agenda], shift: Shift, words: str) -> None:
    plan, agenda = marathon
    found = shift_fault(agenda, plan.id, shift, RACE - timedelta(days=100))
    assert words in str(found)


def test_days_are_skipped_without_the_race(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    last = RACE - timedelta(days=6)
    after = skipped(agenda, plan.id, last, RACE)
    assert not after.runs[plan.goal].skipped
    assert all(
        each.skipped
        for each in in_plan(after, plan.id)
        if each.date and each.date >= last and each.id != plan.goal
    )
    assert skipped(agenda, plan.id, last, RACE, with_race=True).runs[plan.goal].skipped


def test_cards_of_other_plans_stay(endless: tuple[Plan, Agenda]) -> None:
    plan, agenda = endless
    other = replace(next(iter(agenda.sessions.values())), id="other", plan="")
    both = with_entries(agenda, [other])
    assert shifted(both, plan.id, Shift(START, 5), ground()).sessions["other"] == other
