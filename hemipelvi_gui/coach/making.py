"""New items: an exercise with its default prescription, in a form this gym allows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.swaps import Available, variant_for
from hemipelvi_gui.domain.grammar import PrescriptionError, parse
from hemipelvi_gui.domain.prescription import Prescription
from hemipelvi_gui.domain.session import Item, new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.domain.exercises import Exercise


def new_item(
    exercise: Exercise, available: Available = None, fresh: Callable[[], str] = new_id
) -> Item:
    """An item of this exercise; its usual form where `available` (None: everything) allows none."""
    variant = variant_for(exercise, available) or ""
    return Item(fresh(), exercise.id, default_prescription(exercise), variant)


def default_prescription(exercise: Exercise) -> Prescription:
    """What the exercise says, or three sets of eight where an imported one says it illegibly."""
    try:
        return parse(exercise.prescription)
    except PrescriptionError:
        return Prescription()


def stand_in(item: Item, other: Exercise, available: Available = None) -> Item:
    """Another exercise in the item's place: its sets, effort, rest and notes, the other's amount.

    The load goes: what was right for one lift says nothing about another.
    """
    mine = item.prescription
    prescription = replace(
        default_prescription(other),
        sets=mine.sets,
        rpe=mine.rpe,
        rir=mine.rir,
        rest_s=mine.rest_s,
    )
    variant = variant_for(other, available) or ""
    return replace(item, exercise=other.id, variant=variant, prescription=prescription)


def other_form(item: Item, variant: str) -> Item:
    """The same exercise with another implement; the load goes, as it was the other implement's."""
    return replace(item, variant=variant, prescription=replace(item.prescription, load=None))
