"""A week made a deload and an ordinary one again; a race on another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import fsum
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.coach.easier_weeks import set_deload, with_light_weeks
from hemipelvi_gui.coach.starting import Choices
from hemipelvi_gui.domain.agenda import difference
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.plan import Plan, plan_week
from hemipelvi_gui.domain.plan_edits import move_race, set_goal
from hemipelvi_gui.domain.session import items
from tests.builders import library
from tests.unit.coach.starts import begun

if TYPE_CHECKING:
    from hemipelvi_gui.domain.agenda import Agenda

MONDAY = date(2026, 11, 30)


def dose(agenda: Agenda, plan: Plan, week: int) -> float:
    days = plan_week(plan, week)
    found = [each for each in agenda.sessions.values() if each.date in days]
    return fsum(balance(each, library()).hse for each in found)


def with_race_on(agenda: Agenda, plan: Plan, day: date, since: date = MONDAY) -> Agenda:
    after = move_race(agenda, plan.id, day)
    return with_light_weeks(agenda, after, plan.id, library(), since)


def test_a_deload_takes_almost_half_and_touches_no_other_week() -> None:
    plan, agenda = begun("two-gym-days", Choices(MONDAY))
    after = set_deload(agenda, plan.id, 6, True, library())
    assert after.plans[plan.id].deloads == (4, 6, 8, 12)
    assert dose(after, plan, 6) == pytest.approx(0.55 * dose(agenda, plan, 6), abs=0.5)
    days = plan_week(plan, 6)
    changed = difference(agenda, after).sessions
    assert {each.date for each in changed.values() if each} <= set(days.dates)


def test_loads_and_progressions_stay_as_they_are() -> None:
    plan, agenda = begun("two-gym-days", Choices(MONDAY))
    after = set_deload(agenda, plan.id, 6, True, library())
    for key, session in after.sessions.items():
        before = {item.id: item for item in items(agenda.sessions[key])}
        for item in items(session):
            sets = item.prescription.sets
            was = before[item.id]
            assert item == replace(was, prescription=replace(was.prescription, sets=sets))


def test_an_ordinary_week_again_is_as_it_was() -> None:
    plan, agenda = begun("two-gym-days", Choices(MONDAY))
    there = set_deload(agenda, plan.id, 6, True, library())
    back = set_deload(there, plan.id, 6, False, library())
    assert not difference(agenda, back)


def test_a_deload_of_the_recipe_can_be_made_an_ordinary_week() -> None:
    plan, agenda = begun("two-gym-days", Choices(MONDAY))
    after = set_deload(agenda, plan.id, 4, False, library())
    assert dose(after, plan, 4) == pytest.approx(dose(agenda, plan, 3))
    assert after.plans[plan.id].deloads == (8, 12)


def test_what_was_logged_stays() -> None:
    plan, agenda = begun("two-gym-days", Choices(MONDAY))
    days = plan_week(plan, 6)
    first, second = sorted(
        (each for each in agenda.sessions.values() if each.date in days),
        key=lambda each: str(each.date),
    )
    done = DoneSession("d", first.name, days.first, session=first.id)
    logged = replace(agenda, diary={"d": done})
    after = set_deload(logged, plan.id, 6, True, library())
    assert after.sessions[first.id] == first
    assert after.sessions[second.id] != second
    back = set_deload(after, plan.id, 6, False, library())
    assert back.sessions[first.id] == first


def test_asked_twice_nothing_more_happens() -> None:
    plan, agenda = begun("two-gym-days", Choices(MONDAY))
    assert set_deload(agenda, plan.id, 4, True, library()) is agenda
    assert set_deload(agenda, plan.id, 5, False, library()) is agenda


def test_a_taper_stays_light_when_its_deload_is_taken_off() -> None:
    plan, agenda = begun("marathon-build", Choices(MONDAY))
    there = set_deload(agenda, plan.id, 16, True, library())
    back = set_deload(there, plan.id, 16, False, library())
    assert dose(back, plan, 16) == dose(agenda, plan, 16)


def test_a_week_that_is_not_there_is_refused() -> None:
    plan, agenda = begun("travel", Choices(MONDAY))
    with pytest.raises(ValueError, match="3"):
        set_deload(agenda, plan.id, 3, True, library())
    with pytest.raises(KeyError):
        set_deload(agenda, "other", 1, True, library())


def test_without_a_start_only_the_plan_changes() -> None:
    plan, agenda = begun("travel", Choices(MONDAY))
    nowhere = replace(agenda, plans={plan.id: replace(plan, start=None)})
    after = set_deload(nowhere, plan.id, 2, True, library())
    assert after.plans[plan.id].deloads == (2,)
    assert after.sessions == agenda.sessions


def test_a_race_on_another_day_takes_its_taper_along() -> None:
    plan, agenda = begun("marathon-build", Choices(MONDAY))
    day = agenda.runs[plan.goal].date - timedelta(days=14)
    after = with_race_on(agenda, plan, day)
    assert after.runs[plan.goal].date == day
    # Weeks 9 and 10 were the fullest of late.
    assert dose(after, plan, 14) == pytest.approx(0.5 * dose(agenda, plan, 10), abs=0.5)
    assert dose(after, plan, 13) == pytest.approx(0.7 * dose(agenda, plan, 10), abs=0.5)
    assert all(after.sessions[key].date == each.date for key, each in agenda.sessions.items())


def test_moved_there_and_back_every_week_has_the_work_it_had() -> None:
    plan, agenda = begun("marathon-build", Choices(MONDAY))
    race_day = agenda.runs[plan.goal].date
    for days in (-28, -14, -7, -3, 3, 7, 14):
        day = race_day + timedelta(days=days)
        there = with_race_on(agenda, plan, day)
        back = with_race_on(there, plan, race_day)
        assert back.runs == agenda.runs
        for week in range(1, 17):
            assert dose(back, plan, week) == pytest.approx(dose(agenda, plan, week), abs=0.5)


def test_what_is_past_stays_when_the_race_moves() -> None:
    plan, agenda = begun("marathon-build", Choices(MONDAY))
    race_day = agenda.runs[plan.goal].date
    after = with_race_on(agenda, plan, race_day + timedelta(days=21), race_day)
    assert set(difference(agenda, after).runs) == {plan.goal}
    assert not difference(agenda, after).sessions


def test_without_its_race_a_plan_has_no_taper() -> None:
    plan, agenda = begun("marathon-build", Choices(MONDAY))
    earlier = agenda.runs[plan.goal].date - timedelta(days=14)
    tapered = with_race_on(agenda, plan, earlier)
    without = set_goal(tapered, plan.id, "")
    after = with_light_weeks(tapered, without, plan.id, library(), MONDAY)
    assert dose(tapered, plan, 14) < dose(agenda, plan, 14)
    assert dose(after, plan, 14) == dose(agenda, plan, 14)
    assert dose(after, plan, 3) == dose(agenda, plan, 3)


def test_a_plan_without_a_race_is_left_alone() -> None:
    plan, agenda = begun("travel", Choices(MONDAY))
    assert with_race_on(agenda, plan, MONDAY) is agenda
