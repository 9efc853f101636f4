from __future__ import annotations

from dataclasses import replace

from hemipelvi_gui.coach.making import default_prescription, new_item
from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Equipment,
    Exercise,
    Family,
    Muscle,
    Pattern,
    Purpose,
    Variant,
)
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.placing import usual_sections
from hemipelvi_gui.domain.prescription import Prescription
from hemipelvi_gui.domain.session import Section
from hemipelvi_gui.paths import resource

GOBLET = Exercise(
    id="goblet-squat",
    name="Goblet squat",
    facets=None,
    actions=Actions(Action.COMPRESS, Action.COMPRESS),
    pattern=Pattern.SQUAT,
    family=Family.KNEE_DOMINANT,
    share=1,
    purpose=Purpose.WORK,
    muscles=(Muscle.QUADRICEPS,),
    prescription="3x8 @7 rest 90",
    equipment=(Equipment.DUMBBELL,),
    variants=(Variant("kettlebell", (Equipment.KETTLEBELL,)),),
    compound=True,
)


def test_a_new_item_has_the_exercises_own_prescription_in_its_usual_form() -> None:
    item = new_item(GOBLET, fresh=lambda: "item-1")
    assert (item.id, item.exercise, item.variant) == ("item-1", "goblet-squat", "")
    assert item.prescription == parse("3x8 @7 rest 90")


def test_a_new_item_takes_the_variant_that_this_gym_allows() -> None:
    assert new_item(GOBLET, frozenset({Equipment.KETTLEBELL})).variant == "kettlebell"
    assert new_item(GOBLET, frozenset(Equipment)).variant == ""


def test_what_this_gym_does_not_allow_is_made_in_its_usual_form() -> None:
    assert new_item(GOBLET, frozenset()).variant == ""


def test_two_new_items_are_never_the_same() -> None:
    assert new_item(GOBLET).id != new_item(GOBLET).id


def test_a_prescription_nobody_can_read_becomes_three_sets_of_eight() -> None:
    assert default_prescription(replace(GOBLET, prescription="a few")) == Prescription()


def test_work_goes_where_it_usually_stands() -> None:
    def section(**fields: object) -> Section:
        return usual_sections(replace(GOBLET, **fields))[0]  # type: ignore[arg-type]

    assert section() is Section.STRENGTH
    assert section(compound=False) is Section.ACCESSORY
    assert section(pattern=Pattern.PLYOMETRIC) is Section.POWER
    assert section(pattern=Pattern.CALF) is Section.ACCESSORY
    assert section(pattern=Pattern.LIGHT) is Section.RESET
    assert section(purpose=Purpose.PREPARE) is Section.PREPARE
    assert section(purpose=Purpose.RESET, pattern=Pattern.ROLLING) is Section.RESET


def test_every_section_has_exercises_of_the_library() -> None:
    exercises = load_exercises(resource("exercises")).values()
    assert {section for each in exercises for section in usual_sections(each)} == set(Section)
