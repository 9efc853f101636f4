"""The exercise library: what is in it, how it is read and how a name is found."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import exercise_table
import pytest

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Equipment,
    Exercise,
    Family,
    LoadSide,
    Muscle,
    Pattern,
    Purpose,
    Variant,
)
from hemipelvi_gui.domain.facets import Facets, Jobs, Sequence, Stance, Trunk
from hemipelvi_gui.domain.library import Names, exercise_from, load_exercises
from hemipelvi_gui.domain.validation import misfiled, problems
from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

SMALLEST: dict[str, Any] = {
    "id": "walking-lunge",
    "name": "Walking lunge",
    "facets": {"jobs": "opposite", "stance": "split", "sequence": "alternating", "trunk": "none"},
    "actions": {"working": "compress", "other": "expand"},
    "pattern": "lunge",
    "family": "knee-dominant",
    "share": 1,
    "purpose": "work",
    "muscles": ["quadriceps"],
    "prescription": "3x8/side @7 rest 90",
}
LEVEL = Facets(Jobs.SAME, Stance.PARALLEL, Sequence.TOGETHER, Trunk.NONE)
BOTH_COMPRESS = Actions(Action.COMPRESS, Action.COMPRESS)


@pytest.fixture(scope="module")
def library() -> dict[str, Exercise]:
    return load_exercises(resource("exercises"))


@pytest.fixture(scope="module")
def names(library: dict[str, Exercise]) -> Names:
    return Names(library)


def test_the_library_is_large_and_covers_every_pattern(library: dict[str, Exercise]) -> None:
    counts = Counter(exercise.pattern for exercise in library.values())
    assert len(library) >= 180
    assert set(counts) == set(Pattern)
    assert counts[Pattern.LUNGE] >= 28
    assert counts.most_common(1)[0][0] is Pattern.LUNGE


def test_nothing_is_wrong_with_the_built_in_exercises(library: dict[str, Exercise]) -> None:
    assert problems(library.values()) == []


def test_each_exercise_lies_in_the_file_of_its_pattern() -> None:
    assert misfiled(resource("exercises")) == []


def test_a_misfiled_exercise_is_named(tmp_path: Path) -> None:
    (tmp_path / "squat.json").write_text(json.dumps([SMALLEST]))
    assert misfiled(tmp_path) == ["squat.json: walking-lunge has the pattern lunge"]


def test_the_documented_table_is_the_library(library: dict[str, Exercise]) -> None:
    written = exercise_table.TARGET.read_text(encoding="utf-8")
    assert written == exercise_table.document(list(library.values()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("walking lunge", "Walking lunge"),
        ("  WALKING-LUNGE ", "Walking lunge"),
        ("Walking lunges", "Walking lunge"),
        ("dumbbell walking lunge", "Walking lunge"),
        ("Bulgarian Split Squat (Dumbbell)", "Rear-foot-elevated split squat"),
        ("Barbell Back Squat", "Back squat"),
        ("bodyweight squat", "Goblet squat"),
        ("front-rack reverse lunge", "Reverse lunge"),
        ("pullup", "Pull-up"),
        ("press-ups", "Push-up"),
        ("heel raise", "Calf raise"),
        ("worlds greatest stretch", "World's greatest stretch"),
        ("90/90 hip lift with reach", "90/90 hip lift with reach"),
        ("foam roll hip flexors", "Foam roll: hip flexors"),
    ],
)
def test_a_name_is_found_as_runners_type_it(names: Names, typed: str, meant: str) -> None:
    found = names.find_named(typed)
    assert found is not None
    assert found.name == meant


@pytest.mark.parametrize("typed", ["", " ", "s", "/-", "lung", "squat lunge", "x" * 10_000, "🏃"])
def test_a_name_nobody_has_is_not_found(names: Names, typed: str) -> None:
    assert names.find_named(typed) is None


def test_every_name_finds_its_own_exercise(names: Names, library: dict[str, Exercise]) -> None:
    for exercise in library.values():
        for name in (exercise.name, *exercise.aliases):
            assert names.find_named(name) is exercise


def test_left_out_fields_take_their_defaults() -> None:
    lunge = exercise_from(SMALLEST)
    assert lunge.facets == Facets(Jobs.OPPOSITE, Stance.SPLIT, Sequence.ALTERNATING, Trunk.NONE)
    assert (lunge.difficulty, lunge.contact, lunge.equipment, lunge.version) == (2, False, (), 1)


@pytest.mark.parametrize(
    ("change", "field", "allowed"),
    [
        ({"pattern": "lunges"}, "pattern", "squat, hinge, lunge"),
        ({"facets": {**SMALLEST["facets"], "jobs": "two"}}, "facets.jobs", "same, biased, one"),
        ({"facets": {"jobs": "one"}}, "facets.stance", "has to be there"),
        ({"facets": []}, "facets", "an object"),
        ({"muscles": "quadriceps"}, "muscles", "a list"),
        ({"muscles": ["quads"]}, "muscles", "quadriceps, glutes"),
        ({"variants": [{"name": "band", "equipment": ["rope"]}]}, "variants.equipment", "band"),
        ({"share": "1"}, "share", "a number"),
        ({"share": True}, "share", "a number"),
        ({"difficulty": 1.5}, "difficulty", "a whole number"),
        ({"difficulty": True}, "difficulty", "a whole number"),
        ({"contact": 1}, "contact", "true or false"),
        ({"name": 5}, "name", "text"),
        ({"colour": "red"}, "colour", "id, name, aliases"),
    ],
)
def test_an_unreadable_field_is_named_with_what_is_allowed(
    change: dict[str, Any], field: str, allowed: str
) -> None:
    with pytest.raises(KnownError) as caught:
        exercise_from(SMALLEST | change, "lunge.json")
    message = str(caught.value.message)
    assert "lunge.json" in message
    assert "walking-lunge" in message
    assert f"“{field}”" in message
    assert allowed in str(caught.value.advice)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(KnownError, match="“name”"):
        exercise_from({key: value for key, value in SMALLEST.items() if key != "name"})


@pytest.mark.parametrize("content", ["", "[", '{"a": 1}', "[1]", "[" * 100_000, '["\\ud800"]'])
def test_a_damaged_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "lunge.json").write_text(content)
    with pytest.raises(KnownError, match=r"lunge\.json"):
        load_exercises(tmp_path)


def test_an_id_may_be_there_only_once(tmp_path: Path) -> None:
    (tmp_path / "lunge.json").write_text(json.dumps([SMALLEST, SMALLEST]))
    with pytest.raises(KnownError, match="walking-lunge"):
        load_exercises(tmp_path)


def test_an_empty_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no exercises"):
        load_exercises(tmp_path)


Spoiled = tuple[str, dict[str, Any], str]
SPOILED: tuple[Spoiled, ...] = (
    ("walking-lunge", {"id": "Walking lunge"}, "no slug"),
    ("walking-lunge", {"id": "walk"}, "does not follow from the name"),
    ("walking-lunge", {"version": 2}, "no version"),
    ("walking-lunge", {"parent": 1}, "no version"),
    ("walking-lunge", {"extra": {"colour": "red"}}, "no version"),
    ("walking-lunge", {"name": "Walking  lunge"}, "a space too many"),
    ("walking-lunge", {"aliases": ("",)}, "a space too many"),
    ("walking-lunge", {"name": "Walking lunge " + "x" * 60}, "longer than 60"),
    ("walking-lunge", {"name": "walking lunge"}, "small letter"),
    ("walking-lunge", {"cue": ""}, "the cue is not 1 to 70"),
    ("walking-lunge", {"cue": "Step " * 15 + "."}, "the cue is not 1 to 70"),
    ("walking-lunge", {"cue": "Step long"}, "no sentence"),
    ("walking-lunge", {"aliases": ("Walking lunges",)}, "twice among its names"),
    ("walking-lunge", {"facets": None}, "no other, has no facets"),
    ("bench-press", {"facets": LEVEL}, "no other, has no facets"),
    ("bench-press", {"pattern": Pattern.SQUAT}, "pushes and pulls only"),
    ("bench-press", {"share": 0.5}, "upper-body work has no share"),
    ("bench-press", {"actions": BOTH_COMPRESS}, "both actions are neutral"),
    ("walking-lunge", {"load_side": LoadSide.SAME}, "an offset for the trunk"),
    (
        "back-squat",
        {"actions": Actions(Action.COMPRESS, Action.EXPAND)},
        "legs with the same job",
    ),
    (
        "walking-lunge",
        {"actions": Actions(Action.EXPAND, Action.COMPRESS)},
        "the working side compresses",
    ),
    ("walking-lunge", {"actions": BOTH_COMPRESS}, "does not compress"),
    ("walking-lunge", {"share": 0.7}, "the share is 0, 0.5 or 1"),
    ("walking-lunge", {"share": 0.0}, "work has a share"),
    ("walking-lunge", {"purpose": Purpose.RESET}, "the rest is work"),
    ("couch-stretch", {"purpose": Purpose.WORK}, "prepare or reset"),
    ("couch-stretch", {"family": Family.TRUNK}, "the recovery family"),
    ("walking-lunge", {"muscles": (Muscle.GLUTES, Muscle.GLUTES)}, "names something twice"),
    ("walking-lunge", {"muscles": ()}, "names no muscle"),
    ("back-squat", {"locks": (Muscle.GLUTES,)}, "can't be locked"),
    ("back-squat", {"locks": ()}, "symmetric compound lifts"),
    ("walking-lunge", {"locks": (Muscle.HIP_FLEXORS,)}, "symmetric compound lifts"),
    ("couch-stretch", {"resets": ()}, "what it resets"),
    ("walking-lunge", {"difficulty": 6}, "difficulty goes from 1 to 5"),
    ("kettlebell-swing", {"heavy_from_kg": 0.0}, "a lift is heavy"),
    ("walking-lunge", {"contact": True}, "only plyometrics and drills"),
    ("box-jump", {"contact": False}, "a plyometric has contacts"),
    ("box-jump", {"compound": True}, "no compound lift"),
    (
        "walking-lunge",
        {"variants": (Variant("bodyweight", ()), Variant("bodyweight", (Equipment.BENCH,)))},
        "the same name",
    ),
    (
        "walking-lunge",
        {"variants": (Variant("dumbbell", (Equipment.DUMBBELL,)),)},
        "the same equipment",
    ),
    ("walking-lunge", {"variants": (Variant("brick", ()),)}, "not named after an implement"),
    ("walking-lunge", {"variants": (Variant("barbell", ()),)}, "does not need its implement"),
    ("walking-lunge", {"prescription": "three sets"}, "can't be read"),
    ("split-squat", {"prescription": "3x8 @7 rest 90"}, "not per side"),
    ("walking-lunge", {"prescription": "3x8/side @7 20kg rest 90"}, "no load"),
    ("couch-stretch", {"prescription": "2x40s/side @5"}, "only work has an effort"),
    ("walking-lunge", {"prescription": "3x8/side @7"}, "how long to rest"),
    ("walking-lunge", {"prescription": "3x8/side rest 90"}, "how hard it is"),
    ("wall-sit", {"prescription": "3x5min @7 rest 60"}, "a hold is at most"),
    ("back-squat", {"prescription": "3x20 contacts @7 rest 60"}, "contacts are counted"),
)


@pytest.mark.parametrize(("which", "change", "problem"), SPOILED)
def test_each_check_finds_what_it_looks_for(
    library: dict[str, Exercise], which: str, change: dict[str, Any], problem: str
) -> None:
    spoiled = library | {which: replace(library[which], **change)}
    found = problems(spoiled.values())
    assert any(problem in line and not line.startswith("library") for line in found), found


def test_two_exercises_with_one_id_are_found(library: dict[str, Exercise]) -> None:
    twice = [*library.values(), library["walking-lunge"]]
    assert "library: the id walking-lunge is there twice" in problems(twice)


@pytest.mark.parametrize("alias", ["Reverse lunge", "reverse-lunges", "Barbell Reverse Lunge"])
def test_a_name_that_means_two_exercises_is_found(library: dict[str, Exercise], alias: str) -> None:
    spoiled = replace(library["walking-lunge"], aliases=(alias,))
    found = problems((library | {"walking-lunge": spoiled}).values())
    assert any("walking-lunge" in line and "reverse-lunge" in line for line in found), found


def test_a_cue_used_twice_is_found(library: dict[str, Exercise]) -> None:
    spoiled = replace(library["walking-lunge"], cue=library["split-squat"].cue)
    found = problems((library | {"walking-lunge": spoiled}).values())
    assert any(line.endswith("have the same cue") for line in found), found


def test_a_pattern_without_exercises_is_found(library: dict[str, Exercise]) -> None:
    left = [each for each in library.values() if each.pattern is not Pattern.CARRY]
    assert "library: no exercise has the pattern carry" in problems(left)


def test_a_muscle_without_resets_is_found(library: dict[str, Exercise]) -> None:
    left = [each for each in library.values() if Muscle.LATS not in each.resets]
    assert "library: 0 resets for lats, wanted 3" in problems(left)


def test_a_lunge_that_resets_nothing_is_found(library: dict[str, Exercise]) -> None:
    spoiled = replace(library["walking-lunge"], muscles=(Muscle.GLUTES,), resets=())
    found = problems((library | {"walking-lunge": spoiled}).values())
    assert "library: walking-lunge resets nothing that back-squat locks" in found


def test_symmetric_work_without_an_asymmetric_sibling_is_found(
    library: dict[str, Exercise],
) -> None:
    left = [
        each
        for each in library.values()
        if each.family is not Family.CALF or (each.asymmetry or 0.0) < 0.5
    ]
    assert "library: nothing asymmetric in calf to swap for" in problems(left)
