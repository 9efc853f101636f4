"""What the figure can play: an exercise, running, a whole session. Moments are in seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from hemipelvi_gui.domain import gait
from hemipelvi_gui.domain.motion import Motion, motion_of
from hemipelvi_gui.domain.poses import Pose, asked, blend, mirror, resembles, running
from hemipelvi_gui.domain.running_order import RunningOrder, Turn

if TYPE_CHECKING:
    from hemipelvi_gui.domain.gait import Phase

# A stride takes 0.7 s: a quarter of its speed is one the eye can follow.
RUNNING_RATE = 0.25
SESSION_RATE = 30.0
CHANGE_S = 0.3


class Scene(Protocol):
    """Something to play. `rate` is how many of its seconds pass in a second at full speed."""

    @property
    def duration(self) -> float:
        """Seconds until it begins again."""

    @property
    def rate(self) -> float:
        """Seconds of it in a second."""

    @property
    def still_at(self) -> float:
        """The moment to show while nothing plays."""

    def pose_at(self, moment: float) -> Pose:
        """The pose of a moment."""


@dataclass(frozen=True)
class ExerciseScene:
    """An exercise at its tempo."""

    motion: Motion
    rate: float = 1.0

    @property
    def duration(self) -> float:
        """Seconds of all turns."""
        return self.motion.duration

    @property
    def still_at(self) -> float:
        """The end of the first repetition."""
        return self.motion.still_at

    def pose_at(self, moment: float) -> Pose:
        """The pose of a moment."""
        return self.motion.pose_at(moment)

    def phase_at(self, moment: float) -> Phase | None:
        """The phase of running that this moment resembles, or None."""
        if self.motion.strides:
            return gait.phase_at(self.motion.part_at(moment))
        whole = asked(self.motion.exercise, 1.0)
        return resembles(whole if self.motion.side_at(moment) > 0 else mirror(whole))

    def running_at(self, moment: float) -> Pose:
        """Running at the part of that phase that this is of the repetition."""
        part = self.motion.part_at(moment)
        if self.motion.strides:
            return running(part)
        phase = self.phase_at(moment)
        if phase is None:
            since = moment - self.still_at
            return running(gait.MID_STANCE + since * RUNNING_RATE / gait.STRIDE_S)
        begins = gait.BEGINS[phase]
        length = gait.TOE_OFF if phase in STANCES else gait.HALF - gait.TOE_OFF
        return running(begins + length * part)


STANCES = (gait.Phase.RIGHT_STANCE, gait.Phase.LEFT_STANCE)


@dataclass(frozen=True)
class RunningScene:
    """One stride, over and over."""

    duration: float = gait.STRIDE_S
    rate: float = RUNNING_RATE
    still_at: float = gait.MID_STANCE * gait.STRIDE_S

    def pose_at(self, moment: float) -> Pose:
        """The pose of a moment."""
        return running(moment / gait.STRIDE_S)


@dataclass(frozen=True)
class SessionScene:
    """A session, item after item, half a minute in a second."""

    order: RunningOrder
    rate: float = SESSION_RATE
    still_at: float = 0.0

    @property
    def duration(self) -> float:
        """Seconds the session takes."""
        return self.order.duration

    def turn_at(self, moment: float) -> Turn | None:
        """Whose turn it is."""
        return self.order.turn_at(moment)

    def pose_at(self, moment: float) -> Pose:
        """The pose of a moment: repetitions go at their own tempo all the same."""
        turn = self.turn_at(moment)
        if turn is None:
            return Pose()
        passed = (moment - turn.begins) / self.rate
        pose = _turn_pose(turn, passed)
        if passed >= CHANGE_S or turn.begins <= 0:
            return pose
        before = self.turn_at(turn.begins - 0.001)
        if before is None or before is turn:
            return pose
        old = _turn_pose(before, (moment - before.begins) / self.rate)
        return blend(old, pose, gait.smooth(passed / CHANGE_S))


def _turn_pose(turn: Turn, passed: float) -> Pose:
    if turn.exercise is None:
        return Pose()
    return motion_of(turn.exercise, turn.item.prescription).pose_at(max(0.0, passed))
