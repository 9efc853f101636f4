"""A session in time: when each item has its turn, and how much work each side has done by then."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.balance import Library, line
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.session import Item
from hemipelvi_gui.domain.timing import SET_UP_S, block_s, work_s

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session


@dataclass(frozen=True)
class Turn:
    """One item's time, in seconds from the start, and its dose on each side in HSE."""

    item: Item
    exercise: Exercise | None
    begins: float
    ends: float
    left: float
    right: float


@dataclass(frozen=True)
class RunningOrder:
    """The turns of a session, one after the other."""

    turns: tuple[Turn, ...]

    @property
    def duration(self) -> float:
        """Seconds the whole session takes."""
        return self.turns[-1].ends if self.turns else 0.0

    @cached_property
    def _starts(self) -> list[float]:
        return [turn.begins for turn in self.turns]

    def turn_at(self, second: float) -> Turn | None:
        """Whose turn it is; None in a session without items."""
        if not self.turns:
            return None
        return self.turns[max(0, bisect_right(self._starts, second) - 1)]

    def done_by(self, second: float) -> tuple[float, float]:
        """Dose on the left and on the right so far, in HSE. Getting ready adds nothing."""
        left = right = 0.0
        for turn in self.turns:
            works_from = min(turn.begins + SET_UP_S, turn.ends)
            length = turn.ends - works_from
            part = 1.0 if second >= turn.ends else 0.0
            if works_from < second < turn.ends and length > 0:
                part = (second - works_from) / length
            left += turn.left * part
            right += turn.right * part
        return left, right


def running_order(
    session: Session, library: Library, body_mass_kg: float | None = None
) -> RunningOrder:
    """When each item of a session has its turn.

    The items of a superset follow one another here, each with its share of the block's time.
    """
    turns: list[Turn] = []
    now = 0.0
    for block in session.blocks:
        own = [_own_s(item, library.get(item.exercise)) for item in block.items]
        whole = block_s(block, library)
        share = whole / sum(own) if sum(own) else 0.0
        for item, seconds in zip(block.items, own, strict=True):
            exercise = library.get(item.exercise)
            found = line(item, exercise, body_mass_kg)
            ends = now + seconds * share
            turns.append(Turn(item, exercise, now, ends, found.left, found.right))
            now = ends
    return RunningOrder(tuple(turns))


def _own_s(item: Item, exercise: Exercise | None) -> float:
    p = item.prescription
    contact = exercise is not None and exercise.contact
    return SET_UP_S + (p.sets + p.warmup_sets) * work_s(p, contact)
