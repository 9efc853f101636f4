"""Results in the cells of a paper sheet."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.diary import DoneSet
from hemipelvi_gui.domain.grammar import PrescriptionError
from hemipelvi_gui.domain.paper_cells import read_cell, row_cells
from hemipelvi_gui.domain.prescription import Load, LoadKind, Sides
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.domain.workout_edits import write_sets
from hemipelvi_gui.domain.workout_records import begun
from tests.builders import library, session_of

if TYPE_CHECKING:
    from hemipelvi_gui.domain.workout import Task


def task(line: str) -> Task:
    day = datetime.date(2026, 11, 23)
    return begun(session_of(line), day, library()).tasks[0]


SQUAT = task("back-squat 3x5 @8 100kg")
LUNGE = task("walking-lunge 3x8/side @7 2x16kg")


def kg(value: float, count: int = 1) -> Load:
    return Load(LoadKind.EXTERNAL, value, count)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=", DoneSet(5, load=kg(100), rpe=8)),
        ("5", DoneSet(5, load=kg(100))),
        ("4 105", DoneSet(4, load=kg(105))),
        ("4 105 @9", DoneSet(4, load=kg(105), rpe=9)),
        ("4@9,5", DoneSet(4, load=kg(100), rpe=9.5)),
        ("4x105", DoneSet(4, load=kg(105))),
        ("4 225lb", DoneSet(4, load=Load(LoadKind.EXTERNAL, 225, 1, MassUnit.LB))),
        ("4 2RIR", DoneSet(4, load=kg(100), rpe=8)),
        ("w5 60", DoneSet(5, load=kg(60), warmup=True)),
    ],
)
def test_one_cell_is_one_set(text: str, expected: DoneSet) -> None:
    assert read_cell(text, SQUAT) == (expected,)


def test_two_amounts_are_left_and_right() -> None:
    left, right = read_cell("8/7 18", LUNGE)
    assert (left.amount, left.sides, left.load) == (8, Sides.LEFT, kg(18, 2))
    assert (right.amount, right.sides) == (7, Sides.RIGHT)
    (only,) = read_cell("-/7", LUNGE)
    assert (only.amount, only.sides) == (7, Sides.RIGHT)


@pytest.mark.parametrize("text", ["", "  ", "-", "\u2013"])
def test_nothing_was_done(text: str) -> None:
    assert read_cell(text, SQUAT) == ()


def test_a_load_goes_on_to_the_next_cell() -> None:
    first = read_cell("5 105", SQUAT)
    assert read_cell("5", SQUAT, first)[0].load == kg(105)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("8 6O", 2),
        ("x", 0),
        ("8 60 @12", 5),
        ("8 60 70", 5),
        ("0", 0),
        ("8 60 no", 5),
        ("9" * 70, 0),
    ],
)
def test_what_cant_be_read_is_told_with_its_place(text: str, column: int) -> None:
    with pytest.raises(PrescriptionError) as caught:
        read_cell(text, SQUAT)
    assert caught.value.column == column
    assert str(caught.value.message)
    assert str(caught.value.advice)


AMOUNTS = st.integers(1, 60).map(float)
LOADS = st.one_of(
    st.none(),
    st.builds(kg, st.sampled_from((2.5, 16, 100)), st.sampled_from((1, 2))),
    st.just(Load(LoadKind.BODYWEIGHT, 10)),
)
RPES = st.one_of(st.none(), st.sampled_from((6, 7.5, 9)).map(float))


@given(st.lists(st.builds(DoneSet, AMOUNTS, load=LOADS, rpe=RPES, sides=st.just(Sides.EACH))))
def test_what_is_done_reads_back_from_its_cells(sets: list[DoneSet]) -> None:
    found: tuple[DoneSet, ...] = ()
    bare = task("walking-lunge 3x8/side @7")
    # A cell without a load means the load of the set before, so none follows only none.
    whole = [each for each in sets if each.load is not None]
    for cell in row_cells(replace(bare, sets=tuple(whole))):
        found = (*found, *read_cell(cell, bare, found))
    assert list(found) == whole


@given(st.text(max_size=70))
def test_whatever_is_typed_is_read_or_told(text: str) -> None:
    column = 0
    try:
        read_cell(text, LUNGE)
    except PrescriptionError as error:
        column = error.column
    assert 0 <= column <= len(text)


def test_a_row_of_strokes_was_left_out() -> None:
    workout = begun(session_of("dead-bug 2x8"), datetime.date(2026, 11, 23), library())
    assert write_sets(workout, 0, (), True).tasks[0].skipped
