"""An exercise in time: whose turn it is, how deep the repetition is, at the tempo written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import pi, sin

from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.facets import Sequence
from hemipelvi_gui.domain.gait import MID_STANCE, STRIDE_S, smooth
from hemipelvi_gui.domain.poses import Pose, airborne, asked, blend, mirror, striding
from hemipelvi_gui.domain.prescription import Measure, Prescription, Sides
from hemipelvi_gui.domain.stepping import goes_step_by_step
from hemipelvi_gui.domain.timing import PACE_S, REP_S

# Where no tempo is written: the 3 s a repetition that the time of a session counts with.
USUAL = (1.2, 0.3, 1.0, 0.5)
BREATH = (2.0, 0.0, 2.0, 0.0)
LONGEST_HOLD_S, INTO_HOLD_S = 5.0, 1.0
CHANGE_S = 0.4
REPS_BEFORE_CHANGE = 2
WALK_S = 1.1
LOADING, PUSHED_OFF = 0.35, 0.5


@dataclass(frozen=True)
class Motion:
    """An exercise as it moves. Sides take turns in `order`: 1 is the right, -1 the left."""

    exercise: Exercise
    tempo: tuple[float, float, float, float]
    order: tuple[int, ...]

    @cached_property
    def rep_s(self) -> float:
        """Seconds of one repetition, or of one stride."""
        return sum(self.tempo)

    @property
    def duration(self) -> float:
        """Seconds until everything has been shown on each side that takes part."""
        return self.rep_s * len(self.order)

    @property
    def strides(self) -> bool:
        """Whether it goes step by step as walking and running do."""
        return goes_step_by_step(self.exercise)

    @property
    def still_at(self) -> float:
        """The moment that says most in a picture that stands still, in seconds."""
        if self.strides:
            return MID_STANCE * self.rep_s
        if self.exercise.contact:
            return LOADING * self.rep_s
        down, hold, _up, _top = self.tempo
        return down + hold / 2

    def side_at(self, moment: float) -> int:
        """Whose turn it is: 1 right, -1 left."""
        if self.strides:
            return 1 if self.part_at(moment) < 0.5 else -1
        return self.order[int(moment / self.rep_s) % len(self.order)]

    def part_at(self, moment: float) -> float:
        """How much of the present repetition or stride has passed, in [0, 1)."""
        return (moment / self.rep_s) % 1.0

    def pose_at(self, moment: float) -> Pose:
        """The pose `moment` seconds after the start; it goes round."""
        if self.strides:
            return striding(self.exercise, self.part_at(moment))
        at = int(moment / self.rep_s)
        passed = moment - at * self.rep_s
        now = self.order[at % len(self.order)]
        pose = self._sided(now, passed)
        change = min(CHANGE_S, self.rep_s / 4)
        left = self.rep_s - passed
        if left < change:
            other, mix = self.order[(at + 1) % len(self.order)], (1 - left / change) / 2
        elif passed < change:
            other, mix = self.order[(at - 1) % len(self.order)], (1 - passed / change) / 2
        else:
            return pose
        return pose if other == now else blend(pose, self._sided(other, passed), smooth(mix))

    def _sided(self, side: int, passed: float) -> Pose:
        depth, height = self._depth(passed)
        pose = airborne(asked(self.exercise, depth), height)
        return pose if side > 0 else mirror(pose)

    def _depth(self, passed: float) -> tuple[float, float]:
        """Depth of the repetition and height of a jump, both in [0, 1]."""
        if self.exercise.contact:
            part = passed / self.rep_s
            if part < PUSHED_OFF:
                return sin(pi * min(part / LOADING, 1.0) / 2) * smooth(
                    (PUSHED_OFF - part) / (PUSHED_OFF - LOADING)
                ), 0.0
            return 0.0, sin(pi * (part - PUSHED_OFF) / (1 - PUSHED_OFF))
        down, hold, up, _top = self.tempo
        if passed < down:
            return smooth(passed / down), 0.0
        if passed < down + hold:
            return 1.0, 0.0
        return (1 - smooth((passed - down - hold) / up) if up else 0.0), 0.0


def motion_of(exercise: Exercise, prescription: Prescription | None = None) -> Motion:
    """How an exercise moves as prescribed; None stands for its usual 3 s a repetition.

    Holds are shortened to a few seconds. Work on one side at a time shows two repetitions on each.
    """
    p = Prescription() if prescription is None else prescription
    facets = exercise.facets
    sequence = Sequence.TOGETHER if facets is None else facets.sequence
    order: tuple[int, ...] = (1, -1)
    if p.sides is Sides.LEFT:
        order = (-1,)
    elif p.sides is Sides.RIGHT or sequence is Sequence.TOGETHER:
        order = (1,)
    elif sequence is Sequence.ONE_SIDE:
        order = (1,) * REPS_BEFORE_CHANGE + (-1,) * REPS_BEFORE_CHANGE
    strides = goes_step_by_step(exercise)
    if strides:
        # A stride has both sides in it.
        order = (1,)
    return Motion(exercise, _tempo(exercise, p, strides), order)


def _tempo(exercise: Exercise, p: Prescription, strides: bool) -> tuple[float, float, float, float]:
    if p.tempo is not None and p.measure is Measure.REPS:
        down, hold, up, top = (1.0 if part == "X" else float(part) for part in p.tempo.split("-"))
        if down + hold + up + top > 0:
            return down, hold, up, top
    if strides:
        stride = STRIDE_S if exercise.contact else WALK_S
        return stride, 0.0, 0.0, 0.0
    if exercise.contact or p.measure is Measure.CONTACTS:
        return _scaled(PACE_S[Measure.CONTACTS])
    if p.measure is Measure.TIME:
        return INTO_HOLD_S, min(p.amount, LONGEST_HOLD_S), INTO_HOLD_S, INTO_HOLD_S / 2
    if p.measure is Measure.BREATHS:
        return BREATH
    if p.measure is Measure.DISTANCE:
        return _scaled(PACE_S[Measure.DISTANCE])
    return USUAL


def _scaled(seconds: float) -> tuple[float, float, float, float]:
    down, hold, up, top = (part * seconds / REP_S for part in USUAL)
    return down, hold, up, top
