"""What was done of a session: as planned, or a typed line for each item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.session import find_item, items
from hemipelvi_gui.domain.workout import planned_sets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hemipelvi_gui.domain.session import Item, Session


def done_as_planned(session: Session, day: date, key: str = "done") -> DoneSession:
    """All sets as prescribed."""
    done = tuple(_done(each, planned_sets(each.prescription)) for each in items(session))
    return DoneSession(key, session.name, day, session.id, session.start, done)


def done_of(session: Session, lines: Mapping[str, str], day: date) -> DoneSession:
    """By item id: `3x5 80kg @9`, sets that differ joined by "then"; what has no line was not done.

    Load and sides are the planned ones where none are written.
    """
    done = tuple(
        _done(find_item(session, key)[1], _typed(find_item(session, key)[1], line))
        for key, line in lines.items()
    )
    return DoneSession(f"done {session.id}", session.name, day, session.id, session.start, done)


def _done(item: Item, sets: tuple[DoneSet, ...]) -> DoneItem:
    return DoneItem(item.exercise, item.id, item.variant, sets)


def _typed(item: Item, line: str) -> tuple[DoneSet, ...]:
    found: list[DoneSet] = []
    plan = item.prescription
    for part in line.split(" then "):
        read = parse(part)
        found += planned_sets(replace(read, sides=plan.sides, load=read.load or plan.load))
    return tuple(found)
