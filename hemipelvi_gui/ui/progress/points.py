"""What a chart shows, as plain values: points, bars, a trend. Days are ordinals (date.toordinal).

Nothing here knows colours or pixels, so that the screen, a picture file and a table of numbers
show the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hemipelvi_gui.domain.plan import PhaseKind


class Shape(Enum):
    """How a point is drawn, so that no colour is needed to tell curves apart."""

    DOT = "dot"
    LEFT = "left"
    RIGHT = "right"
    SQUARE = "square"
    DIAMOND = "diamond"


class Tone(Enum):
    """What a change means to a runner, as far as it means anything."""

    GOOD = "good"
    BAD = "bad"
    PLAIN = "plain"


class Key(StrEnum):
    """The charts, in their order on the page."""

    LIFT = "lift"
    PACE = "pace"
    TIGHTNESS = "tightness"
    SHARE = "share"
    RACES = "races"
    KM = "km"
    HSE = "hse"


class Dot(NamedTuple):
    """One point: its day, its value, and the names of what is behind it. `faint`: doubtful.

    `behind` is what it was made of, as in "45:00 · 140 bpm".
    """

    day: float
    value: float
    names: str = ""
    faint: bool = False
    behind: str = ""


class Level(NamedTuple):
    """A value of some days as a whole, the last of them not included."""

    first: float
    last: float
    value: float


@dataclass(frozen=True)
class Curve:
    """Points of one kind by day; `name` tells it from the others of a chart, "" where it is alone.

    `is_bars`: each is a week's sum, drawn as a bar from that Monday on. `is_mean`: each is a week's
    mean, and years of them may be drawn as means of more weeks.
    """

    name: str
    dots: Sequence[Dot]
    shape: Shape = Shape.DOT
    is_bars: bool = False
    is_joined: bool = False
    is_mean: bool = False


@dataclass(frozen=True)
class Trend:
    """A line with its 90 % band: lower end, middle and upper end for each of `days`.

    `change` is from its first day to its last, with the interval of the slope.
    """

    days: tuple[float, ...]
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]
    change: tuple[float, float, float] = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Chart:
    """One chart. `write` puts a value into words, `step` is the least distance of grid lines.

    `target` is a band to be in. `change` says what was found, `compared` of which weeks, `tone`
    what that means: the line is that of all these weeks, a change may hold the last of them against
    those before: these two are the `levels`. `told_of` are the days a change is about; where none
    of them is in sight, it isn't told.
    `downwards`: smaller values stand higher. `empty` is what to do where there is no point yet.
    `bounds` are ends that the scale never passes. `measured` is what values are in, where `unit`
    says what `write` makes of them.
    """

    key: Key
    title: str
    unit: str
    write: Callable[[float], str]
    curves: tuple[Curve, ...] = ()
    trend: Trend | None = None
    target: tuple[float, float] | None = None
    change: str = ""
    compared: str = ""
    tone: Tone = Tone.PLAIN
    downwards: bool = False
    empty: str = ""
    step: float = 0.0
    bounds: tuple[float | None, float | None] = (None, None)
    legend: str = field(default="")
    levels: tuple[Level, ...] = ()
    told_of: tuple[float, float] | None = None
    measured: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no point at all."""
        return not any(each.dots for each in self.curves)

    def is_told(self, first: float, last: float) -> bool:
        """Whether a day that the change is about is between these."""
        return self.told_of is None or (self.told_of[0] <= last and self.told_of[1] >= first)


class MarkKind(Enum):
    """What a mark on the time axis is about."""

    PHASE = "phase"
    ILLNESS = "illness"
    DEVICE = "device"
    SWAP = "swap"


class Mark(NamedTuple):
    """Something on the time axis, from a day to a day, both included; `phase` of a phase."""

    kind: MarkKind
    first: int
    last: int
    words: str
    phase: PhaseKind | None = None
