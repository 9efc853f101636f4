"""What is asked of each half of the pelvis at one moment: a pose, for any picture of it.

Yaw is in degrees as it might be measured; pictures draw it larger than life. The figures here are
this program's coaching model, except the curves of running, which MODEL.md section 8 gives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import radians, sin

from hemipelvi_gui.domain import gait
from hemipelvi_gui.domain.exercises import Action, Exercise, Pattern
from hemipelvi_gui.domain.facets import Jobs, Stance
from hemipelvi_gui.domain.ground import (
    LEFT_FOOT,
    MARKS,
    RIGHT_FOOT,
    SURFACES,
    Mark,
    Print,
    Surface,
    between,
    mirrored,
)
from hemipelvi_gui.domain.stepping import Way, asks, way_of, with_next_step

WORK = {Action.COMPRESS: 1.0, Action.EXPAND: -1.0, Action.NEUTRAL: 0.0}
# Of its full size: what a half does already (or still) at the top of a repetition.
AT_TOP = 0.4


@dataclass(frozen=True)
class Thigh:
    """A thigh seen from above: `forward` and `out` of the hip, in lengths of a thigh."""

    forward: float
    out: float = 0.1


@dataclass(frozen=True)
class Pose:
    """One moment. `left` and `right` in [-1, 1]: 1 compresses, -1 expands, 0 is neutral.

    `yaw` is positive with the right side forward, `obliquity` with the right side up; both and
    `tilt` in degrees.
    """

    yaw: float = 0.0
    left: float = 0.0
    right: float = 0.0
    left_thigh: Thigh = Thigh(0.0)
    right_thigh: Thigh = Thigh(0.0)
    marks: tuple[Mark, ...] = MARKS[Stance.PARALLEL]
    surface: Surface = Surface.GROUND
    obliquity: float = 0.0
    tilt: float = gait.TILT


def running(p: float) -> Pose:
    """The pose in running, at a part `p` of the stride since right contact."""
    return Pose(
        yaw=gait.yaw(p),
        left=gait.left_work(p),
        right=gait.right_work(p),
        left_thigh=_swung(gait.left_thigh(p)),
        right_thigh=_swung(gait.right_thigh(p)),
        marks=_feet(p, gait.TOE_OFF),
        obliquity=gait.obliquity(p),
        tilt=gait.tilt(p),
    )


def striding(exercise: Exercise, p: float) -> Pose:
    """The pose in an exercise that walks, marches or skips: as large as it is like running.

    Only those with contacts leave the ground between two steps.
    """
    pose, size = running(p), exercise.asymmetry or 0.0
    marks = pose.marks if exercise.contact else _feet(p, gait.WALKING_TOE_OFF)
    return replace(pose, yaw=pose.yaw * size, obliquity=pose.obliquity * size, marks=marks)


def asked(exercise: Exercise, depth: float) -> Pose:
    """What an exercise asks, the right side working; `depth` 0 is the top of a rep, 1 its end."""
    stance = Stance.PARALLEL if exercise.facets is None else exercise.facets.stance
    size, actions = AT_TOP + (1 - AT_TOP) * depth, asks(exercise)
    right, left = thighs(exercise, stance, depth)
    return Pose(
        yaw=-gait.YAW * (exercise.asymmetry or 0.0) * size,
        left=WORK[actions.other] * size,
        right=WORK[actions.working] * size,
        left_thigh=left,
        right_thigh=right,
        marks=_marks(exercise, stance, depth),
        surface=_surface(exercise, stance),
    )


def mirror(pose: Pose) -> Pose:
    """The same with left and right changed over."""
    return replace(
        pose,
        yaw=-pose.yaw,
        left=pose.right,
        right=pose.left,
        left_thigh=pose.right_thigh,
        right_thigh=pose.left_thigh,
        marks=mirrored(pose.marks),
        obliquity=-pose.obliquity,
    )


def blend(one: Pose, other: Pose, mix: float) -> Pose:
    """On the way from one pose (mix 0) to another (1)."""
    if mix <= 0:
        return one
    if mix >= 1:
        return other

    def part(a: float, b: float) -> float:
        return a + (b - a) * mix

    def thigh(a: Thigh, b: Thigh) -> Thigh:
        return Thigh(part(a.forward, b.forward), part(a.out, b.out))

    return Pose(
        part(one.yaw, other.yaw),
        part(one.left, other.left),
        part(one.right, other.right),
        thigh(one.left_thigh, other.left_thigh),
        thigh(one.right_thigh, other.right_thigh),
        between(one.marks, other.marks, mix),
        one.surface if mix < 0.5 else other.surface,
        part(one.obliquity, other.obliquity),
        part(one.tilt, other.tilt),
    )


def airborne(pose: Pose, height: float) -> Pose:
    """The pose with both feet `height` (in [0, 1]) off the ground, its halves at ease."""
    if height <= 0:
        return pose
    marks = tuple(
        replace(mark, kind=Print.AIR if height > 0.15 else mark.kind, weight=0.0)
        for mark in pose.marks
    )
    ease = 1 - height
    return replace(pose, left=pose.left * ease, right=pose.right * ease, marks=marks)


def resembles(pose: Pose) -> gait.Phase | None:
    """The phase of running that asks the same: a stance, a float, or none of them.

    Running never has both halves compress.
    """
    if pose.right > 0 and pose.left > 0:
        return None
    if pose.right > 0:
        return gait.Phase.RIGHT_STANCE
    if pose.left > 0:
        return gait.Phase.LEFT_STANCE
    return gait.Phase.FLOAT_TO_LEFT


def thighs(exercise: Exercise, stance: Stance, depth: float) -> tuple[Thigh, Thigh]:
    """Right (working) and left thigh."""
    d, jobs = depth, Jobs.SAME if exercise.facets is None else exercise.facets.jobs
    bend = _bend(exercise) * d
    both = Thigh(0.06 + bend, 0.12 + 0.16 * bend)
    drives = jobs is Jobs.OPPOSITE
    paired = jobs is Jobs.SAME
    table = {
        Stance.PARALLEL: (both, both),
        Stance.STAGGERED: (both, Thigh(0.5 * bend)),
        Stance.LATERAL: (Thigh(0.1 + 0.6 * d, 0.35), Thigh(0.05, 0.75)),
        Stance.SPLIT: (Thigh(0.35 + 0.55 * d, 0.12), Thigh(-0.25 - 0.2 * d, 0.06)),
        Stance.HALF_KNEELING: (Thigh(0.92, 0.15), Thigh(-0.12 * d, 0.08)),
        Stance.SINGLE_LEG: (Thigh(0.08 + 0.8 * bend), _free_thigh(exercise, drives, d)),
        Stance.SUPINE: (
            Thigh(0.8 - 0.55 * d),
            Thigh(0.8 - 0.55 * d) if paired else Thigh(0.8 + 0.15 * d),
        ),
        Stance.PRONE: (Thigh(0.0), Thigh(0.85 * d if drives else 0.0)),
        Stance.SEATED: (Thigh(0.9, 0.2), Thigh(0.9, 0.2)),
        Stance.SIDE_LYING: (Thigh(0.15, 0.1 + (0.0 if paired else 0.55 * d)), Thigh(0.15)),
        Stance.QUADRUPED: (Thigh(0.85), Thigh(0.85 if paired else 0.85 - 1.3 * d)),
        Stance.HANGING: (Thigh(0.05 + 0.7 * d * (not drives)), Thigh(0.05 + 0.7 * d)),
    }
    return table.get(stance, (both, both))


def _bend(exercise: Exercise) -> float:
    """How far the hips bend forward at the end of a repetition, in lengths of a thigh."""
    bends = {
        Pattern.SQUAT: 0.85,
        Pattern.HINGE: 0.5,
        Pattern.STEP: 0.6,
        Pattern.SINGLE_LEG: 0.55,
        Pattern.PLYOMETRIC: 0.55,
    }
    return bends.get(exercise.pattern, 0.1)


def _free_thigh(exercise: Exercise, drives: bool, depth: float) -> Thigh:
    """The leg in the air: driven forward, reached back in a hinge, or just held."""
    if drives:
        return Thigh(0.1 + 0.8 * depth)
    hinges = "romanian" in exercise.id or exercise.pattern is Pattern.HINGE
    return Thigh(-0.1 - 0.7 * depth) if hinges else Thigh(0.15 + 0.3 * depth)


def _marks(exercise: Exercise, stance: Stance, depth: float) -> tuple[Mark, ...]:
    facets = exercise.facets
    marks = MARKS[stance]
    if facets is None:
        return marks
    if facets.jobs in (Jobs.ONE, Jobs.OPPOSITE) and stance in LIFTED:
        marks = tuple(_lifted(mark, stance, depth) for mark in marks)
    if stance is Stance.SINGLE_LEG:
        thigh = thighs(exercise, stance, depth)[1]
        marks = tuple(
            replace(m, y=0.1 + 0.75 * thigh.forward) if m.part == LEFT_FOOT else m for m in marks
        )
    way = way_of(exercise)
    return marks if way is None else with_next_step(marks, way)


def _surface(exercise: Exercise, stance: Stance) -> Surface:
    if way_of(exercise) in (Way.ONWARD, Way.BACKWARD):
        return Surface.WAY
    return SURFACES.get(stance, Surface.GROUND)


# Lying and on all fours the other leg leaves the ground.
LIFTED = {
    Stance.SUPINE: ("left foot",),
    Stance.PRONE: ("left foot",),
    Stance.QUADRUPED: ("left foot", "left knee", "right hand"),
    Stance.SEATED: ("left foot",),
}


def _lifted(mark: Mark, stance: Stance, depth: float) -> Mark:
    if mark.part not in LIFTED[stance]:
        return mark
    if mark.kind in (Print.SOLE, Print.TOES) and depth > 0.3:
        return replace(mark, kind=Print.AIR, weight=0.0)
    return replace(mark, weight=mark.weight * (1 - depth), shown=1 - 0.75 * depth)


def _feet(p: float, toe_off: float) -> tuple[Mark, ...]:
    return (
        _foot(RIGHT_FOOT, p % 1.0, 0.24, toe_off),
        _foot(LEFT_FOOT, (p + gait.HALF) % 1.0, -0.24, toe_off),
    )


def _foot(part: str, p: float, x: float, toe_off: float) -> Mark:
    forward, _height = gait.right_foot(p, toe_off)
    turn = 3.0 if x > 0 else -3.0
    if p > toe_off:
        return Mark(part, Print.AIR, x, forward, turn, 0.0)
    kind = Print.SOLE if p < 0.7 * toe_off else Print.TOES
    return Mark(part, kind, x, forward, turn, max(0.2, gait.right_work(p)))


def _swung(flexion: float) -> Thigh:
    return Thigh(sin(radians(flexion)), 0.04)
