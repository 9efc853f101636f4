"""The rule itself: from numbers to one of six words (the table of MODEL.md section 7).

A coaching rule, judged by simulation (docs/verdict.md). It says what the log is consistent with,
never what caused it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import expm1
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.coach.verdict.evidence import Evidence
    from hemipelvi_gui.coach.verdict.statistics import Difference

    Condition = Callable[[Evidence], bool]

RISING = 0.9
MATERIAL = 0.01
SURE, LIKELY = 1.645, 1.28
TIGHTER = 0.5
SAME = 0.03


class Code(StrEnum):
    """The verdict in one word."""

    NOT_ENOUGH_DATA = "not_enough_data"
    HURTING = "hurting"
    WATCH = "watch"
    HELPING = "helping"
    NO_MATERIAL_CHANGE = "no_material_change"
    UNCLEAR = "unclear"


def decide(now: Evidence, week_before: Evidence, cautioned: bool) -> Code:
    """The first row of the table that fits.

    `week_before` is the same log as of a week earlier: hurting and helping must have held then
    too. `cautioned`: something else that changed could account for it.
    """
    if now.missing:
        return Code.NOT_ENOUGH_DATA
    if cautioned:
        return Code.UNCLEAR
    return next((row.code for row in TABLE if row.fits(now, week_before)), Code.UNCLEAR)


def lift_up(of: Evidence) -> bool:
    """The big lifts rise, with nine chances in ten."""
    return of.lift is not None and of.lift.line.probability >= RISING


def worse(of: Evidence, z: float = SURE) -> bool:
    """Running costs more: by over 1 %, and by more than chance would have it."""
    return of.running is not None and _percent(of.running) < -MATERIAL and of.running.z < -z


def better(of: Evidence) -> bool:
    """Running costs less, by the same measure."""
    return of.running is not None and _percent(of.running) > MATERIAL and of.running.z > SURE


def tighter(of: Evidence) -> bool:
    """Up by more than half a point, and by more than chance would have it."""
    return of.tightness is not None and of.tightness.change > TIGHTER and of.tightness.z > LIKELY


def most_tighter(of: Difference) -> float:
    """With nine chances in ten tightness is up by less than this. One-sided, unlike an interval."""
    return of.change + LIKELY * of.error


def no_tighter(of: Evidence) -> bool:
    """With nine chances in ten tightness is not up by half a point."""
    return of.tightness is not None and most_tighter(of.tightness) < TIGHTER


def likely_worse(of: Evidence) -> bool:
    """Running costs more, with less certainty."""
    return worse(of, LIKELY)


def stays(of: Evidence) -> bool:
    """All that running may have changed by, nine times in ten, is within 3 %."""
    if of.running is None:
        return False
    low, high = of.running.interval()
    return expm1(low) > -SAME and expm1(high) < SAME


def _percent(of: Difference) -> float:
    """The change of the value behind its logarithm, as a part of it."""
    return expm1(of.change)


def hurts(of: Evidence) -> bool:
    """What must hold two weeks running."""
    return all(holds(of) for holds in HURTS)


@dataclass(frozen=True)
class Row:
    """A row of the table: what must hold now, and what must have held a week earlier too."""

    code: Code
    now: tuple[Condition, ...]
    before: tuple[Condition, ...] = ()

    def fits(self, now: Evidence, before: Evidence) -> bool:
        """Whether all of it holds."""
        return all(holds(now) for holds in self.now) and all(holds(before) for holds in self.before)


HURTS = (lift_up, worse, tighter)
MAY_HURT = (lift_up, likely_worse, tighter)
# That running costs more is watched in the first week, whatever the hips say.
TABLE = (
    Row(Code.HURTING, HURTS, HURTS),
    Row(Code.WATCH, (lift_up, worse)),
    Row(Code.WATCH, MAY_HURT, MAY_HURT),
    Row(Code.HELPING, (lift_up, better, no_tighter), (lift_up, better)),
    Row(Code.NO_MATERIAL_CHANGE, (stays,)),
)
