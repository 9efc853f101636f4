"""What a session adds to its week, as a few numbers, worked out once for each state of it."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.balance import HARD_RPE, Library, balance, is_big
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.timing import session_s

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hemipelvi_gui.domain.balance import Line
    from hemipelvi_gui.domain.session import Block, Session


class SessionSum(NamedTuple):
    """Doses in HSE (MODEL.md section 2): all of it, and what of it counts as asymmetric.

    `likeness` is the dose times its asymmetry. `symmetric` is the dose of symmetric exercises.
    `uneven_left` and `uneven_right` leave out what is uneven on purpose. `big` are names of the big
    lifts, `hard_legs` whether there is leg work at RPE 7 or more, `loads` the top load of each lift
    by exercise id, in kg. `full` is whether any leg work is such in full (share 1); without it all
    is prehab.
    """

    hse: float = 0.0
    counted: float = 0.0
    likeness: float = 0.0
    symmetric: float = 0.0
    left: float = 0.0
    right: float = 0.0
    uneven_left: float = 0.0
    uneven_right: float = 0.0
    seconds: float = 0.0
    big: tuple[str, ...] = ()
    hard_legs: bool = False
    loads: Mapping[str, float] = {}
    full: bool = False

    @property
    def share(self) -> float | None:
        """Asymmetric share in [0, 1], None where there is no leg work."""
        return min(self.counted / self.hse, 1.0) if self.hse else None

    @property
    def gait_likeness(self) -> float | None:
        """Gait-likeness in [0, 1], None where there is no leg work."""
        return min(self.likeness / self.hse, 1.0) if self.hse else None

    @property
    def symmetric_share(self) -> float | None:
        """Symmetric part of the dose in [0, 1], None where there is no leg work."""
        return self.symmetric / self.hse if self.hse else None


def sum_of(session: Session, library: Library, body_mass_kg: float | None = None) -> SessionSum:
    """The numbers of one session; a skipped one adds nothing."""
    if session.skipped:
        return SessionSum()
    whole = balance(session, library, body_mass_kg)
    worked = [each for each in whole.lines if each.dose and each.exercise is not None]
    meant = [each for each in worked if not each.item.uneven_on_purpose]
    return SessionSum(
        whole.hse,
        fsum(each.dose * each.counts for each in worked),
        fsum(each.dose * (each.asymmetry or 0.0) for each in worked),
        fsum(each.dose for each in worked if _is_symmetric(each)),
        whole.left,
        whole.right,
        fsum(each.left for each in meant),
        fsum(each.right for each in meant),
        session_s(session, library),
        tuple(
            each.exercise.name
            for each in whole.lines
            if each.exercise is not None and is_big(each.item, each.exercise, body_mass_kg)
        ),
        any((each.item.prescription.target_rpe or HARD_RPE) >= HARD_RPE for each in worked),
        _top_loads(whole.lines),
        any(each.exercise is not None and each.exercise.share >= 1 for each in worked),
    )


def _is_symmetric(line: Line) -> bool:
    return line.exercise is not None and line.exercise.laterality is Laterality.SYMMETRIC


def _top_loads(lines: Iterable[Line]) -> dict[str, float]:
    loads: dict[str, float] = {}
    for each in lines:
        load = each.item.prescription.load
        kg = None if load is None else load.external_kg
        if kg and kg > loads.get(each.item.exercise, 0.0):
            loads[each.item.exercise] = kg
    return loads


def add_up(sums: Iterable[SessionSum]) -> SessionSum:
    """The numbers of several sessions together; of a lift's loads the top one."""
    kept = tuple(sums)
    loads: dict[str, float] = {}
    for each in kept:
        for exercise, kg in each.loads.items():
            loads[exercise] = max(kg, loads.get(exercise, 0.0))
    return SessionSum(
        fsum(each.hse for each in kept),
        fsum(each.counted for each in kept),
        fsum(each.likeness for each in kept),
        fsum(each.symmetric for each in kept),
        fsum(each.left for each in kept),
        fsum(each.right for each in kept),
        fsum(each.uneven_left for each in kept),
        fsum(each.uneven_right for each in kept),
        fsum(each.seconds for each in kept),
        tuple(name for each in kept for name in each.big),
        any(each.hard_legs for each in kept),
        loads,
        any(each.full for each in kept),
    )


class Sums:
    """The numbers of sessions, kept as long as their blocks are the same.

    So moving a session to another day, or reading a week again, costs nothing.
    """

    def __init__(self, library: Library, body_mass_kg: float | None = None) -> None:
        self._library, self._body_mass_kg = library, body_mass_kg
        self._known: dict[str, tuple[tuple[Block, ...], SessionSum]] = {}

    def of(self, session: Session) -> SessionSum:
        """The numbers of one session; a skipped one adds nothing."""
        if session.skipped:
            return SessionSum()
        known = self._known.get(session.id)
        # Blocks are frozen: the same object has the same numbers.
        if known is not None and known[0] is session.blocks:
            return known[1]
        made = sum_of(session, self._library, self._body_mass_kg)
        self._known[session.id] = (session.blocks, made)
        return made
