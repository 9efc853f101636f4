"""What gives the hips their motion back after a big lift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.swaps import is_asymmetric
from hemipelvi_gui.domain.exercises import Exercise, Pattern, Purpose
from hemipelvi_gui.domain.own import is_guess

if TYPE_CHECKING:
    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.domain.balance import Line

PASSIVE = frozenset({Pattern.MOBILITY, Pattern.ROLLING, Pattern.LIGHT})


def is_reset_for(exercise: Exercise, lift: Exercise) -> bool:
    """Mobility, rolling, light or asymmetric work on a muscle the lift locks."""
    return (exercise.pattern in PASSIVE or is_asymmetric(exercise)) and not (
        exercise.targets.isdisjoint(lift.locks)
    )


def resets_after(reading: Reading, lift: Line) -> bool:
    """Whether something after the lift in the session resets it."""
    if lift.exercise is None:
        return False
    lines = iter(reading.balance.lines)
    passed = any(each.item.id == lift.item.id for each in lines)
    return passed and any(
        each.exercise is not None and is_reset_for(each.exercise, lift.exercise) for each in lines
    )


def unreset(reading: Reading) -> list[Line]:
    """Big lifts that lock something which nothing after them frees."""
    return [
        each
        for each in reading.big
        if each.exercise is not None and each.exercise.locks and not resets_after(reading, each)
    ]


def best_resets(reading: Reading, lift: Exercise) -> list[Exercise]:
    """Passive resets that can be done here, the best-fitting first.

    One that is not there yet comes before one that is, a minute on the floor before a walk or a
    swim, and then whatever frees most of what the lift locks.
    """
    present = {each.item.exercise for each in reading.balance.lines}
    locked = frozenset(lift.locks)

    def fit(exercise: Exercise) -> tuple[bool, bool, bool, int, bool, int, int, str]:
        return (
            is_guess(exercise),
            exercise.id in present,
            exercise.pattern is Pattern.LIGHT,
            -len(exercise.targets & locked),
            exercise.purpose is not Purpose.RESET,
            len(exercise.equipment),
            exercise.difficulty,
            exercise.name,
        )

    found = [
        exercise
        for exercise in reading.offered.values()
        if exercise.pattern in PASSIVE
        and exercise.possible_with(reading.available)
        and is_reset_for(exercise, lift)
    ]
    return sorted(found, key=fit)
