"""The median of three readings, and one's own change."""

from __future__ import annotations

import datetime

from hemipelvi_gui.domain.check_ins import HomeTest, TestKind
from hemipelvi_gui.domain.home_tests import change, middle


def measured(day: int, *left: float, kind: TestKind = TestKind.HIP_ROTATION) -> HomeTest:
    return HomeTest(f"t{day}", datetime.date(2026, 11, day), kind, left)


def test_the_middle_reading_counts() -> None:
    assert middle((30, 40, 33)) == 33
    assert middle((30, 40)) == 35
    assert middle(()) is None


def test_a_change_is_told_from_the_last_and_the_first_time() -> None:
    tests = [measured(1, 30), measured(8, 33), measured(15, 40)]
    found = change(tests, tests[2])
    assert found is not None
    assert (found.now, found.since_last, found.since_first) == (40, 7, 10)
    assert found.can_be_told


def test_a_change_under_the_error_of_measuring_is_not_told() -> None:
    tests = [measured(1, 30), measured(8, 33)]
    found = change(tests, tests[1])
    assert found is not None
    assert found.can_be_told is False


def test_the_first_time_has_no_change_and_other_kinds_and_sides_dont_count() -> None:
    toes = measured(1, 5, kind=TestKind.TOE_TOUCH)
    now = measured(8, 33)
    found = change([toes, now, measured(20, 50)], now)
    assert found is not None
    assert (found.since_last, found.since_first, found.can_be_told) == (None, None, None)
    assert change([now], now, right=True) is None


def test_where_the_error_is_not_known_nothing_is_said_of_it() -> None:
    tests = [measured(1, 5, kind=TestKind.TOE_TOUCH), measured(8, -2, kind=TestKind.TOE_TOUCH)]
    found = change(tests, tests[1])
    assert found is not None
    assert (found.since_last, found.can_be_told) == (-7, None)
