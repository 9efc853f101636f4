"""What a run is worth, against the numbers of MODEL.md section 6."""

from __future__ import annotations

from datetime import date

import pytest

from hemipelvi_gui.domain.done_runs import DoneRun, Half
from hemipelvi_gui.domain.running import cost, drift, efficiency, same_effort, speed, vdot

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("grade", "joules"), [(-0.2, 1.800), (0.0, 3.600), (0.1, 5.968), (0.45, 19.426)]
)
def test_gradients_cost_what_minetti_measured(grade: float, joules: float) -> None:
    assert cost(grade) == pytest.approx(joules, abs=5e-4)


def test_steeper_than_anyone_measured_counts_as_the_steepest() -> None:
    assert cost(0.8) == cost(0.45)
    assert cost(-0.8) == cost(-0.45)


def test_five_kilometres_say_what_ten_would_take() -> None:
    assert same_effort(5000, 20 * 60) == pytest.approx(2501.9, abs=0.05)


@pytest.mark.parametrize(
    ("metres", "seconds", "expected"),
    [(5000, 1200, 49.8062), (10_000, 2400, 51.9441), (42_195, 10_800, 53.5283)],
)
def test_vdot_of_known_races(metres: float, seconds: float, expected: float) -> None:
    assert vdot(metres, seconds) == pytest.approx(expected, abs=5e-5)


def test_efficiency_is_flat_speed_for_each_heartbeat() -> None:
    run = DoneRun("r", "", DAY, metres=9000, flat_metres=9600, seconds=3000, heart_rate=144)
    assert speed(run) == pytest.approx(192.0)
    assert efficiency(run) == pytest.approx(192 / 144)


def test_without_heights_the_run_counts_as_flat() -> None:
    assert speed(DoneRun("r", "", DAY, metres=10_000, seconds=3000)) == pytest.approx(200.0)


@pytest.mark.parametrize(
    "run",
    [
        DoneRun("r", "", DAY),
        DoneRun("r", "", DAY, metres=10_000),
        DoneRun("r", "", DAY, metres=10_000, seconds=0.0, heart_rate=140),
        DoneRun("r", "", DAY, metres=10_000, seconds=3000),
    ],
)
def test_what_is_not_known_has_no_efficiency(run: DoneRun) -> None:
    assert efficiency(run) is None


def test_drift_is_what_the_second_half_lost() -> None:
    halves = (Half(5000, 1500, 140), Half(4900, 1500, 146))
    assert drift(DoneRun("r", "", DAY, halves=halves)) == pytest.approx(
        4900 / 146 / (5000 / 140) - 1
    )
    assert drift(DoneRun("r", "", DAY)) is None
    assert drift(DoneRun("r", "", DAY, halves=(Half(5000, 1500), halves[1]))) is None
