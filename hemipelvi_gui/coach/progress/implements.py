"""Steps a load can take, by what is lifted. All of them are coaching defaults."""

from __future__ import annotations

from dataclasses import replace
from math import floor
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.prescription import Load, LoadKind
from hemipelvi_gui.domain.units import MassUnit

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Item

PERCENT_STEP = 0.5
WORTH_A_STEP = 0.05
USUAL_STEP = {MassUnit.KG: 2.5, MassUnit.LB: 5.0}
# A pair of dumbbells goes up by this much each.
STEPS = {
    Equipment.DUMBBELL: {MassUnit.KG: 2.0, MassUnit.LB: 5.0},
    Equipment.KETTLEBELL: {MassUnit.KG: 4.0, MassUnit.LB: 10.0},
    Equipment.MACHINE: {MassUnit.KG: 5.0, MassUnit.LB: 10.0},
    Equipment.CABLE: {MassUnit.KG: 2.5, MassUnit.LB: 5.0},
    Equipment.MEDICINE_BALL: {MassUnit.KG: 1.0, MassUnit.LB: 2.0},
    Equipment.WEIGHT_VEST: {MassUnit.KG: 1.0, MassUnit.LB: 2.0},
}
# These come in fixed sizes, so that a step between two of them can't be taken.
FIXED_SIZES = frozenset({Equipment.DUMBBELL, Equipment.KETTLEBELL})


def usual_step(item: Item, exercise: Exercise | None, unit: MassUnit = MassUnit.KG) -> float:
    """The step of what this item is lifted with, in `unit`: 2.5 kg or 5 lb for a barbell."""
    found = [each for each in _implements(item, exercise) if each in STEPS]
    return STEPS[found[0]][unit] if found else USUAL_STEP[unit]


def in_sizes(item: Item, exercise: Exercise | None) -> bool:
    """Whether it is lifted with dumbbells or kettlebells, which come in fixed sizes."""
    return not FIXED_SIZES.isdisjoint(_implements(item, exercise))


def raised(load: Load, step: float, item: Item, exercise: Exercise | None) -> Load:
    """The load with a step more; with dumbbells and kettlebells at least to the next size.

    Smaller steps than half a size are taken as they are: the runner has such weights.
    """
    if load.kind is LoadKind.PERCENT:
        return _with(load, load.value + step)
    size = usual_step(item, exercise, load.unit)
    if in_sizes(item, exercise) and step >= size / 2:
        step = max(1, _nearest(step, size) / size) * size
    return _with(load, load.value + step)


def scaled(load: Load, factor: float, item: Item, exercise: Exercise | None) -> Load:
    """The load times `factor`, to the nearest step; at least one step away for 5 % or more.

    A load of one step stays. Nobody's weight is known here, so what is added to it (or taken from
    it) goes up or down by one step instead; bodyweight alone stays.
    """
    if not load.value:
        return load
    step = PERCENT_STEP
    if load.kind is not LoadKind.PERCENT:
        step = usual_step(item, exercise, load.unit)
    away = step if factor > 1 else -step
    if load.kind is LoadKind.BODYWEIGHT:
        return _with(load, load.value + away)
    value = _nearest(load.value * factor, step)
    if value == load.value and abs(factor - 1) >= WORTH_A_STEP:
        value += away
    return _with(load, max(value, min(load.value, step)))


def _implements(item: Item, exercise: Exercise | None) -> tuple[Equipment, ...]:
    if exercise is None:
        return ()
    for variant in exercise.variants:
        if variant.name == item.variant:
            return variant.equipment
    return exercise.equipment


def _nearest(value: float, step: float) -> float:
    return floor(value / step + 0.5) * step


def _with(load: Load, value: float) -> Load:
    # Three decimals are what the grammar writes.
    return replace(load, value=round(value, 3))
