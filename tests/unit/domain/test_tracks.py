from __future__ import annotations

import datetime
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain import running
from hemipelvi_gui.domain.done_runs import DoneRun, Surface
from hemipelvi_gui.domain.odometer import Odometer
from hemipelvi_gui.domain.stretches import Point
from hemipelvi_gui.domain.tracks import Told, summary

BEGUN = 1_750_000_000.0


def track(
    seconds: int = 1200,
    *,
    speed: float = 3.0,
    grade: float = 0.0,
    every: int = 1,
    beat: float = 150,
) -> list[Point]:
    return [
        Point(BEGUN + second, second * speed, 1000 + second * speed * grade, beat, 18)
        for second in range(0, seconds + 1, every)
    ]


def summed(points: list[Point], **told: object) -> DoneRun:
    run = summary(
        Told("fit", "x", BEGUN, **told),  # type: ignore[arg-type]
        points,
        zone=datetime.UTC,
    )
    assert run is not None
    return run


@pytest.mark.parametrize("grade", [-0.2, -0.05, 0.0, 0.1, 0.3])
@pytest.mark.parametrize("every", [1, 4, 30])
def test_a_steady_grade_costs_what_it_should_however_often_it_was_measured(
    grade: float, every: int
) -> None:
    run = summed(track(grade=grade, every=every))
    assert run.flat_metres == pytest.approx(3600 * running.cost(grade) / 3.6, rel=0.001)
    assert run.climb_m == pytest.approx(max(3600 * grade, 0), rel=0.02, abs=2)


def test_a_jumping_altimeter_is_no_hill() -> None:
    shaky = [each._replace(height=50 + (n % 3 - 1)) for n, each in enumerate(track())]
    run = summed(shaky)
    assert run.flat_metres == pytest.approx(3600, rel=0.001)
    assert run.climb_m == pytest.approx(0, abs=2)


def test_up_and_down_again_is_dearer_than_the_flat() -> None:
    half = track(1200, grade=0.08)
    down = [Point(BEGUN + 1200 + n, 3600 + 3.0 * n, 1288 - 0.24 * n, 150) for n in range(1, 1201)]
    run = summed(half + down)
    exact = 3600 * (running.cost(0.08) + running.cost(-0.08)) / 3.6
    assert run.flat_metres == pytest.approx(exact, rel=0.005)
    assert run.climb_m == pytest.approx(288, rel=0.03)


def test_standing_at_a_light_is_not_moving() -> None:
    waiting = [Point(BEGUN + 1200 + n, 3600, 50, 110) for n in range(1, 121)]
    run = summed(track() + waiting)
    assert run.seconds == pytest.approx(1200, abs=5)
    assert run.elapsed_s == 1320
    assert run.heart_rate == pytest.approx(150, abs=0.5)


def test_heart_rate_with_gaps_is_a_mean_over_the_time_it_is_known() -> None:
    points = track(beat=140)
    gapped = [
        each._replace(heart_rate=None if 300 <= n < 600 else 160 if n >= 900 else 140)
        for n, each in enumerate(points)
    ]
    assert summed(gapped).heart_rate == pytest.approx(146.7, abs=0.2)


def test_a_heart_rate_known_for_less_than_half_is_not_known() -> None:
    points = [each._replace(heart_rate=150 if n < 400 else None) for n, each in enumerate(track())]
    run = summed(points)
    assert run.heart_rate is None
    assert run.max_heart_rate == 150
    assert run.halves[1].heart_rate is None


def test_halves_are_of_equal_moving_time() -> None:
    first = [Point(BEGUN + n, 3.0 * n, None, 150) for n in range(601)]
    slower = [*first, *(Point(BEGUN + n, 600 + 2.0 * n, None, 160) for n in range(601, 1201))]
    run = summed(slower)
    assert [half.seconds for half in run.halves] == [600, 600]
    assert [half.flat_metres for half in run.halves] == [1800, 1200]
    assert [half.heart_rate for half in run.halves] == [
        pytest.approx(150, abs=0.2),
        pytest.approx(160, abs=0.2),
    ]
    assert running.drift(run) == pytest.approx(1200 / 160 / (1800 / 150) - 1, abs=0.003)


def test_the_watchs_own_distance_counts_and_scales_the_flat_one() -> None:
    run = summed(track(), metres=3700.0)
    assert (run.metres, run.flat_metres) == (3700, 3700)


def test_without_any_distance_the_timer_is_the_moving_time() -> None:
    points = [Point(BEGUN + n, None, None, 150) for n in range(600)]
    run = summed(points, seconds=590.0, surface=Surface.TREADMILL)
    assert (run.metres, run.seconds, run.heart_rate, run.halves) == (None, 590, 150, ())


def test_a_watch_that_counts_back_or_jumps_ahead_is_followed_sensibly() -> None:
    points = track(600)
    points[300] = points[300]._replace(metres=9_000_000)
    points[400] = points[400]._replace(time=BEGUN, metres=nan)
    assert summed(points).metres == pytest.approx(1800, abs=15)


def test_a_run_without_a_true_time_is_none() -> None:
    for begun in (0.0, -1e12, 1e15, nan):
        assert summary(Told("fit", "x", begun), track()) is None


def test_an_odometer_shows_no_position() -> None:
    odometer = Odometer()
    odometer.at(48.1234, 9.5678, 0)
    assert odometer.at(48.1244, 9.5678, 60) == pytest.approx(111.2, abs=0.1)
    assert "48" not in repr(odometer)
    assert odometer.at(nan, 400, 61) == pytest.approx(111.2, abs=0.1)


NUMBERS = st.one_of(st.none(), st.floats(), st.floats(-1000, 10_000))


@given(
    st.lists(st.tuples(st.floats(0, 4e9), NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=40),
    st.lists(st.tuples(st.floats(0, 4e9), st.floats(0, 4e9)), max_size=4),
)
def test_whatever_was_recorded_no_error_and_no_nonsense_comes_out(
    rows: list[tuple[float, ...]], breaks: list[tuple[float, float]]
) -> None:
    run = summary(Told("fit", "x", BEGUN), [Point(*row) for row in rows], breaks, datetime.UTC)
    if run is not None:
        for value in (run.metres, run.seconds, run.elapsed_s, run.heart_rate, run.flat_metres):
            assert value is None or 0 < value < 1e7
