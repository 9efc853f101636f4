"""Rows of a strength log as the sets of an exercise (MODEL.md section 2).

One row is one set, on both sides unless the name says otherwise: rows for left and right count half
each. Of work on one side in turn a row is what each side did, as the exercise's own prescription
counts it (`3x8/side`); of all other work it is the whole set. Loads stay as they were entered.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.domain.diary import DoneSet
from hemipelvi_gui.domain.facets import Sequence
from hemipelvi_gui.domain.log_files import ReadSet
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Sides
from hemipelvi_gui.domain.units import MassUnit, kilograms

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise

GRAMS = 100  # two exports of one set may round its load differently, by some grams

# Weight, its unit, reps, seconds, metres, RPE, whether the file calls it a warm-up: as in ReadSet.
Row = tuple[
    float | None, MassUnit | None, float | None, float | None, float | None, float | None, bool
]
FIRST, LAST = ReadSet._fields.index("weight"), ReadSet._fields.index("warmup")
ROW = slice(FIRST, LAST + 1)


class MadeSet(NamedTuple):
    """A set with what it is told apart by.

    `print` says all of it, to see whether somebody changed it since. `mark` is what it was:
    measure, amount and load; the same set in two exports has the same mark. `kg` is its load.
    """

    set: DoneSet
    print: str
    mark: str
    kg: float


class SetMaker:
    """Makes sets of rows; equal rows are one object, which saves time and memory by thousands."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._made: dict[Row, MadeSet | None] = {}
        self._warm: dict[str, MadeSet] = {}

    def make(self, row: Row) -> MadeSet | None:
        """The set of a row, or None where nothing was done: no reps, no time and no distance."""
        try:
            return self._made[row]
        except KeyError:
            made = self._made[row] = _made(row, self._sides)
            return made

    def as_warmup(self, made: MadeSet) -> MadeSet:
        """The same as a warm-up, which the file does not call it."""
        warm = self._warm.get(made.print)
        if warm is None:
            done = replace(made.set, warmup=True)
            warm = self._warm[made.print] = made._replace(set=done, print=print_of(done))
        return warm


def usual_sides(exercise: Exercise | None) -> Sides:
    """Which sides a row covers where nothing says so."""
    if exercise is None or exercise.facets is None or exercise.contact:
        return Sides.TOGETHER
    one = exercise.facets.sequence is Sequence.ONE_SIDE
    return Sides.EACH if one else Sides.TOGETHER


def print_of(done: DoneSet) -> str:
    """All that a set says, in a line."""
    load = done.load
    held = f"{load.kind}{load.count}x{load.value}{load.unit}" if load else ""
    return f"{done.amount}{done.measure}{done.sides}{held}@{done.rpe}{'w' if done.warmup else ''}"


def mark_of(done: DoneSet) -> str:
    """What was done in a set: measure, amount and load, whatever its unit."""
    kg = done.load.external_kg if done.load else None
    return f"{done.measure}{done.amount:g}x{round((kg or 0.0) * 1000 / GRAMS)}{_one_side(done)}"


def written_of(done: DoneSet) -> str:
    """The same with the load's number as it was entered, whatever its unit was taken for."""
    value = done.load.value if done.load else 0.0
    return f"{done.measure}{done.amount:g}x{value:g}{_one_side(done)}"


def in_unit(made: MadeSet, unit: MassUnit) -> MadeSet:
    """The set with the same number in another unit."""
    load = made.set.load
    if load is None or load.unit is unit:
        return made
    done = replace(made.set, load=replace(load, unit=unit))
    return MadeSet(done, print_of(done), mark_of(done), _external(done.load))


def _external(load: Load | None) -> float:
    held = load is not None and load.kind is LoadKind.EXTERNAL
    return kilograms(load.value, load.unit) if load and held else 0.0


def _one_side(done: DoneSet) -> str:
    return done.sides if done.sides in (Sides.LEFT, Sides.RIGHT) else ""


def _made(row: Row, sides: Sides) -> MadeSet | None:
    weight, unit, reps, seconds, metres, rpe, warmup = row
    amounts = ((reps, Measure.REPS), (metres, Measure.DISTANCE), (seconds, Measure.TIME))
    amount, measure = next(((each, what) for each, what in amounts if each), (0.0, Measure.REPS))
    if not amount or amount < 0:
        return None
    load = _load(weight, unit)
    done = DoneSet(float(amount), measure, sides, load, rpe, warmup=warmup)
    return MadeSet(done, print_of(done), mark_of(done), _external(load))


def _load(weight: float | None, unit: MassUnit | None) -> Load | None:
    """A load as entered; less than nothing is help, and nothing is one's own weight."""
    if not weight:
        return None
    kind = LoadKind.EXTERNAL if weight > 0 else LoadKind.BODYWEIGHT
    return Load(kind, float(weight), 1, unit or MassUnit.KG)
