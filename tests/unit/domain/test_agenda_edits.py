from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.agenda import Agenda, in_plan, with_entries
from hemipelvi_gui.domain.agenda_edits import (
    add,
    copy,
    instance,
    instances,
    move,
    put_plan,
    remove,
    remove_plan,
    set_time,
    shift_rest,
    skip,
    spread,
)
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session, items
from tests.agenda_strategies import agendas
from tests.builders import session_of

TUESDAY, FRIDAY = date(2026, 11, 24), date(2026, 11, 27)
TEMPLATE = replace(session_of("back-squat 3x5 80kg", "walking-lunge 3x8/side"), id="template")
BASE = Plan("base", "Base", date(2026, 11, 23), 8)
REST = Run("rest", "Rest", RunKind.REST, TUESDAY, source="cal")


def planned(week: int) -> Session:
    day = TUESDAY + timedelta(days=7 * week)
    return instance(TEMPLATE, day, "base", time(18), f"gym {week}")


def plan_of(*weeks: int) -> Agenda:
    return with_entries(Agenda(plans={"base": BASE}), [*(planned(week) for week in weeks), REST])


def first_item(session: Session) -> str:
    return next(items(session)).id


def test_a_moved_card_keeps_its_time_of_day() -> None:
    moved = move(plan_of(0), ["gym 0", "rest"], FRIDAY)
    assert (moved.sessions["gym 0"].date, moved.sessions["gym 0"].start) == (FRIDAY, time(18))
    assert moved.runs["rest"].date == FRIDAY
    with pytest.raises(KeyError):
        move(plan_of(0), ["nobody"], FRIDAY)


def test_a_copied_session_is_another_instance_and_shares_its_items() -> None:
    ids = iter(["copy", "free day"])
    copied = copy(plan_of(0), ["gym 0", "rest"], FRIDAY, lambda: next(ids))
    made, before = copied.sessions["copy"], copied.sessions["gym 0"]
    assert (made.date, made.template, made.plan) == (FRIDAY, "template", "base")
    assert made.blocks is before.blocks
    assert copied.runs["free day"].source == ""


def test_a_copy_of_a_session_that_stands_alone_becomes_its_instance() -> None:
    alone = with_entries(Agenda(), [replace(TEMPLATE, date=TUESDAY)])
    copied = copy(alone, ["template"], FRIDAY, lambda: "copy")
    assert [each.id for each in instances(copied, copied.sessions["copy"])] == ["template", "copy"]


def test_skipping_and_taking_back() -> None:
    skipped = skip(plan_of(0), ["gym 0", "rest"])
    assert skipped.sessions["gym 0"].skipped
    assert skipped.runs["rest"].skipped
    assert skip(skipped, ["gym 0", "rest"], skipped=False) == plan_of(0)


def test_times_of_day_are_set_and_taken_away() -> None:
    early = set_time(plan_of(0), ["gym 0"], time(6, 30))
    assert early.sessions["gym 0"].start == time(6, 30)
    assert set_time(early, ["gym 0"], None).sessions["gym 0"].start is None


def test_the_rest_of_a_plan_moves_and_what_was_stays() -> None:
    shifted = shift_rest(plan_of(0, 1, 2), "base", TUESDAY + timedelta(days=7), 3)
    days = [each.date for each in in_plan(shifted, "base")]
    assert days == [TUESDAY, TUESDAY + timedelta(days=10), TUESDAY + timedelta(days=17)]
    assert shifted.runs["rest"] == REST
    with pytest.raises(OverflowError):
        shift_rest(plan_of(0), "base", TUESDAY, 10**7)


def test_instances_are_those_of_one_template_in_one_plan_from_a_day_on() -> None:
    other_plan = replace(planned(3), id="elsewhere", plan="peak")
    whole = add(plan_of(2, 0, 1), [other_plan, replace(planned(1), id="b", template="other")])
    first = whole.sessions["gym 0"]
    assert [each.id for each in instances(whole, first)] == ["gym 0", "gym 1", "gym 2"]
    since = TUESDAY + timedelta(days=7)
    assert [each.id for each in instances(whole, first, since)] == ["gym 1", "gym 2"]


def test_an_edit_goes_to_another_instance_and_its_day_stays() -> None:
    before, other = planned(0), planned(1)
    edit = partial(edits.remove, item_ids={first_item(before)})
    spread_to = spread(before, edit(before), edit, other)
    assert spread_to == replace(other, blocks=edit(before).blocks)


def test_an_edit_meets_an_instance_with_other_numbers() -> None:
    before, other = planned(0), planned(1)
    heavier = edits.prescribe(other, first_item(other), parse("3x5 90kg"))
    lunge = list(items(before))[1].id
    edit = partial(edits.prescribe, item_id=lunge, prescription=parse("4x8/side"))
    made = spread(before, edit(before), edit, heavier)
    assert [item.prescription for item in items(made)] == [parse("3x5 90kg"), parse("4x8/side")]


def test_an_instance_that_lost_the_item_stays_as_it_is() -> None:
    before, other = planned(0), planned(1)
    squat = first_item(before)
    alone = edits.remove(other, {squat})
    edit = partial(edits.prescribe, item_id=squat, prescription=parse("5x5"))
    assert spread(before, edit(before), edit, alone) == alone


def test_name_time_and_gym_go_to_the_others_but_not_the_date() -> None:
    before = planned(0)

    def edit(session: Session) -> Session:
        return replace(session, name="Strength B", start=time(6), gym="Home", date=FRIDAY)

    made = spread(before, edit(before), edit, planned(1))
    assert (made.name, made.start, made.gym) == ("Strength B", time(6), "Home")
    assert made.date == TUESDAY + timedelta(days=7)


def test_a_plan_goes_with_all_that_is_its() -> None:
    gone = remove_plan(plan_of(0, 1), "base")
    assert gone == with_entries(Agenda(), [REST])
    assert put_plan(Agenda(), BASE).plans == {"base": BASE}
    assert remove(plan_of(0), ["gym 0", "rest"]).runs == {}


@given(agendas(), st.integers(-400, 400))
def test_a_shift_and_its_opposite_change_nothing(agenda: Agenda, days: int) -> None:
    try:
        shifted = shift_rest(agenda, "plan 0", date.min, days)
        assert shift_rest(shifted, "plan 0", date.min, -days) == agenda
    except OverflowError:
        assert days
