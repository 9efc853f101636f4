"""What was done, as work for the balance (MODEL.md sections 2 and 3).

Sets that were done stand where planned ones stand otherwise: the effort is the one that was logged,
and where none was it counts as hard, and the line says so (`effort_given`). Warm-ups add nothing.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.balance import Balance, line, sum_up
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.prescription import Prescription
from hemipelvi_gui.domain.session import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hemipelvi_gui.domain.balance import Library, Line
    from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet


def done_lines(
    done: DoneSession, library: Library, body_mass_kg: float | None = None
) -> tuple[Line, ...]:
    """A line for each run of equal sets, in the order they were done.

    Exercises that are not in `library` add nothing. An item's id is the planned one's, or "".
    """
    return tuple(
        line(each, library.get(each.exercise), body_mass_kg)
        for item in done.items
        for each in _as_items(item)
    )


def done_balance(
    sessions: Iterable[DoneSession], library: Library, body_mass_kg: float | None = None
) -> Balance:
    """The balance of all these sessions together: of a day, a week, or any span."""
    return sum_up(each for done in sessions for each in done_lines(done, library, body_mass_kg))


def leg_sets(lines: Iterable[Line]) -> float:
    """Sets of leg work, as counted: a set of one side is half of one."""
    return sum(each.sets for each in lines if each.dose)


def level_sets(lines: Iterable[Line]) -> float:
    """Sets of leg work in which both legs did the same: those on level feet."""
    return leg_sets(each for each in lines if is_level(each))


def is_level(work: Line) -> bool:
    """Whether both legs do the same in it."""
    return work.exercise is not None and work.exercise.laterality is Laterality.SYMMETRIC


def _as_items(done: DoneItem) -> Iterator[Item]:
    """The item as it would have been planned, one for each run of equal sets."""
    for each, run in groupby(done.sets):
        if not each.warmup:
            yield Item(done.item, done.exercise, _prescription(each, len(list(run))), done.variant)


def _prescription(done: DoneSet, sets: int) -> Prescription:
    return Prescription(
        sets=sets,
        low=done.amount,
        high=done.amount,
        measure=done.measure,
        sides=done.sides,
        load=done.load,
        rpe=done.rpe,
    )
