"""When in doubt, lunge: which one, how many sets, and where."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.coach.reading import Fix, Reading
from hemipelvi_gui.coach.resets import is_reset_for, unreset
from hemipelvi_gui.coach.swaps import is_asymmetric
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.exercises import Exercise, Pattern, Plane, Purpose
from hemipelvi_gui.domain.facets import Laterality, Trunk
from hemipelvi_gui.domain.own import is_guess
from hemipelvi_gui.domain.session import Block, Item, Section, in_section, new_id
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.domain.timing import block_s

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SETS = 5


def lunges(reading: Reading) -> list[Exercise]:
    """Lunges that can be done here, the best-fitting first.

    One that is not there yet, gait-like, plain (straight ahead, quiet trunk), a reset for a big
    lift that has none, not much harder than the rest of the session. Among those the staple comes
    first: the lunge that people do with the most implements.
    """
    present = {each.item.exercise for each in reading.balance.lines}
    locking = [each.exercise for each in unreset(reading) if each.exercise is not None]
    typical = _typical_difficulty(reading)

    def fit(exercise: Exercise) -> tuple[bool, bool, bool, bool, bool, bool, int, float, str]:
        return (
            is_guess(exercise),
            exercise.id in present,
            exercise.laterality is not Laterality.GAIT_LIKE,
            not _is_plain(exercise),
            not all(is_reset_for(exercise, lift) for lift in locking),
            exercise.difficulty > typical + 1,
            -len(exercise.variants),
            abs(exercise.difficulty - typical),
            exercise.name,
        )

    found = [
        exercise
        for exercise in reading.offered.values()
        if exercise.pattern is Pattern.LUNGE
        and exercise.purpose is Purpose.WORK
        and exercise.share >= 1
        and is_asymmetric(exercise)
        and exercise.possible_with(reading.available)
    ]
    return sorted(found, key=fit)


def _is_plain(exercise: Exercise) -> bool:
    quiet = exercise.facets is not None and exercise.facets.trunk is Trunk.NONE
    return quiet and exercise.plane is Plane.SAGITTAL and not exercise.contact


def _typical_difficulty(reading: Reading) -> float:
    known = [
        each.exercise.difficulty
        for each in reading.balance.lines
        if each.exercise is not None and each.dose
    ]
    return sum(known) / len(known) if known else 2.0


def lunge_item(reading: Reading, exercise: Exercise, sets: int | None = None) -> Item:
    """The lunge as an item, in its default prescription or with that many sets."""
    item = new_item(exercise, reading.available)
    if sets is None:
        return item
    return replace(item, prescription=replace(item.prescription, sets=sets))


def lunge_place(reading: Reading) -> edits.Gap:
    """In Strength, right after the last big lift there, else at its end."""
    big = {each.item.id for each in reading.big}
    blocks = in_section(reading.session, Section.STRENGTH)
    after = [
        place
        for place, block in enumerate(blocks, 1)
        if any(item.id in big for item in block.items)
    ]
    return edits.Gap(Section.STRENGTH, after[-1] if after else len(blocks))


def add_fix(reading: Reading, item: Item, exercise: Exercise) -> Fix:
    """The fix that puts this lunge in."""
    place = lunge_place(reading)
    block = Block(new_id(), place.section, (item,))
    return Fix(
        translate("Fix", "Add {name}", name=exercise.name),
        partial(edits.insert, new=block, place=place),
    )


def when_in_doubt(reading: Reading) -> Fix | None:
    """Add the best-fitting lunge; None only where no lunge can be done here."""
    best = next(iter(lunges(reading)), None)
    return None if best is None else add_fix(reading, lunge_item(reading, best), best)


def lunge_fixes(reading: Reading, *, in_time: bool) -> Iterator[Fix]:
    """The best lunge from one set upwards: those that fit the time budget, or all."""
    for exercise in lunges(reading)[:1]:
        for sets in range(1, MOST_SETS + 1):
            item = lunge_item(reading, exercise, sets)
            if not in_time or _fits(reading, item):
                yield add_fix(reading, item, exercise)


def _fits(reading: Reading, item: Item) -> bool:
    budget = reading.session.minutes
    alone = Block("", Section.STRENGTH, (item,))
    return budget is None or reading.seconds + block_s(alone, reading.library) <= budget * 60
