"""What was done weighs as much as the same on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.done_work import done_balance, done_lines, leg_sets, level_sets
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Sides
from tests.builders import PICTURE, library, session_of
from tests.done import done_as_planned

DAY = date(2026, 3, 2)


def done(exercise: str, *sets: DoneSet) -> DoneSession:
    return DoneSession("d", "Legs", DAY, items=(DoneItem(exercise, sets=sets),))


def test_a_session_done_as_planned_has_the_planned_balance() -> None:
    planned = session_of(*PICTURE)
    found = done_balance([done_as_planned(planned, DAY)], library())
    meant = balance(planned, library())
    assert found.hse == pytest.approx(meant.hse)
    assert found.asymmetric_share == pytest.approx(meant.asymmetric_share)
    assert (found.left, found.right) == pytest.approx((meant.left, meant.right))


def test_equal_sets_are_one_line_and_warm_ups_are_none() -> None:
    heavy = DoneSet(5, load=Load(LoadKind.EXTERNAL, 100.0), rpe=8)
    warm = replace(heavy, load=Load(LoadKind.EXTERNAL, 40.0), rpe=None, warmup=True)
    lines = done_lines(done("back-squat", warm, heavy, heavy, replace(heavy, amount=3)), library())
    assert [each.sets for each in lines] == [2, 1]
    assert sum(each.dose for each in lines) == 3


def test_a_set_without_effort_counts_as_hard_and_says_so() -> None:
    (line,) = done_lines(done("back-squat", DoneSet(5)), library())
    assert (line.dose, line.effort_given) == (1, False)
    (easy,) = done_lines(done("back-squat", DoneSet(5, rpe=4)), library())
    assert (easy.dose, easy.effort_given) == (0.25, True)


def test_left_and_right_are_half_a_set_each() -> None:
    left, right = DoneSet(8, sides=Sides.LEFT), DoneSet(8, sides=Sides.RIGHT)
    found = done_balance([done("step-up", left, right, left)], library())
    assert (found.left, found.right, found.hse) == (1, 0.5, 1.5)


def test_holds_count_by_their_seconds() -> None:
    hold = DoneSet(60, Measure.TIME, rpe=8)
    lines = done_lines(done("plank", hold), library())
    assert lines[0].sets == 2


def test_sets_on_level_feet_are_told_from_the_rest() -> None:
    sessions = [
        done("back-squat", *[DoneSet(5)] * 3),
        done("walking-lunge", *[DoneSet(16)] * 2),
        done("bench-press", *[DoneSet(5)] * 4),
        done("nobody-knows", DoneSet(5)),
    ]
    lines = [line for each in sessions for line in done_lines(each, library())]
    assert (leg_sets(lines), level_sets(lines)) == (5, 3)
