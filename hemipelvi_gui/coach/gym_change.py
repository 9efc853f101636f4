"""Another gym: what isn't there is done in another form, or gives way to the nearest sibling.

The gauge is kept: a sibling of the same class and asymmetry goes before a closer one of another,
and its sets are such that the dose stays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.making import other_form, stand_in
from hemipelvi_gui.coach.reading import Reading, read
from hemipelvi_gui.coach.swaps import equipment_of, siblings, variant_for
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.balance import counts_as_asymmetric, line
from hemipelvi_gui.domain.session import Session, items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.exercises import Equipment, Exercise
    from hemipelvi_gui.domain.session import Item
    from hemipelvi_gui.domain.settings import Settings

FEWER_SETS, MORE_SETS = 2, 2
# A dose that differs by less than this share of it is the same.
SAME_DOSE = 0.15


@dataclass(frozen=True)
class GymChange:
    """The session in another gym, and what was swapped for it: names, old and new.

    A new name of None means that nothing there can stand in: the item stays as it was. An exercise
    that is done in another form stands there with its own name on both sides. `opened`: what
    is now done where there was a load, and has none.
    """

    session: Session
    swaps: tuple[tuple[str, str | None], ...] = ()
    opened: tuple[str, ...] = ()


def for_gym(
    session: Session,
    equipment: tuple[Equipment, ...] | None,
    library: Library,
    settings: Settings,
    gym: str | None = None,
) -> GymChange:
    """The session as it can be done with this equipment (None: everything is there).

    `library` holds all exercises; those that `settings` hides stand in for nothing. `gym` is the
    new gym's name, None keeps the old one.
    """
    name = session.gym if gym is None else gym
    reading = read(edits.describe(session, equipment=equipment, gym=name), library, settings)
    swaps: list[tuple[str, str | None]] = []
    for item in items(session):
        exercise = reading.exercise(item)
        if exercise is None or _possible(reading, item, exercise):
            continue
        found = next(other_ways(reading, item, exercise), None)
        if found is None:
            swaps.append((exercise.name, None))
            continue
        other, changed = found
        swaps.append((exercise.name, other.name))
        there = edits.change_item(reading.session, item.id, partial(become, new=changed))
        reading = read(there, library, settings)
    return GymChange(reading.session, tuple(swaps), tuple(_opened(session, reading)))


def _opened(before: Session, reading: Reading) -> Iterator[str]:
    loaded = {item.id for item in items(before) if _is_loaded(item)}
    for item in items(reading.session):
        exercise = reading.exercise(item)
        if exercise is not None and item.id in loaded and not _is_loaded(item):
            yield exercise.name


def _is_loaded(item: Item) -> bool:
    load = item.prescription.load
    return load is not None and bool(load.value)


def _possible(reading: Reading, item: Item, exercise: Exercise) -> bool:
    available = reading.available
    return available is None or available.issuperset(equipment_of(item, exercise))


def other_ways(reading: Reading, item: Item, exercise: Exercise) -> Iterator[tuple[Exercise, Item]]:
    """What can be done here in the item's place, the best first: its exercise, and the item then.

    Another form of the same exercise, then its siblings: first those that keep the gauge.
    """
    variant = variant_for(exercise, reading.available)
    if variant is not None:
        yield exercise, other_form(item, variant)
    mass = reading.settings.body_mass_kg
    dose = line(item, exercise, mass).dose
    ways = [
        (other, _same_dose(stand_in(item, other, reading.available), other, dose, mass))
        for other in siblings(exercise, reading.offered, reading.available)
    ]
    if not dose:
        yield from ways
        return
    present = {each.exercise for each in items(reading.session) if each.id != item.id}

    def gauge(way: tuple[Exercise, Item]) -> tuple[bool, float, bool, bool, bool]:
        other, changed = way
        return (
            other.laterality is not exercise.laterality,
            round(abs(_counts(other) - _counts(exercise)), 6),
            abs(line(changed, other, mass).dose - dose) > SAME_DOSE * dose,
            other.id in present,
            changed.prescription.measure is not item.prescription.measure,
        )

    # Sorting keeps the order of siblings where the gauge makes no difference.
    yield from sorted(ways, key=gauge)


def become(_item: Item, new: Item) -> Item:
    """The new one in the item's place."""
    return new


def _counts(exercise: Exercise) -> float:
    return -1.0 if exercise.asymmetry is None else counts_as_asymmetric(exercise.asymmetry)


def _same_dose(item: Item, exercise: Exercise, dose: float, mass: float | None) -> Item:
    """The item with the number of sets, near its own, that comes nearest to the dose."""
    p = item.prescription
    if not dose:
        return item
    options = [
        replace(item, prescription=replace(p, sets=sets))
        for sets in range(max(1, p.sets - FEWER_SETS), p.sets + MORE_SETS + 1)
    ]
    return min(
        options,
        key=lambda each: (
            round(abs(line(each, exercise, mass).dose - dose), 6),
            abs(each.prescription.sets - p.sets),
        ),
    )
