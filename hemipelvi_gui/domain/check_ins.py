"""How the body feels on a day, and what it measures at home (MODEL.md sections 7 and 9)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

MOST_TIGHT = 10
# From here on nothing heavier is proposed, and the advice is to ask a professional.
PAIN_TO_ASK_ABOUT = 4


@dataclass(frozen=True)
class CheckIn:
    """One morning in a few taps. None: not said.

    Tightness, soreness and pain go from 0 to 10, sleep is in hours. Pain is not tightness, and
    never mixed with it; `pain_at` says in the runner's words where it hurts.
    """

    id: str
    date: datetime.date
    hip_flexor_left: float | None = None
    hip_flexor_right: float | None = None
    back: float | None = None
    sleep_h: float | None = None
    soreness: float | None = None
    ill: bool = False
    pain: float | None = None
    pain_at: str = ""
    notes: str = ""
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def name(self) -> str:
        """Its day: there is one a day."""
        return self.date.isoformat()

    @property
    def tightness(self) -> float | None:
        """The largest of hip flexor left, right and back; None where none is rated."""
        rated = (self.hip_flexor_left, self.hip_flexor_right, self.back)
        return max((each for each in rated if each is not None), default=None)


class TestKind(StrEnum):
    """A measurement at home (MODEL.md section 9)."""

    __test__ = False  # no test of ours, though pytest would take it for one

    THOMAS = "thomas"
    HIP_ROTATION = "hip-rotation"
    LEG_RAISE = "leg-raise"
    SIT_AND_REACH = "sit-and-reach"
    TOE_TOUCH = "toe-touch"


# The others are measured on both sides at once.
SIDED_TESTS = frozenset({TestKind.THOMAS, TestKind.HIP_ROTATION, TestKind.LEG_RAISE})


@dataclass(frozen=True)
class HomeTest:
    """One test on one day: the readings, up to three a side; `left` alone where it has no sides.

    In degrees, or in cm for sit-and-reach and toe touch.
    """

    id: str
    date: datetime.date
    kind: TestKind
    left: tuple[float, ...] = ()
    right: tuple[float, ...] = ()
    start: datetime.time | None = None
    notes: str = ""
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def name(self) -> str:
        """Which test it is."""
        return self.kind.value
