from __future__ import annotations

import pytest

from hemipelvi_gui.coach.findings import examine
from hemipelvi_gui.coach.making import other_form, stand_in
from hemipelvi_gui.coach.resets import best_resets, is_reset_for, resets_after, unreset
from hemipelvi_gui.coach.swaps import (
    equipment_of,
    is_asymmetric,
    likeness,
    siblings,
    variant_for,
)
from hemipelvi_gui.domain.exercises import Equipment, Pattern
from hemipelvi_gui.domain.grammar import parse
from tests.builders import item_of, library, session_of

HOME = frozenset({Equipment.DUMBBELL, Equipment.BENCH})


@pytest.mark.parametrize(
    ("symmetric", "closest"),
    [
        ("back-squat", {"rear-foot-elevated-split-squat", "split-squat"}),
        ("romanian-deadlift", {"single-leg-romanian-deadlift"}),
        ("goblet-squat", {"alternating-reverse-lunge"}),
        ("belt-squat", {"split-squat", "reverse-lunge", "walking-lunge"}),
        ("leg-press", {"step-up"}),
    ],
)
def test_the_closest_sibling_is_one_a_coach_would_name(symmetric: str, closest: set[str]) -> None:
    found = siblings(library()[symmetric], library(), None, is_asymmetric)
    assert found[0].id in closest


def test_without_a_wish_the_closest_sibling_is_of_the_same_class() -> None:
    assert siblings(library()["back-squat"], library())[0].id == "front-squat"


def test_siblings_are_of_the_same_family_possible_here_and_never_itself() -> None:
    squat = library()["back-squat"]
    found = siblings(squat, library(), HOME)
    assert found
    for other in found:
        assert other.family is squat.family
        assert other.possible_with(HOME)
        assert other.id != squat.id


def test_rolling_stays_rolling_where_it_can() -> None:
    rolling = siblings(library()["foam-roll-hip-flexors"], library())
    assert rolling[0].pattern is Pattern.ROLLING
    without = siblings(library()["foam-roll-hip-flexors"], library(), frozenset())
    assert "hip flexors" in without[0].muscles


def test_likeness_is_shared_muscles_by_all_muscles() -> None:
    lunge, squat = library()["walking-lunge"], library()["back-squat"]
    assert likeness(lunge, lunge) == 1
    assert likeness(lunge, squat) == likeness(squat, lunge)
    assert likeness(lunge, library()["push-up"]) == 0


def test_the_usual_form_comes_first_and_then_whatever_is_there() -> None:
    lunge = library()["walking-lunge"]
    assert variant_for(lunge, None) == ""
    assert variant_for(lunge, HOME) == ""
    assert variant_for(lunge, frozenset({Equipment.KETTLEBELL})) == "bodyweight"
    assert variant_for(library()["back-squat"], HOME) is None


def test_an_item_needs_what_its_variant_needs() -> None:
    lunge = library()["walking-lunge"]
    item = item_of("walking-lunge 3x8/side")
    assert equipment_of(item, lunge) == (Equipment.DUMBBELL,)
    assert equipment_of(other_form(item, "kettlebell"), lunge) == (Equipment.KETTLEBELL,)


def test_a_stand_in_keeps_sets_effort_and_rest_and_leaves_the_load() -> None:
    squat = item_of("back-squat 4x5 2RIR 100kg rest 150 warmup 2")
    lunge = stand_in(squat, library()["walking-lunge"], frozenset())
    assert (lunge.id, lunge.exercise, lunge.variant) == (squat.id, "walking-lunge", "bodyweight")
    assert lunge.prescription == parse("4x8/side 2RIR rest 150")


def test_a_reset_targets_something_that_the_lift_locks() -> None:
    squat = library()["back-squat"]
    assert is_reset_for(library()["couch-stretch"], squat)
    assert is_reset_for(library()["walking-lunge"], squat)
    assert not is_reset_for(library()["calf-stretch"], squat)
    assert not is_reset_for(library()["goblet-squat"], squat)


def test_the_best_reset_frees_most_in_a_minute_on_the_floor_and_is_not_there_yet() -> None:
    session = session_of("deadlift 3x5 @7")
    reading = examine(session, library())
    best = best_resets(reading, library()["deadlift"])[0]
    assert best.id == "deep-squat-breathing"
    again = examine(session_of("deadlift 3x5 @7", "deep-squat-breathing"), library())
    assert best_resets(again, library()["deadlift"])[0].id != "deep-squat-breathing"


def test_only_what_comes_after_a_lift_resets_it() -> None:
    reading = examine(session_of("back-squat 3x5 @7", "deadlift 3x5 @7", "cat-cow"), library())
    assert [lift.item.id for lift in reading.big] == ["i1", "i2"]
    assert all(resets_after(reading, lift) for lift in reading.big)
    bare = examine(session_of("back-squat 3x5 @7", "split-squat 3x8/side @7"), library())
    assert unreset(bare) == []
