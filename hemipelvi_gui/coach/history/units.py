"""Pounds or kilograms: what the weights of a file are in, by what came from its program before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.history.sets import in_unit, mark_of, written_of
from hemipelvi_gui.coach.history.workouts import IMPORTED, PRINT, items_print

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hemipelvi_gui.coach.history.workouts import Rows, Workout
    from hemipelvi_gui.domain.diary import DoneSession, DoneSet
    from hemipelvi_gui.domain.units import MassUnit


def earlier_units(sessions: Iterable[DoneSession]) -> Mapping[str, MassUnit]:
    """The unit of all that came from each format, by its key; those with both are left out."""
    found: dict[str, set[MassUnit]] = {}
    for session in sessions:
        unit = _first_unit(session)
        if unit is not None:
            for source in session.sources:
                found.setdefault(source.format, set()).add(unit)
    return {key: next(iter(units)) for key, units in found.items() if len(units) == 1}


def as_there(workout: Workout, here: DoneSession) -> Workout:
    """The workout in the unit of the same one here, where only the unit tells them apart.

    Somebody answered otherwise when it came in: more of its sets are here with the same numbers
    than with the same weight.
    """
    theirs, mine = _units(_sets_of(workout)), _units(_sets(here))
    if len(mine) != 1 or not theirs or theirs == mine:
        return workout
    there = {written_of(each) for each in _sets(here)}, {mark_of(each) for each in _sets(here)}
    numbers = sum(written_of(each) in there[0] for each in _sets_of(workout))
    weights = sum(mark_of(each) in there[1] for each in _sets_of(workout))
    return _turned(workout, mine.pop()) if numbers > weights else workout


def _turned(workout: Workout, unit: MassUnit) -> Workout:
    rows = tuple(_turned_rows(each, unit) for each in workout.rows)
    pairs = zip(workout.session.items, rows, strict=True)
    items = tuple(replace(item, sets=tuple(each.set for each in row.made)) for item, row in pairs)
    imported = {**workout.session.extra[IMPORTED], PRINT: items_print(items)}
    extra = {**workout.session.extra, IMPORTED: imported}
    return replace(workout, session=replace(workout.session, items=items, extra=extra), rows=rows)


def _turned_rows(rows: Rows, unit: MassUnit) -> Rows:
    return replace(rows, made=[in_unit(each, unit) for each in rows.made])


def _first_unit(session: DoneSession) -> MassUnit | None:
    return next((each.load.unit for each in _sets(session) if each.load), None)


def _units(sets: Iterable[DoneSet]) -> set[MassUnit]:
    return {each.load.unit for each in sets if each.load}


def _sets(session: DoneSession) -> Iterable[DoneSet]:
    return (each for item in session.items for each in item.sets)


def _sets_of(workout: Workout) -> Iterable[DoneSet]:
    return (each.set for rows in workout.rows for each in rows.made)
