from __future__ import annotations

from dataclasses import replace
from datetime import date

from hemipelvi_gui.coach.going_on import Pattern, gone_on, pattern_of
from hemipelvi_gui.coach.replanning import Ground, Wishes, replanned
from hemipelvi_gui.coach.starting import Choices
from hemipelvi_gui.domain.agenda import Agenda, in_plan
from hemipelvi_gui.domain.plan import Plan, plan_week, week_number
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.domain.settings import Settings
from tests.builders import library
from tests.unit.coach.starts import begun

START = date(2026, 11, 30)


def base() -> tuple[Plan, Agenda]:
    return begun("base", Choices(START))


def cards_in(agenda: Agenda, plan: Plan, week: int) -> list[tuple[int, str, str]]:
    """Day of the week, name and family of each card."""
    first = plan_week(plan, week).first
    return [
        (
            (each.date - first).days,
            each.name,
            each.template if isinstance(each, Session) else each.series,
        )
        for each in in_plan(agenda, plan.id)
        if each.date is not None and week_number(plan, each.date) == week
    ]


def sets_in(agenda: Agenda, plan: Plan, week: int) -> int:
    return sum(
        item.prescription.sets
        for each in in_plan(agenda, plan.id)
        if isinstance(each, Session) and each.date and week_number(plan, each.date) == week
        for item in items(each)
    )


def test_the_last_usual_weeks_are_the_pattern() -> None:
    plan, agenda = base()
    assert plan.deloads == (4, 8, 12)
    assert pattern_of(agenda, plan) == Pattern((9, 10, 11), 4)


def test_new_weeks_are_as_the_last_ones_with_a_deload_as_often() -> None:
    plan, agenda = base()
    after = gone_on(agenda, plan.id, 24, library())
    longer = after.plans[plan.id]
    assert (longer.weeks, longer.deloads) == (24, (4, 8, 12, 16, 20, 24))
    for new, source in ((13, 9), (14, 10), (15, 11), (16, 11), (17, 9), (23, 11)):
        assert cards_in(after, longer, new) == cards_in(agenda, plan, source)
        if new not in longer.deloads:
            assert sets_in(after, longer, new) == sets_in(agenda, plan, source)
    assert sets_in(after, longer, 16) < sets_in(after, longer, 15)
    assert sum(each.weeks for each in longer.phases) == 24
    for key, each in agenda.sessions.items():
        assert after.sessions[key] == each


def test_without_deloads_four_weeks_are_repeated() -> None:
    plan, agenda = base()
    plain = replace(plan, deloads=())
    agenda = replace(agenda, plans={plan.id: plain})
    assert pattern_of(agenda, plain) == Pattern((9, 10, 11, 12), 0)
    after = gone_on(agenda, plan.id, 20, library())
    assert after.plans[plan.id].deloads == ()
    for new in range(13, 21):
        source = 9 + (new - 13) % 4
        assert cards_in(after, after.plans[plan.id], new) == cards_in(agenda, plain, source)


def test_a_race_and_its_taper_are_not_repeated() -> None:
    plan, agenda = begun("marathon-build", Choices(START, date(2027, 3, 21)))
    after = gone_on(agenda, plan.id, plan.weeks + 8, library())
    races = [each for each in after.runs.values() if each.kind is RunKind.RACE]
    assert [each.id for each in races] == [plan.goal]
    assert max(pattern_of(agenda, plan).weeks) < plan.weeks - 1


def test_a_new_week_with_cards_stays_as_it_is() -> None:
    plan, agenda = base()
    there = Run("later", "Club run", RunKind.EASY, plan_week(plan, 14).first, plan=plan.id)
    agenda = replace(agenda, runs={**agenda.runs, "later": there})
    after = gone_on(agenda, plan.id, 15, library())
    assert cards_in(after, after.plans[plan.id], 14) == [(0, "Club run", "")]
    assert cards_in(after, after.plans[plan.id], 15)


def test_a_plan_without_cards_just_gets_longer() -> None:
    plan = Plan("p", "Mine", START, 4)
    after = gone_on(Agenda(plans={"p": plan}), "p", 8, library())
    assert after == Agenda(plans={"p": replace(plan, weeks=8)})


def test_going_on_is_a_wish() -> None:
    plan, agenda = base()
    ground = Ground(library(), Settings(), START)
    bare = replanned(agenda, plan.id, Wishes(weeks=104), ground)
    full = replanned(agenda, plan.id, Wishes(weeks=104, goes_on=True), ground)
    assert len(in_plan(bare, plan.id)) == len(in_plan(agenda, plan.id))
    last = full.plans[plan.id]
    assert all(cards_in(full, last, week) for week in range(1, 105))
