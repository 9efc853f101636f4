"""How the big lifts went, session by session (MODEL.md sections 1 and 5)."""

from __future__ import annotations

from math import fsum, log
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.verdict.weeks import week_number
from hemipelvi_gui.domain.balance import effort_factor, is_big
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.lifts import DOUBTFUL_ABOVE, e1rm, reps_to_failure
from hemipelvi_gui.domain.prescription import LoadKind, Measure, Prescription
from hemipelvi_gui.domain.session import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.diary import DoneSession, DoneSet
    from hemipelvi_gui.domain.exercises import Exercise

EPLEY_REPS = 30


class Lift(NamedTuple):
    """One lift with one implement, which is followed on its own.

    `added_kg` is None where e1RM tells how strong it is. Of a bodyweight lift it is what hung on
    the body: with another weight on, reps can't be held against each other.
    """

    exercise: str
    variant: str = ""
    added_kg: float | None = None


class Exposure(NamedTuple):
    """One lift in one session, by its best set.

    `value` is ln e1RM (of kg), or for a bodyweight lift the same from its reps alone: the body's
    weight drops out once it is held against its own mean. `doubtful`: of more than six reps to
    failure. `hse` are the hard-set equivalents of all its working sets.
    """

    week: int
    ordinal: int
    session: str
    lift: Lift
    value: float
    doubtful: bool
    hse: float


class Best(NamedTuple):
    """A set's worth; of two alike the surer one is the better."""

    value: float
    sure: bool


def exposures(
    sessions: Iterable[DoneSession], library: Library, body_mass_kg: float | None
) -> tuple[Exposure, ...]:
    """The big lifts of these sessions, by day. What is not in `library` adds nothing."""
    found: list[Exposure] = []
    for session in sessions:
        if not session.going:
            found += _of_session(session, week_number(session.date), library, body_mass_kg)
    return tuple(sorted(found, key=_order))


def _order(each: Exposure) -> tuple[int, str, str, str, float]:
    lift = each.lift
    added = -1.0 if lift.added_kg is None else lift.added_kg
    return each.ordinal, each.session, lift.exercise, lift.variant, added


def _of_session(
    session: DoneSession, week: int, library: Library, body_mass_kg: float | None
) -> Iterator[Exposure]:
    bests: dict[Lift, list[Best]] = {}
    doses: dict[Lift, list[float]] = {}
    for item in session.items:
        exercise = library.get(item.exercise)
        if exercise is None or not may_be_big(exercise):
            continue
        for done in item.sets:
            if done.warmup or not _is_big(done, exercise, body_mass_kg):
                continue
            lift = Lift(item.exercise, item.variant, _added(done, exercise))
            doses.setdefault(lift, []).append(exercise.share * effort_factor(done.rpe))
            best = worth(done, lift)
            if best is not None:
                bests.setdefault(lift, []).append(best)
    for lift, each in bests.items():
        best = max(each)
        yield Exposure(
            week,
            session.date.toordinal(),
            session.id,
            lift,
            best.value,
            not best.sure,
            fsum(doses[lift]),
        )


def may_be_big(exercise: Exercise) -> bool:
    """Symmetric and compound, so that it is big once it is loaded."""
    return exercise.compound and exercise.laterality is Laterality.SYMMETRIC


def worth(done: DoneSet, lift: Lift) -> Best | None:
    """What the set says of the heaviest lift, as ln; None where it says nothing.

    A load is lifted for 1 to 10 reps to failure (Epley); the body, any number of times.
    """
    if done.measure is not Measure.REPS:
        return None
    reps = reps_to_failure(done.amount, done.rpe)
    sure = reps <= DOUBTFUL_ABOVE
    if lift.added_kg is not None:
        return Best(log(1 + reps / EPLEY_REPS), sure) if reps >= 1 else None
    kg = None if done.load is None else done.load.external_kg
    heaviest = None if kg is None else e1rm(kg, reps)
    return None if heaviest is None else Best(log(heaviest), sure)


def _added(done: DoneSet, exercise: Exercise) -> float | None:
    """Kilograms on the body where it is lifted itself, else None.

    Without a load that is an exercise which needs nothing; of another the load was not written.
    """
    if done.load is None:
        return None if exercise.equipment else 0.0
    return done.load.external_kg if done.load.kind is LoadKind.BODYWEIGHT else None


def _is_big(done: DoneSet, exercise: Exercise, body_mass_kg: float | None) -> bool:
    planned = Prescription(load=done.load, rpe=done.rpe)
    return is_big(Item("", exercise.id, planned), exercise, body_mass_kg)
