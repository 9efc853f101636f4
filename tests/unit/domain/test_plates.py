from __future__ import annotations

from itertools import product
from math import isclose

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.gyms import STARTER_GYMS, Gym, Plates
from hemipelvi_gui.domain.plates import Fit, Loading, load_bar, plates_words
from hemipelvi_gui.domain.units import KG_PER_LB, MassUnit

PAIRS = (20.0, 15.0, 10.0, 5.0, 2.5, 1.25)
GARAGE = Gym("g", "Garage", plates=tuple(Plates(mass, 2) for mass in PAIRS))
POUNDS = Gym(
    "p", "Box", bar=45, plates=(Plates(45, 4), Plates(25, 2), Plates(10, 2)), unit=MassUnit.LB
)


def words(gym: Gym, kg: float) -> str:
    return str(plates_words(load_bar(gym, kg)))


@pytest.mark.parametrize(
    ("kg", "said"),
    [
        (55, "20 kg bar, each side 15 + 2.5"),
        (20, "The empty bar, 20 kg."),
        (12.5, "Less than the empty bar, 20 kg."),
        (60, "20 kg bar, each side 20"),
        (127.5, "20 kg bar, each side 20 + 15 + 10 + 5 + 2.5 + 1.25"),
        (
            56,
            "20 kg bar, each side 15 + 2.5: 55 kg, 1 too light. The next is 57.5 kg.",
        ),
        (
            57,
            "20 kg bar, each side 15 + 2.5 + 1.25: 57.5 kg, 0.5 too heavy. The one below is 55 kg.",
        ),
        (
            200,
            "20 kg bar, each side 20 + 15 + 10 + 5 + 2.5 + 1.25: 127.5 kg, 72.5 too light. "
            "There is no more.",
        ),
        (21, "20 kg bar, nothing on it: 20 kg, 1 too light. The next is 22.5 kg."),
    ],
)
def test_what_to_put_on_the_bar_is_said(kg: float, said: str) -> None:
    assert words(GARAGE, kg) == said


def test_two_of_a_plate_are_counted() -> None:
    club = STARTER_GYMS[1]
    assert words(club, 140) == "20 kg bar, each side 3 × 20"


def test_a_load_of_a_prescription_is_what_the_whole_bar_weighs() -> None:
    load = parse("3x5 135lb").load
    assert load is not None
    assert str(plates_words(load_bar(POUNDS, load))) == "45 lb bar, each side 45"


def test_a_bar_in_pounds_takes_a_load_in_kilograms() -> None:
    loading = load_bar(POUNDS, 102.06)
    assert (loading.fit, loading.total, loading.per_side) == (Fit.EXACT, 225, ((45, 2),))
    near = load_bar(POUNDS, 100)
    assert (near.fit, near.total) == (Fit.ABOVE, 225)
    assert near.other is not None
    assert near.other.total == 205
    assert "4.54 too heavy. The one below is 205 lb." in str(plates_words(near))


def test_pounds_on_a_bar_of_kilograms_may_be_a_hair_off() -> None:
    assert load_bar(GARAGE, 132.3 * KG_PER_LB).fit is Fit.EXACT


@pytest.mark.parametrize("line", ["3x5 80%", "3x5 bw+10kg", "3x8/side 2x16kg"])
def test_of_what_is_no_bar_nothing_is_said(line: str) -> None:
    load = parse(line).load
    assert load is not None
    assert load_bar(GARAGE, load).fit is Fit.UNKNOWN


def test_where_the_plates_are_not_known_only_the_empty_bar_is() -> None:
    bare = Gym("b", "Somewhere")
    assert words(bare, 60) == "Nothing is known of the plates."
    assert words(bare, 20) == "The empty bar, 20 kg."


def test_a_plate_without_its_twin_stays_on_the_floor() -> None:
    odd = Gym("o", "Odd", plates=(Plates(10, 3), Plates(5, 1)))
    assert load_bar(odd, 40).per_side == ((10, 1),)
    assert load_bar(odd, 60).total == 40


def test_the_same_plate_listed_twice_makes_a_pair() -> None:
    listed = Gym("t", "Twice", plates=(Plates(10, 1), Plates(10, 1)))
    assert load_bar(listed, 40).fit is Fit.EXACT


plates = st.builds(
    Plates,
    mass=st.sampled_from((25.0, 20.0, 15.0, 10.0, 7.5, 5.0, 2.5, 1.25, 0.5, 0.125)),
    count=st.integers(0, 7),
)
gyms = st.builds(
    Gym,
    id=st.just("g"),
    name=st.just("Gym"),
    bar=st.sampled_from((20.0, 15.0, 10.0, 7.5)),
    plates=st.lists(plates, min_size=1, max_size=5, unique_by=lambda each: each.mass).map(tuple),
)


def possible(gym: Gym) -> list[tuple[float, int]]:
    """Every total that the plates make, with the number of plates on one side."""
    pairs = [range(each.count // 2 + 1) for each in gym.plates]
    return [
        (
            gym.bar + 2 * sum(n * p.mass for n, p in zip(chosen, gym.plates, strict=True)),
            sum(chosen),
        )
        for chosen in product(*pairs)
    ]


def parts(loading: Loading) -> list[Loading]:
    return [loading, *([loading.other] if loading.other else [])]


@given(gyms, st.integers(0, 1200).map(lambda quarter: quarter / 4))
@example(Gym("g", "Gym", bar=20, plates=(Plates(15, 4), Plates(10, 6))), 80)
def test_it_is_the_nearest_that_the_plates_make_with_the_fewest_of_them(
    gym: Gym, kg: float
) -> None:
    loading, options = load_bar(gym, kg), possible(gym)
    have = {each.mass: each.count // 2 for each in gym.plates}
    for each in parts(loading):
        on_one_side = sum(mass * count for mass, count in each.per_side)
        assert isclose(each.total, gym.bar + 2 * on_one_side)
        assert isclose(each.off_by, each.total - kg, abs_tol=1e-6)
        assert all(count <= have[mass] for mass, count in each.per_side)
        fewest = min(count for total, count in options if isclose(total, each.total))
        assert sum(count for _, count in each.per_side) == fewest
    assert isclose(abs(loading.off_by), min(abs(total - kg) for total, _ in options), abs_tol=1e-6)


@given(gyms, st.integers(0, 1200).map(lambda quarter: quarter / 4))
def test_where_it_is_not_exact_both_neighbours_are_said(gym: Gym, kg: float) -> None:
    loading = load_bar(gym, kg)
    if loading.fit not in (Fit.BELOW, Fit.ABOVE):
        return
    totals = [total for total, _ in possible(gym)]
    below = max((total for total in totals if total < kg), default=None)
    above = min((total for total in totals if total > kg), default=None)
    said = sorted(each.total for each in parts(loading))
    assert said == pytest.approx([each for each in (below, above) if each is not None])


@given(gyms)
def test_less_than_the_bar_says_so(gym: Gym) -> None:
    assert load_bar(gym, gym.bar - 1).fit is Fit.UNDER_BAR
    assert load_bar(gym, gym.bar).fit is Fit.EMPTY_BAR
