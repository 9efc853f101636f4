"""Names in other programs' logs are matched with exercises, or become some."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter

import pytest

from hemipelvi_gui.coach.history import LEAVE_OUT, NEW, How, Namer
from hemipelvi_gui.coach.history.naming import side_of
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.known_names import KnownName, name_key
from hemipelvi_gui.domain.own import faults, is_imported, is_undecided
from hemipelvi_gui.domain.prescription import Sides
from tests.builders import library

NAMES = Path(__file__).parents[1] / "labelled_names.json"


def written() -> list[str]:
    """Names as people write them, each once."""
    return list(dict.fromkeys(each["name"] for each in json.loads(NAMES.read_text("utf-8"))))


@pytest.mark.parametrize(
    ("name", "exercise", "variant"),
    [
        ("Squat (Barbell)", "back-squat", ""),
        ("Romanian Deadlift (Dumbbell)", "romanian-deadlift", "dumbbell"),
        ("Bulgarian Split Squat", "rear-foot-elevated-split-squat", ""),
        ("bench press (dumbbell)", "bench-press", "dumbbell"),
    ],
)
def test_names_with_implements_are_found(name: str, exercise: str, variant: str) -> None:
    match = Namer(library()).match(name)
    assert (match.exercise, match.variant, match.how) == (exercise, variant, How.NAMED)
    assert not match.unsure


def test_a_name_read_another_way_says_how_sure_it_is() -> None:
    match = Namer(library()).match("Crunch Weightd")
    assert (match.exercise, match.how, match.unsure) == ("curl-up", How.READ, True)
    assert 0.85 <= match.confidence < 1


@pytest.mark.parametrize(
    "name",
    ["Lower Chest Fly", "Triceps Pushdown", "Preacher Curl (Barbell)", "Iso-Lateral Low Row"],
)
def test_a_new_name_of_upper_body_work_needs_no_look_for_it_has_no_score(name: str) -> None:
    match = Namer(library()).match(name)
    assert (match.how, match.unsure) == (How.NEW, False)
    assert match.made is not None
    assert match.made.facets is None


@pytest.mark.parametrize("name", ["Glute Kickback (Machine)", "Clean Pull", "Aerobics"])
def test_a_new_name_of_leg_or_trunk_work_and_one_that_says_nothing_wants_a_look(name: str) -> None:
    assert Namer(library()).match(name).unsure


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Flat Barbell Bench Press", "bench-press"),
        ("Bicep Curl (Machine)", "biceps-curl"),
        ("Chest Dip", "dip"),
        ("Squat (Dumbbell)", "goblet-squat"),
        ("Hip Adductor (Machine)", "hip-adduction-machine"),
        ("Hip Abductor (Machine)", "hip-abduction-machine"),
        ("Leg Press Horizontal (Machine)", "leg-press"),
        ("Calf Press on Seated Leg Press", "calf-raise"),
        ("Crunch (Weighted)", "curl-up"),
    ],
)
def test_stock_names_of_other_programs_are_known(name: str, exercise: str) -> None:
    match = Namer(library()).match(name)
    assert (match.exercise, match.unsure) == (exercise, False)


def test_what_the_runner_decided_comes_first() -> None:
    known = {name_key("Squat (Barbell)"): KnownName(name_key("Squat (Barbell)"), "front-squat")}
    match = Namer(library(), known).match("squat  (barbell)")
    assert (match.meant, match.how) == ("front-squat", How.KNOWN)
    again = Namer(library(), known, {"Squat (Barbell)": LEAVE_OUT}).match("Squat (Barbell)")
    assert (again.meant, again.how) == ("", How.LEFT_OUT)


def test_a_decision_for_an_exercise_that_is_gone_says_nothing() -> None:
    known = {"squat": KnownName("squat", "deleted long ago")}
    assert Namer(library(), known).match("Squat").meant == "back-squat"


def test_a_new_name_becomes_an_exercise_with_what_was_read_from_it() -> None:
    match = Namer(library()).match("Zercher Good Morning")
    made = match.made
    assert made is not None
    assert (match.how, match.exercise, match.meant) == (How.NEW, "", made.id)
    assert made.name == "Zercher Good Morning"
    assert made.laterality is Laterality.SYMMETRIC
    assert (made.share, made.compound) == (1.0, True)
    assert is_imported(made)
    assert not faults(made)


def test_a_name_that_says_nothing_waits_for_review_and_counts_for_nothing() -> None:
    made = Namer(library()).match("Aerobics").made
    assert made is not None
    assert is_undecided(made)
    assert (made.facets, made.share) == (None, 0.0)


def test_the_same_name_makes_the_same_exercise() -> None:
    first = Namer(library()).match("Kettlebell Carry").made
    second = Namer(library()).match("kettlebell  carry").made
    assert first is not None
    assert second is not None
    assert first.id == second.id
    assert Equipment.KETTLEBELL in first.equipment
    renamed = Namer({**library(), first.id: first}).match("Kettlebell Carry")
    assert (renamed.how, renamed.meant) == (How.NAMED, first.id)


def test_a_runner_may_want_an_exercise_of_their_own_for_a_name_that_is_known() -> None:
    match = Namer(library(), decisions={"Deadlift": NEW}).match("Deadlift")
    assert match.made is not None
    assert match.made.laterality is Laterality.SYMMETRIC


@pytest.mark.parametrize(
    ("name", "bare", "side"),
    [
        ("Split Squat Left", "Split Squat", Sides.LEFT),
        ("Single Leg RDL (right)", "Single Leg RDL", Sides.RIGHT),
        ("Step-up - right leg", "Step-up", Sides.RIGHT),
        ("Ausfallschritt links", "Ausfallschritt", Sides.LEFT),
        ("Squat (Barbell)", "Squat (Barbell)", None),
        ("Upright Row", "Upright Row", None),
        ("Left", "Left", None),
    ],
)
def test_a_side_is_told_by_the_end_of_a_name(name: str, bare: str, side: Sides | None) -> None:
    assert side_of(name) == (bare, side)


def test_five_hundred_names_take_less_than_a_second() -> None:
    rows = json.loads(NAMES.read_text("utf-8"))
    names = list(
        dict.fromkeys(str(each["name"] if isinstance(each, dict) else each) for each in rows)
    )
    begun = perf_counter()
    namer = Namer(library())
    for name in names:
        namer.match(name)
    assert perf_counter() - begun < 3  # 0.3 s where nothing else runs


def test_every_name_of_the_list_makes_an_exercise_that_can_be_kept() -> None:
    namer = Namer(library())
    for name in written()[:1000]:
        made = namer.match(name).made
        assert made is None or not faults(made), made
