from __future__ import annotations

from dataclasses import replace

import pytest

from hemipelvi_gui.coach.steps import away_from_running, towards_running
from hemipelvi_gui.coach.swaps import siblings
from tests.builders import library


def scores(ids: list[str]) -> list[float | None]:
    return [library()[each].asymmetry for each in ids]


def test_each_step_towards_running_scores_more_than_the_one_before() -> None:
    squat = library()["back-squat"]
    steps = [each.asymmetry or 0.0 for each in towards_running(squat, library())]
    assert len(steps) == 3
    assert steps == sorted(set(steps))
    assert steps[0] > 0.0
    assert away_from_running(squat, library()) == []


def test_steps_stay_in_the_family_and_keep_what_it_is_for() -> None:
    lunge = library()["walking-lunge"]
    others = [*towards_running(lunge, library()), *away_from_running(lunge, library())]
    assert others
    assert {each.family for each in others} == {lunge.family}
    assert {each.purpose for each in others} == {lunge.purpose}


def test_a_hidden_exercise_is_no_step() -> None:
    squat = library()["back-squat"]
    first = towards_running(squat, library())[0]
    assert first not in towards_running(squat, library(), {first.id})


@pytest.mark.parametrize("exercise", ["push-up"])
def test_upper_body_work_has_no_steps(exercise: str) -> None:
    assert towards_running(library()[exercise], library()) == []


def test_a_guess_shows_the_way_only_where_nothing_known_does() -> None:
    squat = library()["back-squat"]
    nearest = towards_running(squat, library())[0]
    guess = replace(nearest, id="guess", name="A guess", extra={"inferred": {"confidence": 0.9}})
    assert guess not in towards_running(squat, library() | {"guess": guess})
    seen = replace(guess, extra={**guess.extra, "reviewed": True})
    others = {squat.id: squat, "guess": guess}
    assert towards_running(squat, others) == [guess]
    assert siblings(squat, others | {"seen": replace(seen, id="seen")})[0].id == "seen"
