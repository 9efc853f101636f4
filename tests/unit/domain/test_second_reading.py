from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.balance import Line, line
from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Exercise,
    Family,
    Muscle,
    Pattern,
    Purpose,
)
from hemipelvi_gui.domain.facets import Facets, Jobs, Sequence, Stance, Trunk
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.second_reading import (
    Place,
    Source,
    disagreement,
    place_of,
    second_reading,
    volume,
)
from hemipelvi_gui.domain.session import Item
from hemipelvi_gui.domain.settings import Settings

LEVEL = Facets(Jobs.SAME, Stance.PARALLEL, Sequence.TOGETHER, Trunk.NONE)
STRIDE = Facets(Jobs.OPPOSITE, Stance.SPLIT, Sequence.ALTERNATING, Trunk.NONE)


def exercise(
    name: str, facets: Facets | None, share: float = 1.0, *, contact: bool = False
) -> Exercise:
    return Exercise(
        name,
        name,
        facets,
        Actions(Action.COMPRESS, Action.EXPAND),
        Pattern.LUNGE,
        Family.KNEE_DOMINANT,
        share,
        Purpose.WORK,
        (Muscle.GLUTES,),
        "3x8 @7",
        contact=contact,
    )


SQUAT, LUNGE = exercise("squat", LEVEL), exercise("lunge", STRIDE)


def done(what: Exercise | None, how: str) -> Line:
    return line(Item(how, "" if what is None else what.id, parse(how)), what)


def test_a_lift_counts_sets_times_reps_times_per_cent() -> None:
    found = volume(done(SQUAT, "3x5 @8"))
    assert (found.sets, found.reps, found.percent) == (3, 5, 81.1)
    assert found.source is Source.EFFORT
    assert found.amount == pytest.approx(3 * 5 * 0.811)


def test_a_written_per_cent_is_taken_before_the_table() -> None:
    found = volume(done(SQUAT, "3x5 @8 70%"))
    assert (found.percent, found.source) == (70, Source.LOAD)


def test_reps_in_reserve_are_read_as_effort() -> None:
    assert volume(done(SQUAT, "3x5 2RIR")).percent == 81.1


def test_steps_of_an_alternating_lunge_are_shared_by_both_legs() -> None:
    assert volume(done(LUNGE, "3x16 @7")).amount == volume(done(LUNGE, "3x8/side @7")).amount


def test_a_set_of_one_side_alone_is_half_a_set() -> None:
    both, one = volume(done(LUNGE, "4x8/side @7")), volume(done(LUNGE, "4x8 left @7"))
    assert both.amount is not None
    assert one.amount == both.amount / 2


def test_half_leg_work_is_half_in_it() -> None:
    half = volume(done(exercise("bridge", LEVEL, 0.5), "3x8 @7"))
    whole = volume(done(SQUAT, "3x8 @7"))
    assert whole.amount is not None
    assert half.amount == whole.amount / 2


@pytest.mark.parametrize("how", ["3x30s @7", "3x8", "3x20m @7", "3x40 @7"])
def test_without_reps_or_a_per_cent_an_item_is_left_out(how: str) -> None:
    assert volume(done(SQUAT, how)).amount is None


def test_jumps_have_no_per_cent() -> None:
    assert volume(done(exercise("bound", STRIDE, contact=True), "3x5/side @8")).amount is None


def test_it_says_how_many_items_it_covers() -> None:
    found = second_reading(
        [
            done(SQUAT, "3x5 @8"),
            done(LUNGE, "3x8/side"),
            done(None, "3x8 @7"),
            done(exercise("press", None, 0.0), "3x8 @7"),
        ]
    )
    assert (found.covered, found.items) == (1, 2)
    assert found.asymmetric_share == 0


def test_nothing_to_read_is_not_defined() -> None:
    found = second_reading([done(LUNGE, "3x8/side")])
    assert found.asymmetric_share is None
    assert disagreement(0.7, found.asymmetric_share, Settings()) is None


def test_the_ends_of_the_band_belong_to_it() -> None:
    places = [place_of(share, Settings()) for share in (0.59, 0.6, 0.85, 0.86)]
    assert places == [Place.UNDER, Place.IN, Place.IN, Place.OVER]


def test_readings_on_both_sides_of_the_target_disagree() -> None:
    assert disagreement(0.7, 0.5, Settings()) == (Place.IN, Place.UNDER)
    assert disagreement(0.7, 0.65, Settings()) is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from([SQUAT, LUNGE]),
            st.sampled_from(["3x5 @8", "2x8/side @7", "4x6 left @9", "3x8", "2x30s @7"]),
        ),
        max_size=8,
    )
)
def test_the_share_is_between_none_and_all_in_any_order(
    drawn: list[tuple[Exercise, str]],
) -> None:
    lines = [done(what, how) for what, how in drawn]
    forth, back = second_reading(lines), second_reading(reversed(lines))
    assert forth.asymmetric_share == back.asymmetric_share
    assert forth.asymmetric_share is None or 0 <= forth.asymmetric_share <= 1
    assert forth.covered <= forth.items
