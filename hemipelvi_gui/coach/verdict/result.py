"""What a verdict consists of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hemipelvi_gui.coach.verdict.cautions import Caution
from hemipelvi_gui.coach.verdict.rule import Code
from hemipelvi_gui.coach.verdict.series import Basis
from hemipelvi_gui.domain.text import Text


class Unit(StrEnum):
    """What a change is in: per cent of what it was, or points of the scale from 0 to 10."""

    PERCENT = "%"
    POINTS = "points"


@dataclass(frozen=True)
class Change:
    """A change in `unit` with its 90 % interval `low` to `high`; below 0 it went down.

    `z` is in standard errors, with the sign of the change (of a lift: Student's t). `probability`,
    in [0, 1], is that of having gone up at all. `weeks` is how long it took: for a lift from its
    first week to its last, else from the middle of the weeks before to that of the recent ones.
    """

    change: float
    low: float
    high: float
    unit: Unit
    z: float
    probability: float
    weeks: float


@dataclass(frozen=True)
class Pace:
    """Seconds for `metres`, before and recently: easy km at a usual heart rate, or 10 km raced.

    `low` to `high` is the 90 % interval of the change; above 0 is slower. `heart_rate` is None
    where none is known.
    """

    metres: int
    before_s: float
    recent_s: float
    low: float
    high: float
    heart_rate: float | None = None

    @property
    def change_s(self) -> float:
        """Seconds more than before."""
        return self.recent_s - self.before_s


class Step(NamedTuple):
    """One step of how the verdict was made, in plain words."""

    title: Text
    text: Text


class Bilateral(NamedTuple):
    """The level-footed lift to swap for a lunge: the one with the most hard sets (HSE) lately."""

    exercise: str
    hse: float


@dataclass(frozen=True)
class Verdict:
    """What the log is consistent with, and everything that was weighed for it.

    The recent weeks run from `recent_from` to `last`, the weeks before them from `first`; they
    are calendar weeks, and `last` is the Sunday of the last one that is over. A change is None
    where the log has too little for it. `missing` and `cautions` say why nothing can be said,
    `detectable_change` is in %. `lifts` are ids of the exercises behind `lift`. `pain` is the
    worst that was rated in the recent weeks; it has no part in the verdict. `suggestion` is what
    to try where the lifts may cost something and no such pain was rated, `advice` what is said of
    such pain. `why_unclear` is said where nothing else changed and no row fits, `earliest` where
    something is missing: the first Sunday on which there can be enough. `doubt` is how often the
    same is said of years in which nothing changes, `unsure` what makes the lifts' estimates so.
    """

    code: Code
    headline: Text
    basis: Basis
    first: date
    recent_from: date
    last: date
    missing: tuple[Text, ...] = ()
    cautions: tuple[Text, ...] = ()
    caution_kinds: tuple[Caution, ...] = ()
    lift: Change | None = None
    efficiency: Change | None = None
    tightness: Change | None = None
    pace: Pace | None = None
    detectable_change: float | None = None
    lifts: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    would_change: tuple[Text, ...] = ()
    bilateral: Bilateral | None = None
    suggestion: Text | None = None
    pain: float | None = None
    advice: Text | None = None
    why_unclear: Text | None = None
    earliest: date | None = None
    doubt: Text | None = None
    unsure: Text | None = None
