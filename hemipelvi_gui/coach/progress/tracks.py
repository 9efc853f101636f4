"""One item on its way through the sessions of a plan: its numbers and how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.progress.numbers import (
    NextNumbers,
    next_prescription,
    one_more,
    rises_fast,
    with_guard,
)
from hemipelvi_gui.domain.diary import DoneItem, DoneSet
from hemipelvi_gui.domain.plan import DAYS_A_WEEK
from hemipelvi_gui.domain.progression import Progress
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.coach.progress.light_weeks import Kept
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.prescription import Load, Prescription
    from hemipelvi_gui.domain.session import Item

# Two times tell whether it failed twice; older ones are of no use.
REMEMBERED = 2


class Track:
    """`item` has the numbers of the last usual time. `done` is how it went then and before.

    `assumed`: nothing was logged then, so it is taken as done as planned. `missed`: the session was
    logged and this item was not in it.
    """

    def __init__(self, item: Item) -> None:
        self.item = item
        self.done: list[DoneItem] = []
        self.assumed, self.missed = True, False
        self._loads: list[tuple[date, Load | None]] = []

    def fits(self, item: Item) -> bool:
        """Whether the numbers go on from here: the same exercise, counted and loaded alike."""
        if item.exercise != self.item.exercise or item.variant != self.item.variant:
            return False
        here, there = item.prescription, self.item.prescription
        if item.progression is not None and item.progression.kind is Progress.PERCENT:
            return True
        return here.measure is there.measure and _alike(here.load, there.load)

    def next(
        self,
        item: Item,
        exercise: Exercise | None,
        day: date,
        week: int,
        e1rm: float | None,
        kept: Kept,
    ) -> NextNumbers:
        """The numbers of the next time, which is `item` as it stands now."""
        before = replace(self.item, progression=item.progression)
        if self.missed:
            reason = translate("Progress", "It was left out last time: the same again.")
            found = NextNumbers(before.prescription, before.prescription, reason)
        else:
            found = next_prescription(before, exercise, self.done, week, e1rm, self.assumed, kept)
        after = carried(item, found.after)
        reason = found.reason
        if not rises_fast(found.before.load, found.after.load, kept.rise):
            reason = with_guard(reason, self._a_week_ago(day), after.load, kept.rise)
        return NextNumbers(item.prescription, after, reason)

    def went(self, item: Item, day: date, done: DoneItem | None, logged: bool) -> None:
        """Take note of a usual time: what was planned and, where it was logged, what was done."""
        if not logged:
            self.done = [as_planned(item, self._expected(item.prescription))]
        elif done is not None:
            before = [] if self.assumed else self.done
            self.done = [*before, done][-REMEMBERED:]
        self.assumed, self.missed = not logged, logged and done is None
        self.item = item
        self._loads = [each for each in self._loads if each[0] > day - timedelta(weeks=2)]
        self._loads.append((day, item.prescription.load))

    def _a_week_ago(self, day: date) -> Load | None:
        """The load of a week ago or, of a shorter track, its first."""
        before = [load for then, load in self._loads if (day - then).days >= DAYS_A_WEEK]
        return before[-1] if before else self._loads[0][1] if self._loads else None

    def _expected(self, planned: Prescription) -> float:
        """What a set should have: one more than the last time, as long as the load is the same."""
        if not self.done or planned.load != self.item.prescription.load:
            return planned.low
        work = [each.amount for each in self.done[-1].sets if not each.warmup]
        least = min(work, default=planned.low)
        return min(max(least + one_more(planned.measure), planned.low), planned.high)


def carried(item: Item, numbers: Prescription) -> Prescription:
    """The item's own prescription with what its progression moves, taken from `numbers`."""
    if item.progression is None:
        return item.prescription
    if item.progression.kind is Progress.ADD_SET:
        return replace(item.prescription, sets=numbers.sets)
    return replace(item.prescription, load=numbers.load)


def as_planned(item: Item, amount: float) -> DoneItem:
    """What would be logged if all went as planned, with this amount a set."""
    p = item.prescription
    one = DoneSet(amount, p.measure, p.sides, p.load, p.target_rpe)
    return DoneItem(item.exercise, item.id, item.variant, (one,) * p.sets)


def _alike(one: Load | None, other: Load | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.kind, one.unit, one.count) == (other.kind, other.unit, other.count)
