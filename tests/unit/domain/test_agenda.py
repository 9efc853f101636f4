from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given

from hemipelvi_gui.domain.agenda import (
    Agenda,
    counted,
    difference,
    entries_in,
    entries_on,
    find_entry,
    in_plan,
    with_changes,
    with_entries,
)
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.plan import Plan, calendar_week
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session
from tests.agenda_strategies import agendas

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
GYM = Session("gym", "Strength A", date=TUESDAY, start=time(18), plan="base")
STRIDES = Run("strides", "Strides 5 km", RunKind.EASY, TUESDAY, time(7), plan="base")
REST = Run("rest", "Rest", RunKind.REST, MONDAY)
BASE = Plan("base", "Base", MONDAY, 8)


def agenda(*entries: Session | Run, plans: tuple[Plan, ...] = (BASE,)) -> Agenda:
    return with_entries(Agenda(plans={each.id: each for each in plans}), entries)


def test_cards_of_a_day_stand_by_the_clock_and_those_without_a_time_last() -> None:
    whole = agenda(replace(REST, date=TUESDAY), GYM, STRIDES)
    assert [each.id for each in entries_on(whole, TUESDAY)] == ["strides", "gym", "rest"]


def test_a_card_that_has_moved_stands_on_its_new_day_only() -> None:
    before = agenda(GYM, STRIDES, REST)
    moved = with_entries(before, [replace(GYM, date=MONDAY)])
    assert [each.id for each in entries_on(moved, MONDAY)] == ["gym", "rest"]
    assert [each.id for each in entries_on(moved, TUESDAY)] == ["strides"]
    assert [each.id for each in entries_on(before, TUESDAY)] == ["strides", "gym"]


def test_a_week_has_all_its_days_also_empty_ones() -> None:
    days = entries_in(agenda(GYM, REST), calendar_week(MONDAY))
    assert len(days) == 7
    assert [each.id for each in days[TUESDAY]] == ["gym"]
    assert days[date(2026, 11, 29)] == ()


def test_cards_are_found_by_id() -> None:
    whole = agenda(GYM, REST)
    assert find_entry(whole, "rest") == REST
    with pytest.raises(KeyError):
        find_entry(whole, "nobody")


def test_a_plan_has_its_cards_by_date() -> None:
    whole = agenda(GYM, STRIDES, REST)
    assert [each.id for each in in_plan(whole, "base")] == ["strides", "gym"]


def test_what_an_archived_plan_holds_does_not_count_unless_it_is_shown() -> None:
    whole = agenda(GYM, STRIDES, REST, plans=(replace(BASE, archived=True),))
    assert set(counted(whole).sessions) == set()
    assert set(counted(whole).runs) == {"rest"}
    assert counted(whole, "base") is whole
    assert counted(agenda(GYM)).sessions == {"gym": GYM}


def test_an_archived_plan_that_is_shown_does_not_count_the_cards_of_active_plans() -> None:
    other = replace(STRIDES, id="other", plan="next")
    old, now = replace(BASE, archived=True), replace(BASE, id="next")
    whole = agenda(GYM, REST, other, plans=(old, now))
    assert set(counted(whole, "base").sessions) == {"gym"}
    assert set(counted(whole, "base").runs) == {"rest"}
    assert set(counted(whole, "next").runs) == {"rest", "other"}
    assert not counted(whole, "next").sessions


def test_the_difference_names_what_is_new_other_or_gone() -> None:
    before = agenda(GYM, STRIDES)
    moved = replace(GYM, date=MONDAY)
    after = replace(before, sessions={"gym": moved}, runs={"rest": REST})
    changes = difference(before, after)
    assert changes == Changes({"gym": moved}, {"rest": REST, "strides": None})
    assert not difference(before, before)


def test_a_session_that_loses_its_date_leaves_the_agenda() -> None:
    whole = with_changes(agenda(GYM), Changes({"gym": replace(GYM, date=None)}))
    assert whole.sessions == {}


def test_the_diary_follows_changes_too() -> None:
    done = DoneSession("d", "Strength A", TUESDAY, "gym")
    whole = with_changes(agenda(GYM), Changes(diary={"d": done}))
    assert whole.diary == {"d": done}
    assert difference(agenda(GYM), whole).diary == {"d": done}


@given(agendas(), agendas())
def test_a_difference_put_in_place_makes_the_other_agenda(one: Agenda, other: Agenda) -> None:
    made = with_changes(one, difference(one, other))
    assert made == other
    assert with_changes(made, difference(other, one)) == one
