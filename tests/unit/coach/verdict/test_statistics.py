"""Numbers worked out by hand, and those of printed tables."""

from __future__ import annotations

from math import atan, exp, inf, isnan, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.coach.verdict.detectable import detectable_change
from hemipelvi_gui.coach.verdict.statistics import (
    Line,
    difference,
    line,
    score,
    shrunken,
    theil_sen,
)
from hemipelvi_gui.coach.verdict.student import cdf, quantile


@pytest.mark.parametrize(
    ("freedom", "probability", "t"),
    [
        (1, 0.95, 6.313752),
        (1, 0.975, 12.706205),
        (2, 0.90, 1.885618),
        (2, 0.95, 2.919986),
        (4, 0.90, 1.533206),
        (5, 0.975, 2.570582),
        (10, 0.95, 1.812461),
        (14, 0.90, 1.345030),
        (14, 0.95, 1.761310),
        (14, 0.99, 2.624494),
        (30, 0.95, 1.697261),
        (120, 0.975, 1.979930),
    ],
)
def test_students_t_is_that_of_the_printed_tables(
    freedom: int, probability: float, t: float
) -> None:
    assert cdf(t, freedom) == pytest.approx(probability, abs=1e-6)
    assert quantile(probability, freedom) == pytest.approx(t, abs=1e-5)
    assert quantile(1 - probability, freedom) == pytest.approx(-t, abs=1e-5)


@given(st.floats(-50, 50))
def test_students_t_has_closed_forms_for_one_and_two_degrees_of_freedom(t: float) -> None:
    assert cdf(t, 1) == pytest.approx(0.5 + atan(t) / pi, abs=1e-12)
    assert cdf(t, 2) == pytest.approx(0.5 + t / (2 * sqrt(2 + t * t)), abs=1e-12)


@given(st.floats(-1e9, 1e9), st.integers(1, 200))
def test_students_t_is_a_probability_and_even(t: float, freedom: int) -> None:
    value = cdf(t, freedom)
    assert 0 <= value <= 1
    assert not isnan(value)
    assert value + cdf(-t, freedom) == pytest.approx(1)


def test_students_t_ends_where_it_must() -> None:
    assert (cdf(inf, 3), cdf(-inf, 3), cdf(0, 3)) == (1, 0, 0.5)


@pytest.mark.parametrize("probability", [0, 1, -0.1, float("nan")])
def test_there_is_no_quantile_outside_of_0_to_1(probability: float) -> None:
    with pytest.raises(ValueError, match=str(probability)):
        quantile(probability, 3)


def test_a_spread_is_drawn_towards_what_is_usual_by_eight_observations() -> None:
    # Squares 2 and 0.5 about the means 2 and 4.5; one degree of freedom each.
    assert shrunken(([1, 3], [4, 5]), 0.8) == pytest.approx(sqrt((2.5 + 8 * 0.64) / 10))
    assert shrunken(([7],), 0.02) == pytest.approx(0.02)
    assert shrunken(([0.0, 0.0, 0.0],), 0.02) == pytest.approx(0.02 * sqrt(8 / 10))


def test_z_is_that_of_the_model() -> None:
    before, recent = [0.1] * 12, [0.07] * 4
    found = difference(before, recent, 0.02)
    spread = 0.02 * sqrt(8 / 22)
    assert found.change == pytest.approx(-0.03)
    assert found.spread == pytest.approx(spread)
    assert found.z == pytest.approx(-0.03 / (spread * sqrt((1 / 12 + 1 / 4) * 1.8)))
    low, high = found.interval()
    assert (low + high) / 2 == pytest.approx(-0.03)
    assert high - low == pytest.approx(2 * 1.644854 * found.error)
    assert found.probability == pytest.approx(0.00066, abs=1e-4)


def test_the_detectable_change_is_the_rules_limit_and_its_power() -> None:
    found = difference([0.0] * 12, [0.0] * 4, 0.02 / sqrt(8 / 22))
    assert found.error == pytest.approx(0.02 * sqrt(0.6))
    assert detectable_change(found) == pytest.approx(100 * (1 - exp(-2.48662 * 0.0154919)), 1e-4)
    tiny = difference([0.0] * 12, [0.0] * 4, 1e-6)
    assert detectable_change(tiny) == pytest.approx(1.0)


def test_a_weighted_line_is_that_of_the_normal_equations() -> None:
    # About the mean (1, 1.25): across 2, up 3.
    found = line([0, 1, 2], [0, 1, 3], [1, 2, 1])
    assert found.slope == pytest.approx(1.5)
    # The line passes 0.25 beside each point.
    left = 0.0625 + 2 * 0.0625 + 0.0625
    assert found.error == pytest.approx(sqrt(left / 1 / 2 * 1.8))
    assert found.freedom == 1
    assert found.probability == pytest.approx(0.5 + atan(1.5 / found.error) / pi)
    low, high = found.interval()
    assert high - low == pytest.approx(2 * 6.313752 * found.error)


def test_a_line_through_points_that_lie_on_it_has_no_error_and_a_level_one_no_slope() -> None:
    assert line([0, 1, 2, 3], [1, 2, 3, 4], [1, 1, 1, 1]).probability == 1
    assert line([0, 1, 2, 3], [4, 3, 2, 1], [1, 1, 1, 1]).probability == 0
    level = line([0, 1, 2, 3], [0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2], [1, 2, 3, 4])
    assert (level.slope, level.probability) == (0, 0.5)


def test_two_weeks_or_one_say_nothing_of_a_slope() -> None:
    assert line([0, 1], [0, 1], [1, 1]).probability == 0.5
    assert line([3], [1], [1]) == Line(0.0, 0.0, -1)
    assert line([3], [1], [1]).interval() == (-inf, inf)


def test_theil_and_sens_slope_does_not_mind_an_outlier() -> None:
    found = theil_sen(range(10), [0, 1, 2, 3, 4, 50, 6, 7, 8, 9])
    assert found is not None
    assert found.slope == 1
    assert found.low <= 1 <= found.high
    assert theil_sen([1, 1, 1], [1, 2, 3]) is None
    assert theil_sen([1], [1]) is None


def test_theil_and_sens_interval_is_that_of_kendalls_statistic() -> None:
    # n = 6: 15 slopes, variance 6*5*17/18 * 1.8 = 51, reach 1.645*7.141 = 11.7.
    y = [0.0, 1.0, 4.0, 9.0, 16.0, 25.0]
    slopes = sorted((y[b] - y[a]) / (b - a) for a in range(6) for b in range(a + 1, 6))
    found = theil_sen(range(6), y)
    assert found is not None
    assert (found.slope, found.low, found.high) == (slopes[7], slopes[2], slopes[13])


def test_without_any_error_a_score_is_nothing_or_beyond_bounds() -> None:
    assert (score(0, 0), score(1, 0), score(-1, 0), score(3, 2)) == (0, inf, -inf, 1.5)
