"""Ways to more asymmetric work, the smallest edit first (MODEL.md section 4).

Each way proposes; `findings.fix_for` tries the proposals out and takes the first that mends.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.lunges import MOST_SETS, add_fix, lunge_fixes, lunge_item, lunges
from hemipelvi_gui.coach.making import stand_in
from hemipelvi_gui.coach.reading import Finding, Fix, Reading, reread
from hemipelvi_gui.coach.sets import last_big_lift, one_set_less, reducible, worked_out
from hemipelvi_gui.coach.swaps import is_asymmetric, siblings
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.domain.exercises import Exercise


def reach_floor(reading: Reading, _finding: Finding) -> Iterator[Fix]:
    """A lunge if time allows, else one swap, else sets taken away.

    Where none of these is enough: a lunge over time, and last a lunge with sets taken away.
    """
    yield from lunge_fixes(reading, in_time=True)
    yield from one_swap(reading)
    yield from _fewer_sets(reading)
    yield from lunge_fixes(reading, in_time=False)
    yield from _lunge_and_fewer_sets(reading)


def add_lunge(reading: Reading, _finding: Finding) -> Iterator[Fix]:
    """The best-fitting lunge as it is usually done, with other sets where that is not enough.

    One swap where no single lunge does it.
    """
    for exercise in lunges(reading)[:1]:
        yield add_fix(reading, lunge_item(reading, exercise), exercise)
    yield from lunge_fixes(reading, in_time=True)
    yield from lunge_fixes(reading, in_time=False)
    yield from one_swap(reading)


def one_swap(reading: Reading, *, spare_last: bool = True) -> Iterator[Fix]:
    """One item for its closest asymmetric sibling, smallest dose first; never the last big lift.

    Without `spare_last` that one too: a week may have others.
    """
    last = last_big_lift(reading) if spare_last else None
    symmetric = [
        (each.dose, each.item.id, each.exercise)
        for each in reading.balance.lines
        if each.exercise is not None and each.dose and each.counts < 1 and each.item.id != last
    ]
    for _, item_id, exercise in sorted(symmetric, key=lambda each: each[:2]):
        closest = _closest(reading, exercise)
        if closest is not None:
            yield Fix(
                translate("Fix", "Swap {old} for {new}", old=exercise.name, new=closest.name),
                partial(
                    edits.change_item,
                    item_id=item_id,
                    change=partial(stand_in, other=closest, available=reading.available),
                ),
            )


def _closest(reading: Reading, exercise: Exercise) -> Exercise | None:
    """The closest asymmetric sibling, one that is not in the session if there is one."""
    present = {each.item.exercise for each in reading.balance.lines}
    found = siblings(exercise, reading.offered, reading.available, is_asymmetric)
    fresh = [other for other in found if other.id not in present]
    return next(iter(fresh or found), None)


def _fewer_sets(reading: Reading) -> Iterator[Fix]:
    reached = _with_fewer_sets(reading)
    if reached is not None:
        after, taken = reached
        label = translate("Fix", "Take {count} sets away", count=taken)
        if taken == 1:
            label = translate("Fix", "Take 1 set away")
        yield worked_out(label, reading, after.session)


def _lunge_and_fewer_sets(reading: Reading) -> Iterator[Fix]:
    for exercise in lunges(reading)[:1]:
        usual = lunge_item(reading, exercise)
        for item in (usual, lunge_item(reading, exercise, MOST_SETS)):
            lunged = reread(reading, add_fix(reading, item, exercise).edit(reading.session))
            reached = _with_fewer_sets(lunged)
            if reached is not None:
                label = translate(
                    "Fix",
                    "Add {name}, take {count} sets away",
                    name=exercise.name,
                    count=reached[1],
                )
                yield worked_out(label, reading, reached[0].session)


def _with_fewer_sets(reading: Reading) -> tuple[Reading, int] | None:
    """The session at the floor and how many sets that took; None where sets alone don't do it.

    Sets come off what weighs most against running; nothing goes for good while anything else can
    still lose a set.
    """
    now, taken = reading, 0
    while not now.reaches(now.settings.floor):
        candidates = [each for each in reducible(now) if each.dose and each.counts < 1]
        if not candidates:
            return None
        most = max(
            candidates,
            key=lambda each: (
                each.item.prescription.sets > 1,
                each.dose * (1 - each.counts),
                each.item.id,
            ),
        )
        now, taken = reread(now, one_set_less(now.session, most.item)), taken + 1
    return now, taken
