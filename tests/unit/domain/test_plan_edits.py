"""Plans as wholes: moved, cut, renamed, put away, done again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain import plan_edits
from hemipelvi_gui.domain.agenda import Agenda, difference, in_plan, with_entries
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan, phase_of, plan_week, weeks_of
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

MONDAY = date(2026, 11, 30)
PHASES = (Phase(PhaseKind.BASE, 4), Phase(PhaseKind.BUILD, 2))
PLAN = Plan("p", "Spring", MONDAY, 8, phases=PHASES, deloads=(4, 8), goal="race")


def whole() -> Agenda:
    """A session each Tuesday and a run each Sunday, a race at the end, and a card of another."""
    sessions = [
        Session(
            f"s{week}", "Legs", date=MONDAY + timedelta(days=7 * week + 1), plan="p", template="t"
        )
        for week in range(8)
    ]
    runs = [
        Run(
            f"r{week}",
            "Long",
            RunKind.LONG,
            MONDAY + timedelta(days=7 * week + 6),
            plan="p",
            series="sundays",
            source="calendar-7",
        )
        for week in range(7)
    ]
    race = Run("race", "City race", RunKind.RACE, MONDAY + timedelta(days=55), plan="p")
    other = Session("other", "Arms", date=MONDAY, plan="q")
    return with_entries(
        Agenda(plans={"p": PLAN, "q": Plan("q", "Other")}), [*sessions, *runs, race, other]
    )


def numbered() -> Iterator[str]:
    return (f"new{number}" for number in count(1))


def test_a_new_start_moves_all_that_is_the_plan_s() -> None:
    agenda = whole()
    after = plan_edits.set_start(agenda, "p", MONDAY + timedelta(days=9))
    for key in (*(f"s{week}" for week in range(8)),):
        assert after.sessions[key].date == (agenda.sessions[key].date or MONDAY) + timedelta(days=9)
    assert after.runs["race"].date == agenda.runs["race"].date + timedelta(days=9)
    assert after.sessions["other"] == agenda.sessions["other"]
    assert after.plans["p"].start == MONDAY + timedelta(days=9)


@given(st.dates(date(1, 6, 1), date(9999, 1, 1)))
def test_moved_there_and_back_nothing_is_other(start: date) -> None:
    agenda = whole()
    there = plan_edits.set_start(agenda, "p", start)
    assert not plan_edits.left_outside(there, there.plans["p"])
    assert not difference(agenda, plan_edits.set_start(there, "p", MONDAY))


def test_past_the_calendar_s_end_a_plan_is_not_moved() -> None:
    with pytest.raises(OverflowError):
        plan_edits.set_start(whole(), "p", date(9999, 12, 1))


def test_a_plan_that_had_no_start_gets_one_and_nothing_moves() -> None:
    agenda = plan_edits.set_start(whole(), "q", MONDAY)
    assert agenda.plans["q"].start == MONDAY
    assert agenda.sessions["other"].date == MONDAY


def test_a_shorter_plan_loses_no_card_and_tells_which_lie_outside() -> None:
    agenda = whole()
    after = plan_edits.set_weeks(agenda, "p", 5)
    plan = after.plans["p"]
    assert (plan.weeks, plan.deloads) == (5, (4,))
    assert plan.phases == (Phase(PhaseKind.BASE, 4), Phase(PhaseKind.BUILD, 1))
    assert len(in_plan(after, "p")) == len(in_plan(agenda, "p"))
    outside = plan_edits.left_outside(agenda, plan)
    assert [each.id for each in outside] == ["s5", "r5", "s6", "r6", "s7", "race"]
    assert not plan_edits.left_outside(agenda, PLAN)


def test_a_longer_plan_keeps_its_phases() -> None:
    plan = plan_edits.set_weeks(whole(), "p", 104).plans["p"]
    assert (plan.weeks, plan.phases, plan.deloads) == (104, PHASES, (4, 8))


def test_phases_goal_name_notes_and_archive_are_set() -> None:
    agenda = plan_edits.set_phases(whole(), "p", [Phase(PhaseKind.TAPER, 1)])
    agenda = plan_edits.set_goal(agenda, "p", "")
    agenda = plan_edits.rename(agenda, "p", " Autumn ")
    agenda = plan_edits.set_notes(agenda, "p", "slowly")
    agenda = plan_edits.set_archived(agenda, "p")
    wanted = replace(
        PLAN,
        phases=(Phase(PhaseKind.TAPER, 1),),
        goal="",
        name="Autumn",
        notes="slowly",
        archived=True,
    )
    assert agenda.plans["p"] == wanted
    assert not plan_edits.set_archived(agenda, "p", False).plans["p"].archived


def test_ten_day_weeks_keep_every_date_and_nothing_lies_outside() -> None:
    agenda = whole()
    after = plan_edits.set_cycle_days(agenda, "p", 10)
    plan = after.plans["p"]
    assert (plan.cycle_days, plan.weeks) == (10, 6)
    assert not difference(agenda, after).sessions
    assert not plan_edits.left_outside(after, plan)
    assert phase_of(plan, 1) is PhaseKind.BASE
    assert plan.deloads == (3, 5)


@given(st.integers(5, 14), st.integers(1, 40))
def test_weeks_of_any_days_cover_the_plan(days: int, weeks: int) -> None:
    deloads = tuple(range(4, weeks + 1, 4))
    phases = (Phase(PhaseKind.BASE, weeks),)
    agenda = Agenda(plans={"p": replace(PLAN, weeks=weeks, deloads=deloads, phases=phases)})
    plan = plan_edits.set_cycle_days(agenda, "p", days).plans["p"]
    assert (plan.weeks - 1) * days < weeks * 7 <= plan.weeks * days
    assert sum(each.weeks for each in plan.phases) <= plan.weeks
    assert set(plan.deloads) <= {each.number for each in weeks_of(plan)}
    for week in deloads:
        first = plan_week(agenda.plans["p"], week).first
        assert any(first in plan_week(plan, each) for each in plan.deloads)


def test_the_race_moves_alone() -> None:
    agenda = whole()
    after = plan_edits.move_race(agenda, "p", date(2027, 2, 1))
    assert list(difference(agenda, after).runs) == ["race"]
    assert after.runs["race"].date == date(2027, 2, 1)
    assert plan_edits.move_race(agenda, "q", MONDAY) is agenda


def test_a_plan_done_again_is_the_same_with_ids_of_its_own() -> None:
    agenda, names = whole(), numbered()
    agenda = with_entries(
        agenda, [replace(agenda.sessions["s0"], skipped=True, version=3, parent=2)]
    )
    part = plan_edits.duplicate(agenda, "p", date(2027, 3, 1), "Again", lambda: next(names))
    (plan,) = part.plans.values()
    assert (plan.name, plan.start, plan.weeks, plan.archived) == (
        "Again",
        date(2027, 3, 1),
        8,
        False,
    )
    assert part.runs[plan.goal].date == date(2027, 4, 25)
    assert not set(part.sessions) & set(agenda.sessions)
    assert not set(part.runs) & set(agenda.runs)
    assert len({each.template for each in part.sessions.values()}) == 1
    assert {each.template for each in part.sessions.values()} != {"t"}
    assert not any(each.skipped for each in part.sessions.values())
    assert {each.version for each in part.sessions.values()} == {1}
    assert {each.source for each in part.runs.values()} == {""}
    series = {each.series for each in part.runs.values()}
    assert len(series) == 2
    assert "" in series
    both = plan_edits.added(agenda, part)
    assert len(both.sessions) == 17
    assert set(both.plans) == {"p", "q", plan.id}


@given(st.dates(date(1, 1, 1), date(9999, 1, 1)))
def test_done_again_every_card_is_as_far_from_the_start(start: date) -> None:
    agenda, names = whole(), numbered()
    part = plan_edits.duplicate(agenda, "p", start, fresh=lambda: next(names))
    (plan,) = part.plans.values()
    before = sorted((_days(each.date, MONDAY), each.name) for each in in_plan(agenda, "p"))
    after = sorted((_days(each.date, start), each.name) for each in in_plan(part, plan.id))
    assert after == before
    assert plan.name == "Spring"


def _days(day: date | None, start: date) -> int:
    assert day is not None
    return (day - start).days


def test_an_instance_whose_template_is_another_session_stays_of_its_family() -> None:
    day = MONDAY
    one = Session("a", "Legs", date=day, plan="p")
    two = Session("b", "Legs", date=day + timedelta(days=7), plan="p", template="a")
    agenda, names = with_entries(Agenda(plans={"p": PLAN}), [one, two]), numbered()
    part = plan_edits.duplicate(agenda, "p", day, fresh=lambda: next(names))
    first, second = sorted(part.sessions.values(), key=lambda each: str(each.date))
    assert (first.template, second.template) == ("", first.id)


def test_a_plan_that_is_not_there_is_a_mistake_of_the_caller() -> None:
    for edit in (plan_edits.rename, plan_edits.set_notes, plan_edits.set_goal):
        with pytest.raises(KeyError):
            edit(Agenda(), "p", "x")
