"""Siblings: what may stand in for what, and what a gym allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.exercises import Equipment, Exercise, Family
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.own import is_guess

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.session import Item

Available = frozenset[Equipment] | None


def equipment_of(item: Item, exercise: Exercise) -> tuple[Equipment, ...]:
    """What this item, in its variant, needs."""
    for variant in exercise.variants:
        if variant.name == item.variant:
            return variant.equipment
    return exercise.equipment


def variant_for(exercise: Exercise, available: Available) -> str | None:
    """The variant to do with what there is: "" for the usual form, None where none can be done."""
    if available is None or available.issuperset(exercise.equipment):
        return ""
    for variant in exercise.variants:
        if available.issuperset(variant.equipment):
            return variant.name
    return None


def likeness(one: Exercise, other: Exercise) -> float:
    """Shared muscles over all muscles of both, in [0, 1]."""
    first, second = frozenset(one.muscles), frozenset(other.muscles)
    together = first | second
    return len(first & second) / len(together) if together else 0.0


def siblings(
    exercise: Exercise,
    library: Library,
    available: Available = None,
    wanted: Callable[[Exercise], bool] = lambda _: True,
) -> list[Exercise]:
    """Exercises of the same family that can be done here, closest first (MODEL.md section 4).

    Closeness is what it is for and how far it is leg work, then muscles, then difficulty, then
    class; where all are alike the staple, done with most implements, comes first. Recovery is one
    large family, so there rolling stays rolling where it can. What was only guessed from a name
    stands in only where nothing that is known does.
    """

    def distance(other: Exercise) -> tuple[bool, bool, bool, bool, float, int, bool, int, str]:
        return (
            other.purpose is not exercise.purpose,
            other.contact is not exercise.contact,
            other.share != exercise.share,
            exercise.family is Family.RECOVERY and other.pattern is not exercise.pattern,
            -likeness(exercise, other),
            abs(other.difficulty - exercise.difficulty),
            other.laterality is not exercise.laterality,
            -len(other.variants),
            other.name,
        )

    found = [
        other
        for other in library.values()
        if other.id != exercise.id
        and other.family is exercise.family
        and wanted(other)
        and other.possible_with(available)
    ]
    known = [other for other in found if not is_guess(other)]
    return sorted(known or found, key=distance)


def is_asymmetric(exercise: Exercise) -> bool:
    """Asymmetric or gait-like."""
    return exercise.laterality in (Laterality.ASYMMETRIC, Laterality.GAIT_LIKE)
