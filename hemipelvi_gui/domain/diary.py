"""What was done: the sets of a session as they were lifted."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from hemipelvi_gui.domain.done_runs import Source
from hemipelvi_gui.domain.prescription import Load, Measure, Sides


@dataclass(frozen=True)
class DoneSet:
    """One set as it was done: `amount` in `measure`, on these sides, with this load and effort."""

    amount: float
    measure: Measure = Measure.REPS
    sides: Sides = Sides.TOGETHER
    load: Load | None = None
    rpe: float | None = None
    warmup: bool = False


@dataclass(frozen=True)
class DoneItem:
    """The sets of one exercise. `item` is the planned item's id, "" where none was planned.

    Items that share a `group` were done in turn, as a superset.
    """

    exercise: str
    item: str = ""
    variant: str = ""
    sets: tuple[DoneSet, ...] = ()
    group: str = ""
    notes: str = ""
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class DoneSession:
    """A session that was done on `date`. `session` is the planned one's id, "" without a plan.

    `rpe` is of the session as a whole, `seconds` how long it took. `going`: it is not over yet.
    """

    id: str
    name: str
    date: datetime.date
    session: str = ""
    start: datetime.time | None = None
    items: tuple[DoneItem, ...] = ()
    rpe: float | None = None
    seconds: float | None = None
    going: bool = False
    notes: str = ""
    sources: tuple[Source, ...] = ()
    version: int = 1
    parent: int | None = None
    extra: dict[str, Any] = field(default_factory=dict, hash=False)
