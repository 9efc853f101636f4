from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from hemipelvi_gui.domain.balance import balance, sum_up
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.session import Session, items
from hemipelvi_gui.domain.sums import SessionSum, Sums, add_up, sum_of
from hemipelvi_gui.domain.timing import session_s
from tests.builders import gym_sessions, library, session_of

USUAL = ("back-squat", "walking-lunge", "split-squat", "step-up", "clam", "couch-stretch")


def test_a_skipped_session_adds_nothing() -> None:
    session = session_of("back-squat 3x5 @8")
    assert sum_of(replace(session, skipped=True), library()) == SessionSum()
    assert Sums(library()).of(replace(session, skipped=True)) == SessionSum()


def test_a_week_without_leg_work_has_no_share() -> None:
    whole = add_up([sum_of(session_of("push-up 3x8"), library())])
    assert (whole.share, whole.gait_likeness, whole.symmetric_share) == (None, None, None)


def test_big_lifts_hard_legs_and_top_loads_are_told() -> None:
    first = sum_of(session_of("back-squat 3x5 80kg @8", "walking-lunge 3x8/side @6"), library())
    second = sum_of(session_of("back-squat 3x5 85kg @6"), library())
    week = add_up([first, second])
    assert week.big == ("Back squat", "Back squat")
    assert week.loads["back-squat"] == 85.0
    assert (first.hard_legs, second.hard_legs, week.hard_legs) == (True, False, True)
    assert week.symmetric_share == pytest.approx((3 + 3 * 0.75) / (3 + 3 * 0.75 + 3 * 0.75))


def test_numbers_are_worked_out_anew_only_where_the_items_are_others() -> None:
    sums = Sums(library())
    session = session_of("back-squat 3x5 @8")
    first = sums.of(session)
    assert sums.of(replace(session, name="moved")) is first
    item = next(items(session))
    block = replace(session.blocks[0], items=(replace(item, prescription=parse("5x5 @8")),))
    assert sums.of(replace(session, blocks=(block,))).hse == 5.0


@given(gym_sessions(USUAL, most=5), gym_sessions(USUAL, most=5))
def test_sums_of_sessions_are_the_balance_of_all_their_lines(one: Session, two: Session) -> None:
    exercises = library()
    whole = add_up([sum_of(one, exercises), sum_of(two, exercises)])
    lines = (*balance(one, exercises).lines, *balance(two, exercises).lines)
    expected = sum_up(lines)
    assert whole.hse == pytest.approx(expected.hse)
    assert whole.left + whole.right == pytest.approx(whole.hse)
    assert whole.seconds == session_s(one, exercises) + session_s(two, exercises)
    if expected.asymmetric_share is None:
        assert whole.share is None
    else:
        assert whole.share == pytest.approx(expected.asymmetric_share)
        assert whole.gait_likeness == pytest.approx(expected.gait_likeness)
