from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from hemipelvi_gui.domain.facets import Facets, Jobs, Laterality, Sequence, Stance, Trunk
from hemipelvi_gui.domain.filters import Filters
from hemipelvi_gui.domain.search import LONGEST_WORD, SearchIndex, folded, forgiven, words_of
from hemipelvi_gui.domain.session import Section
from tests.strategies import WEIRD_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

SPLIT = Facets(Jobs.OPPOSITE, Stance.SPLIT, Sequence.ONE_SIDE, Trunk.NONE)
LEVEL = Facets(Jobs.SAME, Stance.PARALLEL, Sequence.TOGETHER, Trunk.NONE)


def exercise(name: str, **fields: object) -> Exercise:
    made = Exercise(
        id=name,
        name=name,
        facets=SPLIT,
        actions=Actions(Action.COMPRESS, Action.EXPAND),
        pattern=Pattern.LUNGE,
        family=Family.KNEE_DOMINANT,
        share=1,
        purpose=Purpose.WORK,
        muscles=(Muscle.QUADRICEPS,),
        prescription="3x8/side @7",
        compound=True,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


BULGARIAN = exercise(
    "Rear-foot-elevated split squat",
    aliases=("RFESS", "Bulgarian split squat"),
    equipment=(Equipment.BENCH, Equipment.DUMBBELL),
    variants=(Variant("bodyweight", (Equipment.BENCH,)),),
)
SPLIT_SQUAT = exercise("Split squat", equipment=(Equipment.DUMBBELL,))
WALKING = exercise("Walking lunge", variants=(Variant("sandbag", (), ("Ranger lunge",)),))
BACK_SQUAT = exercise(
    "Back squat",
    facets=LEVEL,
    pattern=Pattern.SQUAT,
    equipment=(Equipment.BARBELL, Equipment.RACK),
    variants=(Variant("smith machine", (Equipment.SMITH_MACHINE,)),),
)
STEP_UP = exercise("Step-up", pattern=Pattern.STEP)
HIP_LIFT = exercise(
    "90/90 hip lift",
    purpose=Purpose.PREPARE,
    pattern=Pattern.MOBILITY,
    muscles=(Muscle.HAMSTRINGS,),
)
ROW = exercise("Row", facets=None, pattern=Pattern.PULL, muscles=(Muscle.LATS,), compound=False)
CAFE = exercise("Café deadlift", pattern=Pattern.HINGE, aliases=("Łódź pull", "Farmer's pull"))
LIBRARY = (BULGARIAN, SPLIT_SQUAT, WALKING, BACK_SQUAT, STEP_UP, HIP_LIFT, ROW, CAFE)


@pytest.fixture(scope="module")
def found() -> Callable[..., list[str]]:
    return SearchIndex(LIBRARY).search


def test_nothing_typed_shows_everything_lunges_first(found: Callable[..., list[str]]) -> None:
    shown = found("  ")
    assert len(shown) == len(LIBRARY)
    assert shown[:3] == [BULGARIAN.id, SPLIT_SQUAT.id, WALKING.id]
    assert shown[-1] == HIP_LIFT.id


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("walk", WALKING),
        ("LUNGE walk", WALKING),
        ("rfess", BULGARIAN),
        ("bulg", BULGARIAN),
        ("ranger", WALKING),
        ("sandb", WALKING),
        ("smith", BACK_SQUAT),
        ("rack", BACK_SQUAT),
        ("hamstr", HIP_LIFT),
        ("90", HIP_LIFT),
        ("step-up", STEP_UP),
        ("step up", STEP_UP),
        ("stepup", STEP_UP),
        ("cafe", CAFE),
        ("CAFÉ", CAFE),
        ("lodz", CAFE),
        ("farmers", CAFE),
        ("dead lift", CAFE),
    ],
)
def test_a_name_an_alias_a_variant_or_a_muscle_is_found_from_its_beginning(
    found: Callable[..., list[str]], typed: str, meant: Exercise
) -> None:
    assert found(typed)[0] == meant.id


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wlaking", WALKING),  # two letters swapped
        ("walkng", WALKING),  # one left out
        ("wallking", WALKING),  # one too many
        ("qalking", WALKING),  # the first one wrong
        ("sqaut back", BACK_SQUAT),
        ("bulgraain", BULGARIAN),  # two errors in a long word
        ("bulgarai", BULGARIAN),  # not yet typed to its end
        ("hmastrigns", HIP_LIFT),
    ],
)
def test_typing_errors_are_forgiven(
    found: Callable[..., list[str]], typed: str, meant: Exercise
) -> None:
    assert meant.id in found(typed)


@pytest.mark.parametrize("typed", ["rwo", "wlaknig", "xyzzy", "lunge squat", "split barbell"])
def test_short_words_and_too_many_errors_find_nothing(
    found: Callable[..., list[str]], typed: str
) -> None:
    assert found(typed) == []


def test_long_words_may_hold_more_errors() -> None:
    assert [forgiven(word) for word in ("row", "lung", "walking", "deadlift")] == [0, 1, 1, 2]


def test_an_error_is_forgiven_only_where_nothing_is_found_as_typed() -> None:
    index = SearchIndex([exercise("Plank"), exercise("Flank stretch")])
    assert index.search("plank") == ["Plank"]
    assert index.search("blank") == ["Plank", "Flank stretch"]


def test_names_come_before_aliases_before_variants_before_muscles() -> None:
    index = SearchIndex(
        [
            exercise("Muscle", muscles=(Muscle.CALVES,)),
            exercise("Variant", variants=(Variant("calves block", ()),)),
            exercise("Alias", aliases=("Calves raise",)),
            exercise("Calves walk"),
        ]
    )
    assert index.search("calves") == ["Calves walk", "Alias", "Variant", "Muscle"]


def test_a_whole_word_comes_before_one_that_is_only_begun() -> None:
    index = SearchIndex([exercise("Stepping drill"), exercise("Step drill")])
    assert index.search("step") == ["Step drill", "Stepping drill"]


def test_the_shorter_of_two_equally_good_names_comes_first() -> None:
    index = SearchIndex([exercise("Alternating goblet lunge"), exercise("Walking lunge")])
    assert index.search("lunge")[0] == "Walking lunge"


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(patterns=frozenset({Pattern.STEP, Pattern.SQUAT})), {STEP_UP, BACK_SQUAT}),
        (Filters(classes=frozenset({Laterality.SYMMETRIC})), {BACK_SQUAT}),
        (Filters(classes=frozenset({Laterality.NONE})), {ROW}),
        (Filters(sections=frozenset({Section.PREPARE})), {HIP_LIFT}),
        (Filters(equipment=frozenset({Equipment.SMITH_MACHINE})), {BACK_SQUAT}),
        (
            Filters(equipment=frozenset({Equipment.DUMBBELL}), available=frozenset()),
            set(),
        ),
        (
            Filters(
                patterns=frozenset({Pattern.LUNGE}),
                available=frozenset({Equipment.BENCH}),
            ),
            {BULGARIAN, WALKING},
        ),
    ],
)
def test_kinds_of_filters_narrow_and_values_of_one_kind_widen(
    found: Callable[..., list[str]], filters: Filters, kept: set[Exercise]
) -> None:
    assert set(found("", filters)) == {each.id for each in kept}


def test_no_equipment_is_a_value_too(found: Callable[..., list[str]]) -> None:
    shown = found("", Filters(equipment=frozenset({None})))
    assert WALKING.id in shown
    assert BULGARIAN.id not in shown


def test_filters_hold_while_typing_and_are_forgotten_when_they_go(
    found: Callable[..., list[str]],
) -> None:
    lunges = Filters(patterns=frozenset({Pattern.LUNGE}))
    assert set(found("squat", lunges)) == {BULGARIAN.id, SPLIT_SQUAT.id}
    assert BACK_SQUAT.id in found("squat")


def test_accents_and_apostrophes_do_not_matter() -> None:
    assert words_of("Café-crème, l\u2019été 90/90") == ["cafe", "creme", "lete", "90", "90"]
    assert folded("ŁÓDŹ Straße") == "lodz strasse"


@pytest.mark.parametrize("name", WEIRD_NAMES)
def test_weird_names_are_indexed_and_do_no_harm(name: str) -> None:
    index = SearchIndex([exercise(name), WALKING])
    assert index.search("walking lunge")[0] == WALKING.id
    assert len(index.search("")) == 2
    assert isinstance(index.search(name), list)


def test_an_empty_library_finds_nothing() -> None:
    assert SearchIndex(()).search("lunge") == []
    assert SearchIndex(()).search("") == []


WORDS = st.text(alphabet="abcd", min_size=1, max_size=9)


def distance(one: str, other: str) -> int:
    """Corrections between two words: letters out, in, changed, or neighbours swapped."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != against))
            swapped = i > 1 and j > 1 and one[i - 2 : i] == other[j - 1] + other[j - 2]
            row.append(min(best, rows[-2][j - 2] + 1) if swapped else best)
        rows.append(row)
    return rows[-1][-1]


@given(names=st.lists(WORDS, min_size=1, max_size=12, unique=True), typed=WORDS)
def test_what_is_forgiven_is_what_the_distance_says(names: list[str], typed: str) -> None:
    index = SearchIndex([exercise(name) for name in names])
    # The library's muscles and implements must not be taken for the names drawn here.
    away = {
        name: min(distance(typed, name[:end]) for end in range(len(name) + 1)) for name in names
    }
    least = min(away.values())
    expected = {name for name in names if away[name] == least <= forgiven(typed)}
    assert set(index.search(typed)) - expected == set()
    assert expected <= set(index.search(typed))


@given(st.text(max_size=300))
def test_any_text_can_be_typed(typed: str) -> None:
    ids = {each.id for each in LIBRARY}
    assert set(SearchIndex(LIBRARY).search(typed)) <= ids


def test_a_very_long_word_is_cut_alike_in_name_and_query() -> None:
    name = "n" * (LONGEST_WORD + 60)
    assert SearchIndex([exercise(name)]).search(name) == [name]


def test_of_two_with_one_name_the_ready_one_comes_first() -> None:
    mine = replace(exercise("Back squat", pattern=Pattern.LUNGE), id="mine")
    ready = replace(exercise("Back squat", pattern=Pattern.SQUAT), id="ready")
    assert SearchIndex([mine, ready], last={"mine"}).search("back squat") == ["ready", "mine"]
