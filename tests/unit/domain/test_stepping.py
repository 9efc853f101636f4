from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from hemipelvi_gui.domain.exercises import Action, Actions, Exercise, Pattern
from hemipelvi_gui.domain.ground import LEFT_FOOT, RIGHT_FOOT, Mark, Surface
from hemipelvi_gui.domain.motion import motion_of
from hemipelvi_gui.domain.poses import Pose, asked
from hemipelvi_gui.domain.stepping import NEXT_LEFT, NEXT_RIGHT, STEP, Way, asks, way_of
from tests.builders import library

LIBRARY = library()


def places(pose: Pose) -> dict[str, Mark]:
    return {mark.part: mark for mark in pose.marks}


def rests(exercise: Exercise) -> Exercise:
    """As an import that takes it for recovery writes it."""
    neutral = Actions(Action.NEUTRAL, Action.NEUTRAL)
    return replace(exercise, id="imported", pattern=Pattern.LIGHT, actions=neutral)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("walking-lunge", Way.ONWARD),
        ("uphill-walking-lunge", Way.ONWARD),
        ("walking-single-leg-romanian-deadlift", Way.ONWARD),
        ("backward-walking-lunge", Way.BACKWARD),
        ("alternating-forward-lunge", Way.ON_THE_SPOT),
        ("alternating-reverse-lunge", Way.ON_THE_SPOT_BEHIND),
        ("split-squat", None),
        ("alternating-step-up", None),
        ("back-squat", None),
        ("pull-up", None),
    ],
)
def test_its_name_tells_which_way_an_exercise_steps(name: str, way: Way | None) -> None:
    assert way_of(LIBRARY[name]) is way


def test_in_a_walking_lunge_the_next_step_lands_one_step_ahead() -> None:
    found = places(asked(LIBRARY["walking-lunge"], 1.0))
    front, rear, coming = found[RIGHT_FOOT], found[LEFT_FOOT], found[NEXT_LEFT]
    assert coming.y - front.y == pytest.approx(front.y - rear.y) == pytest.approx(STEP)
    assert coming.x == rear.x


def test_who_walks_backwards_steps_one_step_behind() -> None:
    found = places(asked(LIBRARY["backward-walking-lunge"], 1.0))
    front, rear, coming = found[RIGHT_FOOT], found[LEFT_FOOT], found[NEXT_RIGHT]
    assert coming.y < rear.y < front.y
    assert coming.x == front.x


def test_a_lunge_on_the_spot_comes_to_where_the_other_foot_was() -> None:
    forward = places(asked(LIBRARY["alternating-forward-lunge"], 1.0))
    assert forward[NEXT_LEFT].y == forward[RIGHT_FOOT].y
    reverse = places(asked(LIBRARY["alternating-reverse-lunge"], 1.0))
    assert reverse[NEXT_RIGHT].y == reverse[LEFT_FOOT].y


@pytest.mark.parametrize("name", ["walking-lunge", "backward-walking-lunge"])
def test_prints_never_crowd_together(name: str) -> None:
    motion = motion_of(LIBRARY[name])
    for step in range(200):
        marks = motion.pose_at(motion.duration * step / 200).marks
        for one, other in itertools.combinations(marks, 2):
            assert abs(one.x - other.x) > 0.3 or abs(one.y - other.y) > 0.6


def test_there_is_ground_for_all_the_prints_of_who_walks_along() -> None:
    for name in ("walking-lunge", "backward-walking-lunge"):
        pose = asked(LIBRARY[name], 1.0)
        assert pose.surface is Surface.WAY
        assert all(abs(mark.y) + 0.5 < 3.75 / 2 for mark in pose.marks)


def test_what_is_like_running_does_what_running_does_though_it_be_for_rest() -> None:
    stride = Actions(Action.COMPRESS, Action.EXPAND)
    assert asks(rests(LIBRARY["stride"])) == asks(rests(LIBRARY["walking-lunge"])) == stride


def test_a_stretch_that_is_not_like_running_asks_for_nothing() -> None:
    rest = rests(LIBRARY["split-squat"])
    assert asks(rest) == rest.actions
    pose = asked(rest, 1.0)
    assert (pose.left, pose.right) == (0, 0)
