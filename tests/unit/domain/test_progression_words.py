from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.progression_words import ProgressionError, parse, words, write
from hemipelvi_gui.domain.units import MassUnit

QUARTERS = st.integers(1, 200).map(lambda quarter: quarter / 4)
PROGRESSIONS = st.one_of(
    st.builds(
        Progression,
        st.sampled_from((Progress.ADD_LOAD, Progress.DOUBLE)),
        QUARTERS,
        st.booleans(),
    ),
    st.builds(Progression, st.just(Progress.ADD_SET), most_sets=st.integers(1, 50)),
    st.builds(
        Progression,
        st.just(Progress.PERCENT),
        percents=st.lists(
            st.integers(80, 480).map(lambda quarter: quarter / 4), min_size=1, max_size=110
        ).map(tuple),
    ),
    st.just(Progression(Progress.HOLD_RPE)),
)


@given(PROGRESSIONS, st.none() | st.sampled_from(MassUnit))
def test_what_is_written_is_read_back(progression: Progression, unit: MassUnit | None) -> None:
    assert parse(write(progression, unit), unit) == progression
    assert str(words(progression))


@given(st.text(alphabet="+-0123456789.,% kglbsetrpholduptn1RM/;", max_size=40))
def test_anything_typed_is_read_or_answered(text: str) -> None:
    try:
        progression = parse(text)
    except ProgressionError as error:
        column = error.column
    else:
        column = 0
        assert parse(write(progression)) == progression
    assert 0 <= column <= len(text)


def test_a_long_line_with_many_gaps_is_answered_at_once() -> None:
    with pytest.raises(ProgressionError):
        parse("70  " * 400 + "x")


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("+2.5kg", "+2.5kg"),
        ("add 2.5", "+2.5kg"),
        ("+ 2,5 KG", "+2.5kg"),
        ("+5%", "+5%"),
        ("reps then +2.5", "reps then +2.5kg"),
        ("Reps, then add 5 %", "reps then +5%"),
        ("+1 set", "+1 set up to 5"),
        ("add a set up to 6 sets", "+1 set up to 6"),
        ("70 72.5 75 % of 1RM", "70 72.5 75% of 1RM"),
        ("70%, 75%, 80%", "70 75 80% of 1RM"),
        ("70/75/80 1RM", "70 75 80% of 1RM"),
        ("75%", "75% of 1RM"),
        ("hold RPE", "hold RPE"),
        (" keep the effort ", "hold RPE"),
    ],
)
def test_several_ways_to_say_it(typed: str, canonical: str) -> None:
    assert write(parse(typed), MassUnit.KG) == canonical


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("", 0),
        ("faster", 0),
        ("2.5", 0),
        ("+2.5 stone", 5),
        ("+0kg", 1),
        ("+60%", 1),
        ("+1 set up to 0", 13),
        ("70 5 75%", 3),
        ("70 200%", 3),
        ("hold RPE 7", 9),
        ("+5lb", 2),
        ("x" * 3000, 2000),
    ],
)
def test_what_cannot_be_read_is_shown_where_it_stands(typed: str, column: int) -> None:
    with pytest.raises(ProgressionError) as caught:
        parse(typed, MassUnit.KG)
    assert caught.value.column == column
    assert str(caught.value.advice)


@pytest.mark.parametrize(
    ("progression", "said"),
    [
        (Progression(Progress.ADD_LOAD), "2.5 kg more each time"),
        (Progression(Progress.DOUBLE, 5, relative=True), "more reps, then 5 % more"),
        (Progression(Progress.ADD_SET), "one set more each time, up to 5"),
        (Progression(Progress.PERCENT, percents=(70, 75)), "70, 75 % of 1RM, week by week"),
        (Progression(Progress.HOLD_RPE), "load by feel, so that the RPE stays"),
    ],
)
def test_a_progression_in_the_words_of_a_runner(progression: Progression, said: str) -> None:
    assert str(words(progression)) == said
