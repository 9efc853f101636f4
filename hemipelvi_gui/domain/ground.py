"""What touches the ground in each stance, seen from above, with the right side working.

Lengths are in lengths of a foot, x to the runner's right, y forward, turns in degrees clockwise.
Right is always right: so who lies on the back has the head at the bottom, who lies face down at
the top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.facets import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping


class Print(StrEnum):
    """What leaves a mark: TOES are a foot with its heel up, AIR is a foot off the ground."""

    SOLE = "sole"
    TOES = "toes"
    AIR = "air"
    KNEE = "knee"
    HAND = "hand"
    HEAD = "head"
    SHOULDERS = "shoulders"
    SHOULDER = "shoulder"
    HIPS = "hips"
    HIP = "hip"


class Surface(StrEnum):
    """What the body rests on or hangs from; WAY is ground that is walked along."""

    GROUND = "ground"
    WAY = "way"
    MAT = "mat"
    SEAT = "seat"
    BAR = "bar"


@dataclass(frozen=True)
class Mark:
    """One mark. `weight` in [0, 1] is how much rests on it, `shown` in [0, 1] how visible it is.

    `part` names what makes it, so that a mark can be followed when the sides change over.
    """

    part: str
    kind: Print
    x: float
    y: float
    turn: float = 0.0
    weight: float = 1.0
    shown: float = 1.0


RIGHT_FOOT, LEFT_FOOT = "right foot", "left foot"
MIRROR = {"right": "left", "left": "right"}
SURFACES = {
    Stance.SUPINE: Surface.MAT,
    Stance.PRONE: Surface.MAT,
    Stance.SIDE_LYING: Surface.MAT,
    Stance.QUADRUPED: Surface.MAT,
    Stance.SEATED: Surface.SEAT,
    Stance.HANGING: Surface.BAR,
}


def _feet(right: Mark, left: Mark, *others: Mark) -> tuple[Mark, ...]:
    return right, left, *others


def _foot(
    part: str, x: float, y: float, turn: float, weight: float, kind: Print = Print.SOLE
) -> Mark:
    return Mark(part, kind, x, y, turn, weight)


def _body(part: str, kind: Print, x: float, y: float, weight: float = 0.5) -> Mark:
    return Mark(part, kind, x, y, 0.0, weight)


MARKS: Mapping[Stance, tuple[Mark, ...]] = MappingProxyType(
    {
        Stance.PARALLEL: _feet(
            _foot(RIGHT_FOOT, 0.62, 0.0, 9, 1.0), _foot(LEFT_FOOT, -0.62, 0.0, -9, 1.0)
        ),
        Stance.STAGGERED: _feet(
            _foot(RIGHT_FOOT, 0.46, 0.3, 4, 1.0),
            _foot(LEFT_FOOT, -0.46, -0.38, -4, 0.35, Print.TOES),
        ),
        Stance.LATERAL: _feet(
            _foot(RIGHT_FOOT, 1.25, 0.0, 10, 1.0), _foot(LEFT_FOOT, -1.25, 0.0, -3, 0.35)
        ),
        Stance.SPLIT: _feet(
            _foot(RIGHT_FOOT, 0.36, 0.78, 3, 1.0),
            _foot(LEFT_FOOT, -0.36, -0.85, -3, 0.4, Print.TOES),
        ),
        Stance.HALF_KNEELING: _feet(
            _foot(RIGHT_FOOT, 0.44, 0.8, 3, 0.8),
            _foot(LEFT_FOOT, -0.44, -1.0, 0, 0.3, Print.TOES),
            _body("left knee", Print.KNEE, -0.44, 0.0, 1.0),
        ),
        Stance.SINGLE_LEG: _feet(
            _foot(RIGHT_FOOT, 0.2, 0.0, 3, 1.0), _foot(LEFT_FOOT, -0.46, -0.25, -4, 0.0, Print.AIR)
        ),
        Stance.SUPINE: _feet(
            _foot(RIGHT_FOOT, 0.4, 0.95, 4, 0.9),
            _foot(LEFT_FOOT, -0.4, 0.95, -4, 0.9),
            _body("hips", Print.HIPS, 0.0, -0.1),
            _body("shoulders", Print.SHOULDERS, 0.0, -0.78),
            _body("head", Print.HEAD, 0.0, -1.25),
        ),
        Stance.PRONE: _feet(
            _foot(RIGHT_FOOT, 0.3, -1.1, 0, 0.7, Print.TOES),
            _foot(LEFT_FOOT, -0.3, -1.1, 0, 0.7, Print.TOES),
            _body("right hand", Print.HAND, 0.52, 0.95, 0.8),
            _body("left hand", Print.HAND, -0.52, 0.95, 0.8),
        ),
        Stance.SEATED: _feet(
            _foot(RIGHT_FOOT, 0.42, 0.78, 4, 0.7),
            _foot(LEFT_FOOT, -0.42, 0.78, -4, 0.7),
            _body("hips", Print.HIPS, 0.0, -0.55, 1.0),
        ),
        Stance.SIDE_LYING: _feet(
            # On the left side, facing right: the working leg is the upper one.
            _foot(RIGHT_FOOT, 0.3, -1.02, 88, 0.6),
            _foot(LEFT_FOOT, 0.14, -1.28, 92, 0.9),
            _body("hip", Print.HIP, 0.0, 0.0, 1.0),
            _body("shoulder", Print.SHOULDER, 0.0, 0.72, 0.7),
            _body("head", Print.HEAD, 0.0, 1.2),
        ),
        Stance.QUADRUPED: _feet(
            _foot(RIGHT_FOOT, 0.42, -1.15, 0, 0.3, Print.TOES),
            _foot(LEFT_FOOT, -0.42, -1.15, 0, 0.3, Print.TOES),
            _body("right knee", Print.KNEE, 0.42, -0.28, 1.0),
            _body("left knee", Print.KNEE, -0.42, -0.28, 1.0),
            _body("right hand", Print.HAND, 0.48, 1.0, 0.8),
            _body("left hand", Print.HAND, -0.48, 1.0, 0.8),
        ),
        Stance.HANGING: _feet(
            _foot(RIGHT_FOOT, 0.3, -0.4, 2, 0.0, Print.AIR),
            _foot(LEFT_FOOT, -0.3, -0.4, -2, 0.0, Print.AIR),
            _body("right hand", Print.HAND, 0.7, 0.95, 1.0),
            _body("left hand", Print.HAND, -0.7, 0.95, 1.0),
        ),
        Stance.GAIT: _feet(
            _foot(RIGHT_FOOT, 0.24, -0.1, 3, 1.0), _foot(LEFT_FOOT, -0.24, 0.0, -3, 0.0, Print.AIR)
        ),
    }
)


def mirrored(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The same with the left side working."""
    return tuple(
        replace(mark, part=other_side(mark.part), x=-mark.x, turn=-mark.turn) for mark in marks
    )


def other_side(part: str) -> str:
    """Left for right in the name of a part."""
    side, _, rest = part.partition(" ")
    return f"{MIRROR[side]} {rest}" if side in MIRROR else part


def between(one: tuple[Mark, ...], other: tuple[Mark, ...], mix: float) -> tuple[Mark, ...]:
    """On the way from one set of marks (mix 0) to another (1): they move, come and go."""
    if mix <= 0:
        return one
    if mix >= 1:
        return other
    coming = {mark.part: mark for mark in other}
    made = []
    for mark in one:
        goal = coming.pop(mark.part, None)
        if goal is None:
            made.append(replace(mark, shown=mark.shown * (1 - mix)))
        else:
            made.append(_moved(mark, goal, mix))
    made.extend(replace(mark, shown=mark.shown * mix) for mark in coming.values())
    return tuple(made)


def _moved(mark: Mark, goal: Mark, mix: float) -> Mark:
    def part(a: float, b: float) -> float:
        return a + (b - a) * mix

    return Mark(
        mark.part,
        mark.kind if mix < 0.5 else goal.kind,
        part(mark.x, goal.x),
        part(mark.y, goal.y),
        part(mark.turn, goal.turn),
        part(mark.weight, goal.weight),
        part(mark.shown, goal.shown),
    )
