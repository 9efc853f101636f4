from __future__ import annotations

import datetime

import pytest

from hemipelvi_gui.domain.diary_edits import done_as_planned, done_from_lines
from hemipelvi_gui.domain.grammar import PrescriptionError
from hemipelvi_gui.domain.prescription import Load, LoadKind, Sides
from tests.builders import library, session_of

MONDAY = datetime.date(2026, 1, 5)
SESSION = session_of("back-squat 3x5 @7 100kg warmup 2", "walking-lunge 3x8-11/side @7 2x16kg")


def test_done_as_planned_has_all_sets_and_warm_up_sets() -> None:
    done = done_as_planned(SESSION, MONDAY)
    squat, lunge = done.items
    assert (done.session, done.name, done.date) == (SESSION.id, SESSION.name, MONDAY)
    assert [each.warmup for each in squat.sets] == [True, True, False, False, False]
    assert {(each.amount, each.rpe) for each in squat.sets if not each.warmup} == {(5, 7)}
    assert [(each.amount, each.sides) for each in lunge.sets] == [(9, Sides.EACH)] * 3


def test_a_typed_line_takes_load_and_sides_from_the_plan() -> None:
    done = done_from_lines(SESSION, {"i2": "3x9 @8"}, library(), MONDAY)
    (lunge,) = done.items
    assert lunge.item == "i2"
    assert {(each.amount, each.sides, each.load, each.rpe) for each in lunge.sets} == {
        (9, Sides.EACH, Load(LoadKind.EXTERNAL, 16, 2), 8)
    }


def test_an_effort_that_was_not_typed_is_not_made_up() -> None:
    done = done_from_lines(SESSION, {"i1": "3x5 80kg"}, library(), MONDAY)
    assert {each.rpe for each in done.items[0].sets} == {None}


@pytest.mark.parametrize("text", ["2x5 80kg @8 then 1x4 @9", "2x5 80kg @8\n1x4 @9"])
def test_sets_that_differ_are_joined(text: str) -> None:
    done = done_from_lines(SESSION, {"i1": text}, library(), MONDAY)
    sets = done.items[0].sets
    assert [(each.amount, each.rpe) for each in sets] == [(5, 8), (5, 8), (4, 9)]
    assert {each.load for each in sets} == {Load(LoadKind.EXTERNAL, 80)}


def test_an_empty_line_was_not_done() -> None:
    assert done_from_lines(SESSION, {"i1": " "}, library(), MONDAY).items == ()


@pytest.mark.parametrize(
    ("text", "column"), [("3x5 80", 4), ("3x5 then 2xx", 11), ("3x5-6", 0), ("3x5 then ", 9)]
)
def test_what_cannot_be_read_names_the_exercise_and_the_place(text: str, column: int) -> None:
    with pytest.raises(PrescriptionError, match=r"^Back squat: ") as caught:
        done_from_lines(SESSION, {"i1": text}, library(), MONDAY)
    assert (caught.value.column, caught.value.text) == (column, text)


def test_a_line_for_an_item_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        done_from_lines(SESSION, {"i9": "3x5"}, library(), MONDAY)
