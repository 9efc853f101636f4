"""The last weeks through the gauge, and what to change first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hemipelvi_gui.coach.replay import Replay, last_day_of, replay
from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.prescription import Load, LoadKind
from hemipelvi_gui.domain.settings import Settings
from tests.builders import library

SUNDAY = date(2026, 3, 8)
HEAVY = Load(LoadKind.EXTERNAL, 100.0)


def log(*work: tuple[int, str, int], rpe: float | None = 8.0) -> Log:
    """A session a row: how many days before Sunday, an exercise, its sets of five."""
    sessions = [
        DoneSession(
            f"s{number}",
            "Gym",
            SUNDAY - timedelta(days=before),
            items=(DoneItem(exercise, sets=(DoneSet(5, load=HEAVY, rpe=rpe),) * sets),),
        )
        for number, (before, exercise, sets) in enumerate(work)
    ]
    return Log({each.id: each for each in sessions})


def told(made: Replay) -> list[str]:
    return list(map(str, made.words))


def of(log: Log, weeks: int = 12) -> Replay:
    return replay(log, library(), Settings(), SUNDAY, weeks)


def test_twelve_weeks_are_told_in_a_sentence() -> None:
    made = of(log((1, "back-squat", 4), (8, "deadlift", 5), (9, "walking-lunge", 6)))
    assert made.share == pytest.approx(6 / 15)
    assert told(made)[0] == "Your last 12 weeks: 40 % asymmetric; 6 of 10 sets on level feet"


def test_each_week_from_monday_has_its_own_balance() -> None:
    made = of(log((0, "back-squat", 3), (6, "walking-lunge", 3), (7, "deadlift", 2)), weeks=3)
    assert [each.first for each in made.weeks] == [
        date(2026, 2, 16),
        date(2026, 2, 23),
        date(2026, 3, 2),
    ]
    shares = [each.balance.asymmetric_share for each in made.weeks]
    assert shares == [None, 0.0, 0.5]
    assert [each.sessions for each in made.weeks] == [0, 1, 2]
    assert [(each.sets, each.level) for each in made.weeks] == [(0, 0), (2, 2), (6, 3)]


def test_what_lies_before_and_after_does_not_count() -> None:
    assert of(log((21, "back-squat", 3), (-1, "back-squat", 3)), weeks=3).sets == 0


def test_exercises_come_by_their_part_of_the_work() -> None:
    made = of(log((1, "bench-press", 9), (2, "walking-lunge", 1), (3, "back-squat", 3)))
    assert [(each.name, each.share) for each in made.exercises] == [
        ("Back squat", 0.75),
        ("Walking lunge", 0.25),
        ("Bench press", 0.0),
    ]
    assert made.exercises[0].laterality is Laterality.SYMMETRIC


def test_the_largest_level_exercise_is_changed_first_one_step_towards_running() -> None:
    made = of(log((1, "back-squat", 8), (2, "deadlift", 4), (3, "walking-lunge", 2)))
    change = made.change
    assert change is not None
    assert change.exercise.id == "back-squat"
    assert change.sibling.family is change.exercise.family
    assert (change.sibling.asymmetry or 0) > 0
    assert made.share is not None
    assert change.share_after > made.share
    assert "To change first: Back squat" in told(made)[-1]


def test_the_only_big_lift_is_not_given_up() -> None:
    change = of(log((1, "back-squat", 8), (2, "leg-curl", 4))).change
    assert change is not None
    assert change.exercise.id == "leg-curl"
    assert of(log((1, "back-squat", 8))).change is None


def test_on_the_target_there_is_nothing_to_change() -> None:
    assert of(log((1, "walking-lunge", 8), (2, "back-squat", 2))).change is None


def test_few_sets_are_told_as_they_were() -> None:
    assert "3 of 5 sets" in told(of(log((1, "back-squat", 3), (2, "walking-lunge", 2))))[0]


def test_sets_without_effort_are_owned_up_to() -> None:
    made = of(log((1, "back-squat", 5), (2, "walking-lunge", 5), rpe=None))
    assert told(made)[1] == "100 % of the sets have no effort logged; each counts as a hard one."


def test_no_leg_work_has_no_share() -> None:
    made = of(log((1, "bench-press", 5)))
    assert (made.share, made.change) == (None, None)
    assert told(made) == ["No leg work in these 12 weeks, so there is no share."]


def test_no_sessions_are_said_to_be_none() -> None:
    assert told(of(Log())) == ["No sessions in these 12 weeks."]


def test_exercises_that_nobody_knows_add_nothing() -> None:
    made = of(log((1, "gone", 5), (2, "walking-lunge", 5)))
    assert made.share == 1.0
    assert [each.name for each in made.exercises] == ["Walking lunge", "gone"]


def test_a_week_that_has_begun_counts_only_once_something_was_done_in_it() -> None:
    monday = SUNDAY + timedelta(days=1)
    before, since = log((0, "back-squat", 3)), log((0, "back-squat", 3), (-1, "deadlift", 3))
    assert last_day_of(before, monday) == SUNDAY
    assert last_day_of(since, monday) == monday
    assert last_day_of(since, monday + timedelta(days=6)) == monday + timedelta(days=6)
    # What is still to come is no work.
    assert last_day_of(log((-2, "deadlift", 3)), monday) == SUNDAY
    assert last_day_of(before, date.min) == date.min
    weeks = replay(before, library(), Settings(), last_day_of(before, monday)).weeks
    assert (weeks[-1].first, weeks[-1].sessions) == (SUNDAY - timedelta(days=6), 1)
