"""free-exercise-db is read, and every exercise of it says why it is what it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hemipelvi_gui.coach.laterality import UNSURE
from hemipelvi_gui.coach.reasons import from_data
from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.exercises import Equipment, Muscle, Pattern
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.text import Text
from hemipelvi_gui.exchange import FileError, read, write
from hemipelvi_gui.exchange.formats.free_exercise_db import FreeExerciseDb

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise

SAMPLE = Path(__file__).parents[4] / "shared" / "samples" / "free-exercise-db.json"


def row(name: str, **more: object) -> dict[str, Any]:
    """A row as the list has it, about the legs where nothing else is said."""
    return {
        "id": name.replace(" ", "_"),
        "name": name,
        "force": "push",
        "level": "intermediate",
        "mechanic": "compound",
        "equipment": "body only",
        "primaryMuscles": ["quadriceps"],
        "secondaryMuscles": ["glutes"],
        "instructions": ["Stand tall.", "Go."],
        "category": "strength",
        "images": [],
    } | more


def exercise(name: str, **more: object) -> Exercise:
    """The one exercise of a list with one row."""
    content = json.dumps([row(name, **more)]).encode()
    return FreeExerciseDb().read(content).exercises[0]


def test_the_list_is_recognised_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "whatever.txt"
    path.write_text(json.dumps([row("Barbell Squat")]), encoding="utf-8")
    assert [each.name for each in read(path).exercises] == ["Barbell Squat"]
    assert not FreeExerciseDb().recognises(b"[1, 2]")
    assert not FreeExerciseDb().recognises(b'{"format": "hemipelvi-plan"}')


def test_a_name_of_the_library_brings_what_the_library_knows() -> None:
    lunge = exercise("Dumbbell Walking Lunge", equipment="dumbbell")
    assert lunge.laterality is Laterality.GAIT_LIKE
    assert (lunge.pattern, lunge.share) == (Pattern.LUNGE, 1)
    assert lunge.equipment == (Equipment.DUMBBELL,)
    assert lunge.muscles == (Muscle.QUADRICEPS, Muscle.GLUTES)
    assert lunge.extra["inferred"]["match"] == "Walking lunge"
    assert not lunge.extra["review"]


def test_an_inferred_lift_locks_what_it_loads() -> None:
    lift = exercise(
        "Barbell Jefferson Deficit Good Morning To A Box",
        equipment="barbell",
        primaryMuscles=["hamstrings"],
        secondaryMuscles=["lower back", "adductors"],
    )
    assert Equipment.BOX in lift.equipment
    assert lift.muscles == (Muscle.HAMSTRINGS, Muscle.SPINAL_ERECTORS, Muscle.ADDUCTORS)
    assert lift.locks == (Muscle.SPINAL_ERECTORS, Muscle.ADDUCTORS)


def test_one_sided_work_is_prescribed_per_side() -> None:
    squat = exercise("Single-Leg High Box Squat")
    assert squat.laterality is Laterality.ASYMMETRIC
    assert "/side" in squat.prescription


def test_muscles_and_name_that_differ_are_for_review() -> None:
    assert exercise("Chest Push with Run Release", primaryMuscles=["chest"]).extra["review"]


def test_a_name_that_says_nothing_is_for_review_with_its_muscles_as_reason() -> None:
    puzzle = exercise("Zorbulator", primaryMuscles=["chest"])
    assert puzzle.facets is None
    assert puzzle.extra["review"]
    assert puzzle.extra["inferred"]["reason"] == {"code": "muscles", "muscles": "chest"}


def test_a_stretch_without_the_word_is_known_by_its_category() -> None:
    stretch = exercise(
        "Lying Hamstring", category="stretching", primaryMuscles=["hamstrings"], mechanic=None
    )
    assert (stretch.pattern, stretch.share) == (Pattern.MOBILITY, 0)
    assert not stretch.extra["review"]


def test_reading_twice_gives_the_same_ids() -> None:
    assert exercise("Barbell Squat") == exercise("Barbell Squat")


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ([row("A"), 7], "[1]"),
        ([row("A"), row("B") | {"name": ""}], "[1].name"),
        ([row("A") | {"name": 3}], "[0].name"),
        ([row("A", primaryMuscles="chest")], "[0].primaryMuscles"),
        ([row("A", instructions=[1])], "[0].instructions"),
    ],
)
def test_a_damaged_list_is_refused_with_the_place(
    tmp_path: Path, content: object, where: str
) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        read(path)
    assert where in str(caught.value)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the list lies beside this checkout only")
def test_the_whole_list_is_read_with_a_reason_each(tmp_path: Path) -> None:
    exercises = read(SAMPLE).exercises
    assert len(exercises) == 873
    for each in exercises:
        inferred = each.extra["inferred"]
        assert isinstance(from_data(inferred["reason"]), Text), each.name
        assert 0 <= inferred["confidence"] <= 1, each.name
        assert each.extra["review"] or inferred["confidence"] >= UNSURE, each.name
    unsure = [each for each in exercises if each.extra["inferred"]["confidence"] < UNSURE]
    assert len(unsure) < 45
    path = tmp_path / "all.hemiplan"
    write(path, Bundle(exercises=exercises))
    assert read(path).exercises == exercises


@pytest.mark.parametrize("name", ["Air Bike", "Wind Sprints"])
def test_what_trains_the_abdominals_first_is_no_ride_and_no_run(name: str) -> None:
    assert exercise(name, primaryMuscles=["abdominals"]).extra["review"]
    assert not exercise(name, primaryMuscles=["quadriceps"]).extra["review"]


def test_a_cue_ends_with_a_sentence_or_a_word_and_the_steps_are_kept() -> None:
    sentence = "Stand tall with your feet apart and your chest up."
    long = [f"{sentence} " * 3 + "Once the correct height is set, begin.", "Go."]
    told = exercise("Barbell Squat", instructions=long)
    assert told.cue == f"{sentence} {sentence} {sentence}"
    assert told.extra["instructions"] == long
    endless = exercise("Barbell Squat", instructions=["and then again " * 20])
    assert endless.cue.endswith(("then\u2026", "again\u2026", "and\u2026"))
    assert len(endless.cue) <= 160
