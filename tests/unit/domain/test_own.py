from __future__ import annotations

from dataclasses import replace

import pytest

from hemipelvi_gui.domain.exercises import Action, Exercise, Family, Muscle, Pattern, Purpose
from hemipelvi_gui.domain.facets import (
    Facets,
    Jobs,
    Laterality,
    Sequence,
    Stance,
    Trunk,
    laterality,
)
from hemipelvi_gui.domain.own import (
    PRESETS,
    copy_of,
    decided,
    faults,
    is_guess,
    is_imported,
    is_undecided,
    looked_at,
    new_exercise,
    oddity,
    preset,
    refitted,
)
from hemipelvi_gui.domain.placing import usual_sections
from hemipelvi_gui.domain.session import Section
from tests.builders import library

SQUAT, LUNGE = library()["back-squat"], library()["walking-lunge"]


def test_a_new_exercise_lacks_nothing_but_its_name() -> None:
    assert list(faults(new_exercise())) == ["name"]


def test_a_copy_is_another_exercise_under_a_name_of_its_own() -> None:
    first = copy_of(LUNGE)
    second = copy_of(LUNGE, [first.name])
    assert (first.name, second.name) == ("Walking lunge (mine)", "Walking lunge (mine) 2")
    assert len({LUNGE.id, first.id, second.id}) == 3
    assert first.aliases == ()
    assert first.facets == LUNGE.facets


def test_what_is_missing_is_said_by_field() -> None:
    wrong = faults(replace(LUNGE, name=" ", muscles=(), prescription="3x8 rest 9O"))
    assert list(wrong) == ["name", "muscles", "prescription"]
    assert "9O" in str(wrong["prescription"])


def test_what_nobody_changed_stays_as_it_is() -> None:
    renamed = replace(LUNGE, name="My lunge", share=0.5)
    assert refitted(LUNGE, renamed) == renamed


def test_a_squat_done_on_one_leg_locks_nothing_any_more() -> None:
    changed = refitted(SQUAT, replace(SQUAT, facets=PRESETS[Laterality.ASYMMETRIC]))
    assert SQUAT.locks
    assert changed.locks == ()
    assert (changed.actions.working, changed.actions.other) == (Action.COMPRESS, Action.EXPAND)


def test_work_keeps_what_it_resets_whatever_is_changed_about_it() -> None:
    assert LUNGE.resets
    trained = replace(LUNGE, muscles=(*LUNGE.muscles, Muscle.CALVES))
    assert refitted(LUNGE, trained).resets == LUNGE.resets
    stepped = replace(LUNGE, pattern=Pattern.STEP)
    assert refitted(LUNGE, stepped).resets == LUNGE.resets
    assert refitted(LUNGE, replace(LUNGE, facets=None, pattern=Pattern.PUSH)).resets == ()


def test_another_muscle_changes_nothing_that_the_form_does_not_ask() -> None:
    for exercise in library().values():
        if exercise.facets is None or Muscle.UPPER_BACK in exercise.muscles:
            continue
        trained = replace(exercise, muscles=(*exercise.muscles, Muscle.UPPER_BACK))
        assert refitted(exercise, trained) == trained


def test_stretching_is_no_work_and_says_what_it_resets() -> None:
    stretched = replace(SQUAT, pattern=Pattern.MOBILITY, muscles=(Muscle.HIP_FLEXORS,))
    changed = refitted(SQUAT, stretched)
    assert (changed.share, changed.purpose) == (0.0, Purpose.RESET)
    assert changed.resets == (Muscle.HIP_FLEXORS,)
    assert changed.family is Family.RECOVERY


def test_upper_body_work_has_no_share() -> None:
    press = replace(LUNGE, facets=None, pattern=Pattern.PUSH)
    changed = refitted(LUNGE, press)
    assert (changed.share, changed.family) == (0.0, Family.UPPER)


@pytest.mark.parametrize("wanted", list(Laterality))
def test_each_preset_is_of_its_class(wanted: Laterality) -> None:
    facets = PRESETS[wanted]
    assert laterality(None if facets is None else facets.asymmetry) is wanted


def test_a_guess_of_the_right_class_keeps_its_facets() -> None:
    assert preset(LUNGE, Laterality.GAIT_LIKE) == LUNGE.facets
    assert preset(LUNGE, Laterality.SYMMETRIC) == PRESETS[Laterality.SYMMETRIC]


def test_a_decision_ends_the_waiting_and_fits_the_rest() -> None:
    guessed = replace(LUNGE, extra={"review": True})
    assert is_undecided(guessed)
    press = decided(guessed, None)
    assert not is_undecided(press)
    assert (press.share, press.pattern) == (0.0, Pattern.PUSH)
    back = decided(press, PRESETS[Laterality.GAIT_LIKE])
    assert (back.share, back.pattern) == (1.0, Pattern.LUNGE)
    assert back.facets is not None
    assert back.facets.jobs is Jobs.OPPOSITE


@pytest.mark.parametrize("exercise", library().values(), ids=lambda each: each.id)
def test_nothing_of_the_library_is_called_unusual(exercise: Exercise) -> None:
    assert oddity(exercise.facets) is None


def test_legs_that_do_the_same_one_foot_in_front_are_unusual() -> None:
    odd = Facets(Jobs.SAME, Stance.SPLIT, Sequence.ALTERNATING, Trunk.NONE)
    assert str(oddity(odd)).startswith("Unusual")


def test_a_copy_is_no_import_and_an_edited_import_no_guess() -> None:
    guessed = replace(LUNGE, extra={"inferred": {"confidence": 0.9}, "review": False})
    assert is_imported(guessed)
    assert is_guess(guessed)
    assert not is_guess(looked_at(guessed))
    assert not is_imported(copy_of(guessed))


def test_a_new_exercise_begins_without_being_a_big_lift() -> None:
    made = new_exercise()
    assert (made.compound, made.share, made.locks) == (False, 1.0, ())
    assert usual_sections(made)[0] is Section.STRENGTH
