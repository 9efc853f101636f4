from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain import gait
from hemipelvi_gui.domain.gait import Phase

MOMENTS = st.floats(0, 1, exclude_max=True)


@pytest.mark.parametrize(
    ("p", "yaw", "obliquity", "tilt"),
    [
        # Worked out by hand from MODEL.md section 8.
        (0.0, -1.124, 2.645, 17.188),
        (0.15, -5.429, 4.5, 14.094),
        (0.22, -6.0, 4.071, 15.723),
        (0.38, -3.215, 0.564, 20.0),
        (0.72, 6.0, -4.071, 15.723),
    ],
)
def test_the_curves_are_those_of_the_model(
    p: float, yaw: float, obliquity: float, tilt: float
) -> None:
    assert gait.yaw(p) == pytest.approx(yaw, abs=0.002)
    assert gait.obliquity(p) == pytest.approx(obliquity, abs=0.002)
    assert gait.tilt(p) == pytest.approx(tilt, abs=0.002)


@given(MOMENTS)
def test_half_a_stride_later_the_other_side_does_the_same(p: float) -> None:
    assert gait.yaw(p + 0.5) == pytest.approx(-gait.yaw(p), abs=1e-9)
    assert gait.obliquity(p + 0.5) == pytest.approx(-gait.obliquity(p), abs=1e-9)
    assert gait.tilt(p + 0.5) == pytest.approx(gait.tilt(p), abs=1e-9)
    assert gait.right_work(p + 0.5) == pytest.approx(gait.left_work(p), abs=1e-9)


@given(MOMENTS)
def test_the_halves_never_do_the_same_job(p: float) -> None:
    assert gait.right_work(p) == pytest.approx(-gait.left_work(p), abs=1e-9)


@given(MOMENTS)
def test_what_a_half_does_follows_from_its_phase(p: float) -> None:
    phase = gait.phase_at(p)
    right = gait.right_work(p)
    if phase is Phase.RIGHT_STANCE:
        assert right >= 0
    elif phase is Phase.LEFT_STANCE:
        assert right <= 0
    else:
        assert right == 0


@pytest.mark.parametrize(
    ("p", "phase"),
    [
        (0.0, Phase.RIGHT_STANCE),
        (0.36, Phase.RIGHT_STANCE),
        (0.37, Phase.FLOAT_TO_LEFT),
        (0.5, Phase.LEFT_STANCE),
        (0.87, Phase.FLOAT_TO_RIGHT),
        (1.0, Phase.RIGHT_STANCE),
        (-0.1, Phase.FLOAT_TO_RIGHT),
    ],
)
def test_phases_begin_where_the_model_says(p: float, phase: Phase) -> None:
    assert gait.phase_at(p) is phase


def test_the_pelvis_turns_towards_the_leg_it_stands_on() -> None:
    assert gait.yaw(gait.MID_STANCE) < -5
    assert gait.yaw(gait.MID_STANCE + 0.5) > 5


def test_the_foot_is_on_the_ground_in_its_stance_only() -> None:
    assert gait.right_foot(0.2)[1] == 0
    assert gait.right_foot(0.6)[1] > 0.5
    assert gait.left_foot(0.6)[1] == 0


def test_the_foot_lands_in_front_and_leaves_behind() -> None:
    assert gait.right_foot(0.0)[0] > 0 > gait.right_foot(gait.TOE_OFF)[0]


def test_the_feet_move_without_a_jump() -> None:
    places = [gait.right_foot(step / 1000)[0] for step in range(1001)]
    assert max(abs(b - a) for a, b in itertools.pairwise(places)) < 0.01


def test_the_thigh_is_behind_at_toe_off_and_leads_in_late_swing() -> None:
    assert gait.right_thigh(gait.TOE_OFF) < 0
    assert gait.right_thigh(0.88) > 40


def test_the_thigh_trails_from_toe_off_until_the_other_foot_lands() -> None:
    for p in (gait.TOE_OFF, (gait.TOE_OFF + gait.HALF) / 2, gait.HALF):
        assert gait.right_thigh(p) < -10
        assert gait.left_thigh(p + gait.HALF) < -10


def test_the_thigh_of_the_standing_leg_is_upright_at_mid_stance() -> None:
    assert abs(gait.right_thigh(gait.MID_STANCE)) < 3
