"""Names of exercises are understood as a coach would, in any common spelling."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.coach.laterality import UNSURE, Classifier, Guess, implements
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.facets import Laterality, Stance, laterality
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.paths import resource
from tests.unit.coach.labelled_names import Labelled, labelled

LEAST_RIGHT = 0.99
SIDED = {Laterality.ASYMMETRIC, Laterality.GAIT_LIKE}


@cache
def classifier() -> Classifier:
    return Classifier(load_exercises(resource("exercises")))


def guess(name: str) -> Guess:
    return classifier().classify(name)


def confusion(rows: tuple[Labelled, ...]) -> str:
    """How often each class was taken for each, and the names that were taken wrong."""
    counts = Counter((row.laterality, guess(row.name).laterality) for row in rows)
    head = f"{'label / read as':16}" + "".join(f"{each.value:>12}" for each in Laterality)
    table = [
        f"{label.value:16}" + "".join(f"{counts[label, read]:12}" for read in Laterality)
        for label in Laterality
    ]
    wrong = [
        f"{row.name}: {row.laterality}, read as {found.laterality} ({found.confidence})"
        for row in rows
        if (found := guess(row.name)).laterality is not row.laterality
    ]
    return "\n".join(["", head, *table, *wrong])


def test_names_of_every_class_from_lists_and_from_speech_are_labelled() -> None:
    rows = [row for row in labelled() if not row.debatable]
    assert len({row.name for row in rows}) >= 300
    sources = Counter(row.source for row in rows)
    assert min(sources[each] for each in ("free-exercise-db", "strong", "speech", "typo")) >= 100
    assert min(sources[language] for language in ("de", "fr", "es")) >= 100
    assert min(Counter(row.laterality for row in rows).values()) >= 100


def test_the_class_of_a_label_follows_from_its_facets() -> None:
    for row in labelled():
        score = None if row.facets is None else row.facets.asymmetry
        assert laterality(score) is row.laterality, row.name


def test_nearly_all_labelled_names_get_their_class() -> None:
    rows = tuple(row for row in labelled() if not row.debatable)
    right = sum(guess(row.name).laterality is row.laterality for row in rows)
    assert right / len(rows) >= LEAST_RIGHT, confusion(rows)


def test_nothing_asymmetric_is_called_symmetric_with_confidence() -> None:
    rows = tuple(row for row in labelled() if row.laterality in SIDED)
    mistaken = [
        row.name
        for row in rows
        if (found := guess(row.name)).laterality is Laterality.SYMMETRIC and not found.unsure
    ]
    assert mistaken == [], confusion(rows)


@pytest.mark.parametrize(
    ("name", "match"),
    [
        ("Bulgarian Split Squat (Dumbbell)", "Rear-foot-elevated split squat"),
        ("RFESS", "Rear-foot-elevated split squat"),
        ("SL RDL", "Single-leg Romanian deadlift"),
        ("Kickstand Deadlift", "B-stance Romanian deadlift"),
        ("lunge, walking", "Walking lunge"),
        ("wlaking lnuge", "Walking lunge"),
        ("Bulgarische Kniebeuge", "Rear-foot-elevated split squat"),
        ("Fentes marchées", "Walking lunge"),
        ("Zancadas caminando", "Walking lunge"),
        ("Einbeiniges Kreuzheben", "Single-leg Romanian deadlift"),
    ],
)
def test_a_name_in_another_spelling_or_language_is_found_in_the_library(
    name: str, match: str
) -> None:
    assert guess(name).match == match


@pytest.mark.parametrize(
    ("name", "facets"),
    [
        ("Barbell hack squat", "same parallel together none"),
        ("Single-leg hack squat", "one single-leg one-side none"),
        ("Staggered-stance good morning", "biased staggered one-side none"),
        ("Split-stance good morning", "opposite split one-side none"),
        ("Marching hip lift", "opposite supine alternating none"),
        ("Walking lunge with kettlebell in one hand", "opposite split alternating offset"),
        ("Lunge jumps with dumbbells", "opposite split alternating none"),
        ("One-arm dumbbell snatch", "same parallel together offset"),
        ("Half-kneeling biceps curl", "one half-kneeling one-side offset"),
        ("Lying single leg raise", "one supine one-side none"),
        ("Kurzhantel-Ausfallschritte seitlich", "one lateral one-side none"),
    ],
)
def test_words_change_the_facets_as_they_are_defined(name: str, facets: str) -> None:
    found = guess(name).facets
    assert found is not None
    assert " ".join((found.jobs, found.stance, found.sequence, found.trunk)) == facets


@pytest.mark.parametrize(
    "name", ["Incline hammer curl", "Klimmzüge", "Développé couché", "Jalón al pecho", "Pec fly"]
)
def test_upper_body_work_has_no_class(name: str) -> None:
    found = guess(name)
    assert (found.laterality, found.upper, found.facets) == (Laterality.NONE, True, None)
    assert not found.unsure


def test_back_and_hack_squat_are_not_taken_for_each_other() -> None:
    assert guess("hack squat").match is None
    assert guess("back squat").match == "Back squat"


def test_a_word_that_is_not_understood_takes_the_confidence_from_a_level_lift() -> None:
    found = guess("flurbian squat")
    assert (found.laterality, found.unsure) == (Laterality.SYMMETRIC, True)
    assert "flurbian" in str(found.reason)


@pytest.mark.parametrize("name", ["SLDL", "DB SLDL"])
def test_what_may_be_short_for_single_leg_is_not_called_level_with_confidence(name: str) -> None:
    assert (guess(name).laterality, guess(name).unsure) == (Laterality.SYMMETRIC, True)


@pytest.mark.parametrize("name", ["SL DL", "SA SL DL", "SL SLDL"])
def test_letters_with_a_space_between_are_not_read_as_one_abbreviation(name: str) -> None:
    assert guess(name).laterality is Laterality.ASYMMETRIC


@pytest.mark.parametrize(
    ("name", "laterality"),
    [
        ("stp up", Laterality.ASYMMETRIC),
        ("bird dgo", Laterality.ASYMMETRIC),
        ("bycicle crunch", Laterality.ASYMMETRIC),
        ("pull usp", Laterality.NONE),
        ("bench pres", Laterality.NONE),
    ],
)
def test_a_short_word_mistyped_is_read_with_its_neighbours(
    name: str, laterality: Laterality
) -> None:
    assert guess(name).laterality is laterality
    assert guess(name).facets or guess(name).upper


@pytest.mark.parametrize("name", ["Étirement mollets", "Estiramiento de gemelos"])
def test_a_stretch_of_the_calf_is_no_calf_raise(name: str) -> None:
    assert guess(name).laterality is Laterality.ASYMMETRIC


@pytest.mark.parametrize("name", ["All fours leg raise", "Side lying straight leg raise"])
def test_a_leg_raised_on_all_fours_or_on_the_side_is_one_leg(name: str) -> None:
    assert guess(name).laterality is Laterality.ASYMMETRIC


def test_an_exact_name_is_certain_and_a_mistyped_one_is_not() -> None:
    assert guess("Split squat").confidence == 1
    assert UNSURE <= guess("splti squat").confidence < 1


def test_a_name_that_says_nothing_gets_no_confidence() -> None:
    found = guess("zorbulator")
    assert (found.match, found.facets, found.confidence, found.upper) == (None, None, 0, False)


def test_implements_are_read_from_a_name() -> None:
    assert implements("KB goblet squat to bench") == (Equipment.BENCH, Equipment.KETTLEBELL)


@given(st.text(max_size=200))
def test_any_text_gets_an_answer_with_a_reason(text: str) -> None:
    found = guess(text)
    assert 0 <= found.confidence <= 1
    assert str(found.reason)


def test_a_ready_exercise_keeps_its_name_whoever_else_bears_it() -> None:
    ready = load_exercises(resource("exercises"))
    mine = replace(ready["walking-lunge"], id="mine", name="Back squat", aliases=("RFESS",))
    known = Classifier(ready | {"mine": mine})
    for name, meant in (("back squat", "back-squat"), ("squat back", "back-squat")):
        found = known.classify(name).exercise
        assert found is not None
        assert found.id == meant
    assert known.classify("RFESS").match == "Rear-foot-elevated split squat"


@pytest.mark.parametrize(
    ("name", "match"),
    [
        ("Skwat", "Back squat"),
        ("Fwd Lunge", "Forward lunge"),
        ("rev lunges", "Reverse lunge"),
        ("Bulgarian Squat", "Rear-foot-elevated split squat"),
    ],
)
def test_a_name_as_it_is_heard_or_shortened_is_found(name: str, match: str) -> None:
    assert guess(name).match == match


@pytest.mark.parametrize(
    "name", ["Push press", "Push Up to Side Plank", "Push-up position knee drive", "Lunge Sprint"]
)
def test_a_name_of_two_movements_that_differ_is_for_a_look(name: str) -> None:
    assert guess(name).unsure


@pytest.mark.parametrize(
    ("name", "stance"),
    [
        ("Glute kickback cable", Stance.SINGLE_LEG),
        ("Donkey kick (cable)", Stance.SINGLE_LEG),
        ("Kneeling glute kickback cable", Stance.QUADRUPED),
        ("Glute kickback", Stance.QUADRUPED),
    ],
)
def test_a_leg_tied_to_a_cable_kicks_standing(name: str, stance: Stance) -> None:
    facets = guess(name).facets
    assert facets is not None
    assert facets.stance is stance
