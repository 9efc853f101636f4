"""Lighter weeks: sets taken away from some sessions together, loads and reps kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum
from typing import TYPE_CHECKING

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.balance import HARD_RPE, Library, balance, is_big, sum_up
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.session import items

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hemipelvi_gui.domain.balance import Balance, Line
    from hemipelvi_gui.domain.session import Session

# MODEL.md section 4: what is left of the dose of a week.
DELOAD_KEEP, TAPER_KEEP, RACE_WEEK_KEEP = 0.55, 0.7, 0.5
# Sums of fractions: a tie must stay a tie.
DIGITS = 9

RANK = {Laterality.SYMMETRIC: 0, Laterality.BIASED: 1}
LAST_RANK = 2


@dataclass
class _Part:
    """Sets of one item that are still there; `step` is the dose of one in HSE."""

    session: int
    turn: int
    place: int
    item: str
    sets: int
    planned: int
    step: float
    asymmetry: float
    rank: int
    small: bool
    big: bool


def lighter(
    sessions: Sequence[Session],
    library: Library,
    keep: float,
    symmetric_first: bool,
    body_mass_kg: float | None = None,
) -> tuple[Session, ...]:
    """These sessions with `keep`, in [0, 1], of their dose together, by taking sets away.

    Sets go one at a time as long as that brings the dose nearer, so the result is the nearest: it
    is over by at most half of the smallest set that could still go. Each item gives in proportion,
    the more symmetric one first where two are even, and the later session before the earlier one.
    No item loses its last set before all others are down to one. With `symmetric_first` (before a
    race) symmetric items go first, and wholly, then biased ones; gait-like work under RPE 7
    stays. Work without a dose stays too. A skipped session has no dose and is left as it is.
    """
    balances = [
        sum_up(()) if each.skipped else balance(each, library, body_mass_kg) for each in sessions
    ]
    parts = _parts(sessions, balances, symmetric_first, body_mass_kg)
    excess = fsum(each.hse for each in balances) * (1 - keep)
    for may_go, order in _rounds(keep, symmetric_first):
        while excess > 0:
            # Taking half a set more than wanted is no nearer than leaving it.
            found = [each for each in parts if may_go(each) and excess > each.step / 2]
            if not found:
                break
            part = min(found, key=order)
            part.sets -= 1
            excess = round(excess - part.step, DIGITS)
    return tuple(_cut(session, place, parts) for place, session in enumerate(sessions))


def _rounds(
    keep: float, symmetric_first: bool
) -> tuple[tuple[Callable[[_Part], bool], Callable[[_Part], tuple[float, ...]]], ...]:
    """Which parts may lose a set, and in which order, one round after the other."""

    def in_proportion(part: _Part) -> tuple[float, ...]:
        over = round(part.sets - keep * part.planned, DIGITS)
        return (-over, part.asymmetry, -part.turn, -part.place)

    def least_missed(part: _Part) -> tuple[float, ...]:
        return (part.big, not part.small, part.asymmetry, -part.turn, -part.place)

    ranks = range(LAST_RANK + 1) if symmetric_first else (None,)
    taken_first = [(_reducible(rank, 1), in_proportion) for rank in ranks]
    if symmetric_first:
        taken_first[0] = (_reducible(0, 0), in_proportion)
    return (*taken_first, (_reducible(None, 0), least_missed))


def _reducible(rank: int | None, least: int) -> Callable[[_Part], bool]:
    return lambda part: rank in (None, part.rank) and part.sets > least


def _parts(
    sessions: Sequence[Session],
    balances: Sequence[Balance],
    symmetric_first: bool,
    body_mass_kg: float | None,
) -> list[_Part]:
    order = sorted(range(len(sessions)), key=lambda index: _when(sessions[index]))
    turns = {index: turn for turn, index in enumerate(order)}
    return [
        _Part(
            session=index,
            turn=turns[index],
            place=place,
            item=line.item.id,
            sets=line.item.prescription.sets,
            planned=line.item.prescription.sets,
            step=line.dose / line.item.prescription.sets,
            asymmetry=line.exercise.asymmetry or 0.0,
            rank=RANK.get(line.exercise.laterality, LAST_RANK),
            small=line.exercise.share < 1,
            big=is_big(line.item, line.exercise, body_mass_kg),
        )
        for index, own in enumerate(balances)
        for place, line in enumerate(own.lines)
        if line.dose and line.exercise is not None and not (symmetric_first and _is_light(line))
    ]


def _is_light(line: Line) -> bool:
    """Gait-like and easy: it stays before a race."""
    rpe = line.item.prescription.target_rpe
    gait_like = line.exercise is not None and line.exercise.laterality is Laterality.GAIT_LIKE
    return gait_like and rpe is not None and rpe < HARD_RPE


def _when(session: Session) -> tuple[str, str]:
    return (str(session.date or ""), str(session.start or ""))


def _cut(session: Session, index: int, parts: Sequence[_Part]) -> Session:
    """The session with the sets that are left; the same one where none went."""
    left = {
        each.item: each.sets for each in parts if each.session == index and each.sets < each.planned
    }
    after = {
        item.id: replace(item.prescription, sets=left[item.id]) if left[item.id] else None
        for item in items(session)
        if item.id in left
    }
    return edits.prescribe_all(session, after)
