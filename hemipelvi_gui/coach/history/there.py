"""A workout of a file beside the one that is here already: twice is once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.history.sets import mark_of
from hemipelvi_gui.coach.history.units import as_there
from hemipelvi_gui.coach.history.workouts import IMPORTED, NAME, PRINT, SETS, items_print
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.log_files import Skipped
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.history.workouts import Workout
    from hemipelvi_gui.domain.diary import DoneItem, DoneSet

EDITED = translate("History", "You changed this workout here, so it stays as it is.")

# A set by what it is of: name in the file, superset, and mark.
Mark = tuple[str, str, str]


@dataclass(frozen=True)
class Joined:
    """What becomes of a workout: the session to put in place, None where nothing changes.

    `turned`: so many sets were taken in the unit that they are here in.
    """

    session: DoneSession | None
    stored: int
    already_there: int
    skipped: tuple[Skipped, ...] = ()
    turned: int = 0


def joined(workout: Workout, here: DoneSession) -> Joined:
    """The session here with what the file has of it besides.

    Sets are the same where exercise, amount and load are. A session whose sets a person changed
    stays as it is; what else a person wrote to it stays in any case.
    """
    mine = Counter(_marks_here(here))
    missing = Counter(_marks(workout)) - mine
    turned = 0
    if missing:
        read, workout = workout, as_there(workout, here)
        if workout is not read:
            turned, missing = workout.count, Counter(_marks(workout)) - mine
    if not missing:
        return Joined(None, 0, workout.count, turned=turned)
    count, more = workout.count, missing.total()
    imported = here.extra.get(IMPORTED)
    if not isinstance(imported, dict) or imported.get(PRINT) != items_print(here.items):
        known = imported.get(SETS, 0) if isinstance(imported, dict) else 0
        new = max(count - known, 0) if isinstance(known, int) else count
        skipped = tuple(Skipped(line, EDITED) for line in workout.lines[count - new :])
        return Joined(None, 0, count - new, skipped, turned)
    items = _united(workout, here)
    extra = {
        **here.extra,
        IMPORTED: {SETS: sum(len(each.sets) for each in items), PRINT: items_print(items)},
    }
    return Joined(replace(here, items=items, extra=extra), more, count - more, turned=turned)


def _marks(workout: Workout) -> Iterator[Mark]:
    for rows in workout.rows:
        for each in rows.made:
            yield rows.name, rows.group, each.mark


def _marks_here(session: DoneSession) -> Iterator[Mark]:
    for item in session.items:
        name, group = _name(item), item.group
        for each in item.sets:
            yield name, group, mark_of(each)


def _name(item: DoneItem) -> str:
    name = item.extra.get(NAME)
    return name if isinstance(name, str) else item.exercise


def _united(workout: Workout, here: DoneSession) -> tuple[DoneItem, ...]:
    """The file's items, each with what only the session here has; then those it alone has."""
    kept = {(_name(item), item.group): item for item in here.items}
    items: list[DoneItem] = []
    for item in workout.session.items:
        mine = kept.pop((_name(item), item.group), None)
        if mine is None:
            items.append(item)
        else:
            sets = item.sets + _only(mine.sets, item.sets)
            # What the name was taken for is decided once.
            items.append(replace(mine, sets=sets, notes=item.notes or mine.notes))
    return (*items, *kept.values())


def _only(mine: tuple[DoneSet, ...], theirs: tuple[DoneSet, ...]) -> tuple[DoneSet, ...]:
    """Sets of mine that are not among theirs, in their order."""
    left = Counter(map(mark_of, theirs))
    only: list[DoneSet] = []
    for each in mine:
        mark = mark_of(each)
        if left[mark]:
            left[mark] -= 1
        else:
            only.append(each)
    return tuple(only)
