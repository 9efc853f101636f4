from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.lifts import (
    PERCENTS,
    Formula,
    e1rm,
    percent_of_1rm,
    reps_to_failure,
)


@pytest.mark.parametrize(
    ("reps", "rpe", "percent"),
    [(1, 10, 100.0), (5, 8, 81.1), (8, 7, 71.7), (1, 9.5, 97.8), (5, 7.5, 79.9), (12, 6, 61.8)],
)
def test_reps_and_effort_tell_the_part_of_the_heaviest_lift(
    reps: float, rpe: float, percent: float
) -> None:
    assert percent_of_1rm(reps, rpe) == percent


def test_half_a_step_is_read_between_two_rows() -> None:
    assert percent_of_1rm(5, 7.75) == pytest.approx((81.1 + 79.9) / 2)


@pytest.mark.parametrize(("reps", "rpe"), [(0.5, 9), (5, 10.5), (30, 7), (12, 5.9), (16.5, 10)])
def test_outside_the_table_there_is_no_per_cent(reps: float, rpe: float) -> None:
    assert percent_of_1rm(reps, rpe) is None


def test_the_table_ends_with_its_last_row() -> None:
    assert percent_of_1rm(16, 10) == PERCENTS[-1] == 61.8
    assert len(PERCENTS) == 31


@given(st.integers(1, 12), st.sampled_from([6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5]))
def test_more_reps_at_the_same_effort_are_lighter(reps: int, rpe: float) -> None:
    more, fewer = percent_of_1rm(reps + 1, rpe), percent_of_1rm(reps, rpe)
    assert more is None or (fewer is not None and more < fewer)


@pytest.mark.parametrize(
    ("formula", "heaviest"),
    [
        (Formula.EPLEY, 100 * (1 + 5 / 30)),
        (Formula.BRZYCKI, 112.5),
        (Formula.WATHAN, 116.583),
    ],
)
def test_five_reps_with_100_kg_tell_the_heaviest_lift(formula: Formula, heaviest: float) -> None:
    assert e1rm(100, 5, formula) == pytest.approx(heaviest, abs=0.001)


@pytest.mark.parametrize("formula", Formula)
def test_a_single_to_failure_is_the_heaviest_lift_itself(formula: Formula) -> None:
    assert e1rm(140, 1, formula) == 140


@pytest.mark.parametrize(("weight", "reps"), [(100, 10.5), (100, 0.5), (0, 5), (-10, 5)])
def test_no_heaviest_lift_is_told_from_too_many_reps_or_no_load(weight: float, reps: float) -> None:
    assert e1rm(weight, reps) is None


def test_reps_in_reserve_count_as_reps_to_failure() -> None:
    assert reps_to_failure(5, 8) == 7
    assert reps_to_failure(5, None) == 5
