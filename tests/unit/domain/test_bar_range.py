from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.bar_range import USUAL_BARS, USUAL_PLATES, BarRange, bar_range
from hemipelvi_gui.domain.gyms import STARTER_GYMS, Gym, Plates
from hemipelvi_gui.domain.plates import Fit, load_bar
from hemipelvi_gui.domain.units import MassUnit

BARE = Gym("g", "Garage")


def test_a_bar_without_plates_is_only_itself() -> None:
    assert bar_range(BARE) == BarRange(20, 0, 0)


def test_usual_plates_load_in_even_steps() -> None:
    in_kg = replace(BARE, plates=USUAL_PLATES[MassUnit.KG])
    assert bar_range(in_kg) == BarRange(167.5, 2.5, 2.5)
    in_lb = replace(
        BARE, bar=USUAL_BARS[MassUnit.LB], plates=USUAL_PLATES[MassUnit.LB], unit=MassUnit.LB
    )
    assert bar_range(in_lb) == BarRange(400, 5, 5)


def test_the_starter_club_loads_in_steps_of_two_and_a_half() -> None:
    assert bar_range(STARTER_GYMS[1]) == BarRange(257.5, 2.5, 2.5)


def test_few_plates_leave_wide_steps() -> None:
    gym = replace(BARE, plates=(Plates(10, 2), Plates(1.25, 2)))
    assert bar_range(gym) == BarRange(42.5, 2.5, 17.5)


def test_a_plate_without_its_twin_stays_on_the_floor() -> None:
    gym = replace(BARE, plates=(Plates(10, 3), Plates(5, 1), Plates(5, 1), Plates(2.5, 1)))
    assert bar_range(gym) == BarRange(50, 10, 10, (10, 2.5))


def test_plates_that_no_foundry_makes_are_not_counted_out() -> None:
    gym = replace(BARE, plates=(Plates(0.001, 1000), Plates(1999.999, 1000)))
    found = bar_range(gym)
    assert found.heaviest > 700_000
    assert (found.least, found.greatest) == (0, 0)


@given(
    st.lists(
        st.builds(Plates, st.sampled_from((1.25, 2.5, 5.0, 10.0, 20.0)), st.integers(0, 6)),
        max_size=5,
    )
)
def test_the_heaviest_bar_can_be_loaded(plates: list[Plates]) -> None:
    gym = replace(BARE, plates=tuple(plates))
    found = bar_range(gym)
    loading = load_bar(gym, found.heaviest)
    assert loading.fit in (Fit.EXACT, Fit.EMPTY_BAR)
    assert loading.total == found.heaviest
    heavier = load_bar(gym, found.heaviest + 100)
    assert heavier.total == found.heaviest or heavier.fit is Fit.UNKNOWN
