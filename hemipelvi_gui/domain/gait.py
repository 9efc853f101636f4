"""How the pelvis moves in a running stride (MODEL.md section 8): illustrative, not measured.

`p` is the part of the stride that has passed since the right foot touched the ground; any number
will do, as the cycle repeats itself after 1. Angles are in degrees.
"""

from __future__ import annotations

from enum import StrEnum
from math import cos, pi, sin

STRIDE_S = 0.70
YAW, OBLIQUITY, TILT, TILT_SWAY = 6.0, 4.5, 17.0, 3.0
TOE_OFF = 0.37
WALKING_TOE_OFF = 0.62
HALF = 0.5
MID_STANCE = TOE_OFF / 2
# A foot takes its load, and gives it up, in this part of its stance.
EDGE = 0.28


class Phase(StrEnum):
    """Parts of a stride, in their order."""

    RIGHT_STANCE = "right stance"
    FLOAT_TO_LEFT = "float to left"
    LEFT_STANCE = "left stance"
    FLOAT_TO_RIGHT = "float to right"


BEGINS = {
    Phase.RIGHT_STANCE: 0.0,
    Phase.FLOAT_TO_LEFT: TOE_OFF,
    Phase.LEFT_STANCE: HALF,
    Phase.FLOAT_TO_RIGHT: HALF + TOE_OFF,
}


def phase_at(p: float) -> Phase:
    """The phase of a moment."""
    found = Phase.RIGHT_STANCE
    for phase, begins in BEGINS.items():
        if p % 1.0 >= begins:
            found = phase
    return found


def yaw(p: float) -> float:
    """Turn about the long axis: positive with the right side forward."""
    return YAW * cos(2 * pi * (p - 0.72))


def obliquity(p: float) -> float:
    """Level of the sides: positive with the right side up."""
    return OBLIQUITY * cos(2 * pi * (p - 0.15))


def tilt(p: float) -> float:
    """Anterior tilt."""
    return TILT + TILT_SWAY * cos(4 * pi * (p - 0.38))


def right_work(p: float) -> float:
    """What the right half does: 1 compresses under load, -1 expands in its swing, 0 changes over.

    It compresses while the right foot is down, expands while the left one is, and both halves
    change their jobs while neither touches the ground.
    """
    return _stance_load(p % 1.0) - _stance_load((p + HALF) % 1.0)


def left_work(p: float) -> float:
    """The same of the left half."""
    return right_work(p + HALF)


def right_thigh(p: float) -> float:
    """Flexion of the right hip: the knee leads in late swing, and the leg is behind at toe-off.

    MODEL.md gives no curve for it; this one passes near what runners show at an easy pace.
    """
    return 10.0 + 32.0 * cos(2 * pi * (p - 0.88))


def left_thigh(p: float) -> float:
    """The same of the left hip."""
    return right_thigh(p + HALF)


def right_foot(p: float, toe_off: float = TOE_OFF) -> tuple[float, float]:
    """Where the right foot is: (forward of the hips, height), in lengths of a foot.

    It leaves the ground at `toe_off`: before the left one lands in running, after it in walking.
    """
    p %= 1.0
    if p <= toe_off:
        return 0.55 - 1.5 * p / toe_off, 0.0
    swing = (p - toe_off) / (1.0 - toe_off)
    return -0.95 + 1.5 * (swing - sin(2 * pi * swing) / (2 * pi)), sin(pi * swing)


def left_foot(p: float) -> tuple[float, float]:
    """Where the left foot is."""
    return right_foot(p + HALF)


def _stance_load(p: float) -> float:
    """Load in [0, 1] on a foot that touches the ground at 0."""
    if p >= TOE_OFF:
        return 0.0
    edge = EDGE * TOE_OFF
    return smooth(min(p, TOE_OFF - p) / edge)


def smooth(x: float) -> float:
    """From 0 to 1 without a jerk at either end; clamped outside."""
    x = min(max(x, 0.0), 1.0)
    return x * x * (3 - 2 * x)
