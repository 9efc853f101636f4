from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hemipelvi_gui.coach.replanning import Ground, Wishes, replanned, wishes_fault
from hemipelvi_gui.coach.starting import Choices
from hemipelvi_gui.domain.agenda import Agenda, difference
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan
from hemipelvi_gui.domain.plan_edits import left_outside
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.settings import Settings
from tests.builders import library
from tests.unit.coach.starts import begun

START = date(2026, 11, 30)
RACE = date(2027, 3, 21)


def ground(today: date = START) -> Ground:
    return Ground(library(), Settings(), today)


@pytest.fixture
def marathon() -> tuple[Plan, Agenda]:
    return begun("marathon-build", Choices(START, RACE))


def test_no_wish_changes_nothing(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    assert not difference(agenda, replanned(agenda, plan.id, Wishes(), ground()))


def test_another_start_takes_race_and_taper_along(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    after = replanned(agenda, plan.id, Wishes(start=START + timedelta(days=14)), ground())
    assert after.runs[plan.goal].date == RACE + timedelta(days=14)
    for key, each in agenda.sessions.items():
        assert after.sessions[key].blocks == each.blocks


def test_fewer_weeks_leave_cards_outside(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    after = replanned(agenda, plan.id, Wishes(weeks=10), ground())
    assert after.sessions == agenda.sessions
    assert left_outside(after, after.plans[plan.id])


def test_a_new_race_is_the_goal_and_has_its_own_taper(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    new = Run("new", "Half", RunKind.RACE, RACE - timedelta(days=42))
    after = replanned(agenda, plan.id, Wishes(race=new), ground())
    assert after.plans[plan.id].goal == "new"
    assert after.runs["new"].plan == plan.id
    changed = {
        each.date
        for key, each in after.sessions.items()
        if each.blocks != agenda.sessions[key].blocks and each.date is not None
    }
    assert all(0 < (new.date - day).days <= 14 for day in changed)
    assert changed


def test_wishes_together_are_one_edit(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    wishes = Wishes(name=" Spring ", notes="Slow", phases=(Phase(PhaseKind.PEAK, 2),), goal="")
    after = replanned(agenda, plan.id, wishes, ground()).plans[plan.id]
    assert (after.name, after.notes, after.phases, after.goal) == (
        "Spring",
        "Slow",
        (Phase(PhaseKind.PEAK, 2),),
        "",
    )


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        (Wishes(name="  "), "needs a name"),
        (Wishes(weeks=0), "one week or more"),
        (Wishes(weeks=521), "520 weeks at most"),
        (Wishes(cycle_days=4), "5 to 14 days"),
        (Wishes(phases=(Phase(PhaseKind.BASE, 17),)), "together"),
        (Wishes(start=date.max), "calendar ends"),
        (Wishes(start=START - timedelta(days=200)), "is past"),
        (Wishes(race_day=START - timedelta(days=1)), "is past"),
        (Wishes(race_day=RACE + timedelta(days=90)), "after the plan ends"),
    ],
)
def test_what_can_not_be_is_told(marathon: tuple[Plan, Agenda], wishes: Wishes, words: str) -> None:
    plan, agenda = marathon
    assert words in str(wishes_fault(agenda, plan.id, wishes, ground()))


def test_a_race_before_the_start_is_told(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    early = ground(START - timedelta(days=30))
    wishes = Wishes(race_day=START - timedelta(days=1))
    assert "before the plan starts" in str(wishes_fault(agenda, plan.id, wishes, early))


def test_a_race_that_is_past_already_is_no_fault(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    late = ground(RACE + timedelta(days=30))
    assert wishes_fault(agenda, plan.id, Wishes(name="Spring"), late) is None


def test_a_deload_for_weeks_that_are_gone_is_passed_over(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    after = replanned(agenda, plan.id, Wishes(weeks=5, deloads={9: True, 3: True}), ground())
    assert after.plans[plan.id].deloads == (3, 4)


def test_a_plan_without_a_start_can_be_changed(marathon: tuple[Plan, Agenda]) -> None:
    plan, agenda = marathon
    bare = Agenda(plans={plan.id: replace(plan, start=None, goal="")})
    after = replanned(bare, plan.id, Wishes(weeks=4, deloads={2: True}), ground())
    assert after.plans[plan.id].deloads == (2, 4)
    assert wishes_fault(bare, plan.id, Wishes(weeks=4), ground()) is None
    assert not difference(agenda, agenda)
