"""What comes next, with its numbers, and what a crash leaves."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain import workout_edits as edits
from hemipelvi_gui.domain.diary import DoneSet
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Sides
from hemipelvi_gui.domain.workout import Workout, coming, labels, planned_sets, rest_after
from hemipelvi_gui.domain.workout_records import begun, recorded, resumed
from tests.builders import gym_sessions, item_of, library, session_of

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session

DAY = datetime.date(2026, 11, 23)
SQUAT = "back-squat 3x5 @8 100kg rest 150"
LUNGE, BUG = "walking-lunge 3x8/side @7 2x16kg rest 90", "dead-bug 2x8 @6 rest 60"


def of(*blocks: str | tuple[str, ...]) -> Workout:
    return begun(session_of(*blocks), DAY, library(), fresh=lambda: "d")


def ticked(workout: Workout, times: int = 1) -> Workout:
    for _ in range(times):
        ahead = coming(workout)
        assert ahead is not None
        workout = edits.tick(workout, ahead.place, ahead.set)
    return workout


def walk(workout: Workout) -> list[str]:
    """The names of the exercises, set by set, until nothing is left."""
    order = []
    while (ahead := coming(workout)) is not None:
        order.append(workout.tasks[ahead.place].exercise)
        workout = edits.tick(workout, ahead.place, ahead.set)
        assert len(order) < 500
    return order


def test_the_first_set_is_filled_in_as_planned() -> None:
    ahead = coming(of(SQUAT))
    assert ahead is not None
    assert (ahead.number, ahead.count) == (1, 3)
    assert ahead.set == DoneSet(5, load=Load(LoadKind.EXTERNAL, 100), rpe=8)


def test_of_a_range_the_middle_is_filled_in_and_half_a_repetition_is_none() -> None:
    ahead = coming(of("walking-lunge 3x8-11/side"))
    assert ahead is not None
    assert ahead.set.amount == 9


def test_the_next_set_has_the_load_of_the_one_before() -> None:
    workout = of(SQUAT)
    heavier = DoneSet(5, load=Load(LoadKind.EXTERNAL, 105), rpe=9)
    ahead = coming(edits.tick(workout, 0, heavier))
    assert ahead is not None
    assert (ahead.number, ahead.set.load, ahead.set.rpe) == (2, heavier.load, 8)


def test_warm_up_sets_come_first_and_are_counted_apart() -> None:
    workout = of("back-squat 2x5 @8 100kg warmup 2")
    numbers = []
    while (ahead := coming(workout)) is not None:
        numbers.append((ahead.set.warmup, ahead.number, ahead.count))
        workout = edits.tick(workout, ahead.place, ahead.set)
    assert numbers == [(True, 1, 2), (True, 2, 2), (False, 1, 2), (False, 2, 2)]


def test_a_superset_takes_turns() -> None:
    assert walk(of((LUNGE, BUG), SQUAT)) == [
        *("walking-lunge", "dead-bug") * 2,
        "walking-lunge",
        *("back-squat",) * 3,
    ]
    assert labels(of((LUNGE, BUG), SQUAT).tasks) == ("A1", "A2", "")


def test_there_is_no_rest_within_a_round_and_none_at_the_end() -> None:
    workout = of((LUNGE, BUG))
    rests = []
    while (ahead := coming(workout)) is not None:
        workout = edits.tick(workout, ahead.place, ahead.set)
        rests.append(rest_after(workout, ahead.place))
    assert rests == [0, 90, 0, 90, 0]


def test_one_side_is_followed_by_the_other_without_a_rest() -> None:
    workout = of("walking-lunge 2x8/side @7")
    left = DoneSet(8, sides=Sides.LEFT, rpe=7)
    workout = edits.tick(workout, 0, left)
    assert workout.tasks[0].count == 0
    assert rest_after(workout, 0) == 0
    ahead = coming(workout)
    assert ahead is not None
    assert (ahead.number, ahead.set.sides) == (1, Sides.RIGHT)
    workout = edits.tick(workout, 0, ahead.set)
    assert workout.tasks[0].count == 1
    ahead = coming(workout)
    assert ahead is not None
    assert (ahead.number, ahead.set.sides) == (2, Sides.LEFT)


def test_a_chosen_exercise_comes_next_and_may_have_a_set_more_than_planned() -> None:
    workout = ticked(of(SQUAT, BUG), 3)
    chosen = coming(workout, 0)
    assert chosen is not None
    assert (chosen.number, chosen.count) == (4, 4)


def test_what_is_skipped_is_passed_over_and_can_be_taken_in_again() -> None:
    workout = edits.skip(of(SQUAT, BUG), 0)
    assert walk(workout) == ["dead-bug"] * 2
    assert walk(edits.skip(workout, 0, False)) == ["back-squat"] * 3 + ["dead-bug"] * 2


def test_a_swap_before_the_first_set_leaves_no_trace_of_the_other() -> None:
    workout = edits.swap(of(SQUAT, BUG), 0, item_of("goblet-squat 3x8 24kg"), 90)
    assert [each.exercise for each in workout.tasks] == ["goblet-squat", "dead-bug"]
    task = workout.tasks[0]
    assert (task.item, task.instead_of, task.plan.sets) == ("", "i1", 3)


def test_a_swap_in_the_middle_keeps_the_sets_that_are_done() -> None:
    workout = edits.swap(ticked(of(SQUAT), 2), 0, item_of("goblet-squat 3x8 24kg"), 90)
    assert [(each.exercise, len(each.sets)) for each in workout.tasks] == [
        ("back-squat", 2),
        ("goblet-squat", 0),
    ]
    assert walk(workout) == ["goblet-squat"]


def test_sets_and_exercises_can_be_added() -> None:
    workout = edits.change_sets(of("dead-bug 1x8"), 0, 1)
    workout = edits.add(workout, item_of("walking-lunge 1x8/side"), 60)
    assert walk(workout) == ["dead-bug", "dead-bug", "walking-lunge"]
    done = ticked(workout, 2)
    assert edits.change_sets(done, 0, -5).tasks[0].plan.sets == 2


def test_a_ticked_set_is_corrected_or_taken_away() -> None:
    workout = ticked(of(SQUAT), 2)
    four = replace(workout.tasks[0].sets[1], amount=4)
    assert edits.correct(workout, 0, 1, four).tasks[0].sets[1].amount == 4
    fewer = edits.correct(workout, 0, 0, None)
    ahead = coming(fewer)
    assert ahead is not None
    assert ahead.number == 2


def test_what_is_over_keeps_only_what_was_done() -> None:
    workout = edits.finish(ticked(of(SQUAT, BUG), 3), 7, 1800, "good")
    done = recorded(workout)
    assert [each.exercise for each in done.items] == ["back-squat"]
    assert (done.going, done.rpe, done.seconds, done.notes) == (False, 7, 1800, "good")
    assert (done.items[0].extra, done.extra) == ({}, {})


def test_what_was_left_out_stands_at_its_place_when_it_is_opened_again() -> None:
    session = session_of(SQUAT, BUG, LUNGE)
    workout = begun(session, DAY, library(), fresh=lambda: "d")
    workout = edits.skip(edits.skip(workout, 0), 2)
    while not workout.is_over:
        workout = ticked(workout)
    over = recorded(edits.finish(workout, None, None, ""))
    assert len(over.items) == 1
    again = resumed(over, session, library())
    assert [(each.exercise, each.skipped, each.sets) for each in again.tasks] == [
        (each.exercise, each.skipped, each.sets) for each in workout.tasks
    ]


def test_a_session_that_came_from_a_file_can_be_opened() -> None:
    workout = ticked(of("walking-lunge 2x8/side @7 2x16kg"), 2)
    bare = replace(recorded(edits.finish(workout, None, None, "")), session="")
    again = resumed(bare, None, library())
    assert again.tasks[0].plan.sets == 2
    assert again.is_over


def test_what_another_version_wrote_beside_an_exercise_stays() -> None:
    done = recorded(edits.finish(ticked(of(SQUAT)), None, None, ""))
    beside = replace(done, items=(replace(done.items[0], extra={"bar": "red"}),))
    assert recorded(resumed(beside, None, library())) == beside


def test_a_planned_range_is_done_at_its_middle_after_the_warm_up_sets() -> None:
    warmup, one, other = planned_sets(parse("2x8-11/side @7 2x16kg warmup 1"))
    assert (warmup.warmup, warmup.load, warmup.rpe) == (True, None, None)
    assert one == other == DoneSet(9, sides=Sides.EACH, load=Load(LoadKind.EXTERNAL, 16, 2), rpe=7)


@pytest.mark.parametrize("extra", [{"plan": "what"}, {"plan": 7}, {"skipped": "yes"}])
def test_strange_extras_of_a_record_do_no_harm(extra: dict[str, object]) -> None:
    done = recorded(ticked(of(SQUAT)))
    odd = replace(done, items=(replace(done.items[0], extra=extra),), extra={"last": "x"})
    assert resumed(odd, None, library()).tasks[0].exercise == "back-squat"


@given(gym_sessions(), st.integers(0, 12), st.booleans())
def test_after_a_crash_it_goes_on_with_the_set_that_came_next(
    session: Session, sets: int, is_planned: bool
) -> None:
    workout = begun(session, DAY, library(), fresh=lambda: "d", planned=is_planned)
    for _ in range(sets):
        ahead = coming(workout)
        if ahead is None:
            break
        workout = edits.tick(workout, ahead.place, ahead.set)
        assert resumed(recorded(workout), None, library()) == workout
        assert coming(resumed(recorded(workout), None, library())) == coming(workout)


@given(gym_sessions())
def test_every_planned_set_comes_once(session: Session) -> None:
    workout = begun(session, DAY, library(), fresh=lambda: "d")
    order = walk(workout)
    planned = sum(each.plan.sets + each.plan.warmup_sets for each in workout.tasks)
    assert len(order) == planned


def test_a_hold_is_counted_in_seconds() -> None:
    ahead = coming(of("copenhagen-plank 2x30s/side"))
    assert ahead is not None
    assert ahead.set.measure is Measure.TIME


def test_after_a_set_out_of_turn_the_superset_goes_on_with_what_is_least_advanced() -> None:
    workout = ticked(of((LUNGE, BUG), SQUAT), 3)
    assert [each.count for each in workout.tasks] == [2, 1, 0]
    for _ in range(3):
        ahead = coming(workout, 2)
        assert ahead is not None
        workout = edits.tick(workout, 2, ahead.set)
    after = coming(workout)
    assert after is not None
    assert (after.place, after.number) == (1, 2)
