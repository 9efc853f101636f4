"""What was done, from what was planned or from a few typed lines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.grammar import PrescriptionError, parse
from hemipelvi_gui.domain.grammar_faults import EXAMPLE
from hemipelvi_gui.domain.prescription import Measure, Prescription, Sides
from hemipelvi_gui.domain.session import Item, Session, find_item, items, new_id
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from hemipelvi_gui.domain.balance import Library

# "2x8 60kg @8 then 1x6" are three sets; what a later part leaves out is as in the part before it.
THEN = re.compile(r"\bthen\b|\n", re.IGNORECASE)
WHOLE = frozenset({Measure.REPS, Measure.BREATHS, Measure.CONTACTS})


def done_as_planned(session: Session, date: date, fresh: Callable[[], str] = new_id) -> DoneSession:
    """All sets as prescribed, and of a range its middle; half a repetition is none."""
    done = tuple(
        DoneItem(item.exercise, item.id, item.variant, planned_sets(item.prescription))
        for item in items(session)
    )
    return DoneSession(fresh(), session.name, date, session.id, session.start, done)


def done_from_lines(
    session: Session,
    lines: Mapping[str, str],
    library: Library,
    date: date,
    fresh: Callable[[], str] = new_id,
) -> DoneSession:
    """What was done by item id, in the grammar of a prescription: `3x5 80kg @9`.

    Sets that differ are joined by "then", or by a new line. Load and sides are the planned ones
    where none are written. An item without a line, or with an empty one, was not done. Raises
    PrescriptionError with the item's name, and KeyError for an item that is not in the session.
    """
    for item_id in lines:
        find_item(session, item_id)
    done = tuple(
        DoneItem(item.exercise, item.id, item.variant, _typed(item, lines[item.id], library))
        for item in items(session)
        if lines.get(item.id, "").strip()
    )
    return DoneSession(fresh(), session.name, date, session.id, session.start, done)


def _typed(item: Item, text: str, library: Library) -> tuple[DoneSet, ...]:
    found: list[DoneSet] = []
    before = replace(item.prescription, rpe=None, rir=None)
    start = 0
    for part in THEN.split(text):
        column = text.index(part, start)
        try:
            before = _filled(_parsed(part), before)
        except PrescriptionError as error:
            exercise = library.get(item.exercise)
            name = item.exercise if exercise is None else exercise.name
            message = translate("Diary", "{exercise}: {fault}", exercise=name, fault=error.message)
            advice = error.advice if isinstance(error.advice, Text) else EXAMPLE
            raise PrescriptionError(text, column + error.column, message, advice) from error
        found += planned_sets(before)
        start = column + len(part)
    return tuple(found)


def _parsed(text: str) -> Prescription:
    read = parse(text)
    if read.low != read.high:
        raise PrescriptionError(
            text,
            len(text) - len(text.lstrip()),
            translate("Diary", "A range says what is planned, not what was done."),
            translate("Diary", "Write one number, as in 3x8; join sets that differ with then."),
        )
    return read


def _filled(read: Prescription, before: Prescription) -> Prescription:
    """What was read, with load, sides and effort of the part before where it has none."""
    sided = read.sides is not Sides.TOGETHER
    effort = read.target_rpe is not None
    return replace(
        read,
        load=read.load or before.load,
        sides=read.sides if sided else before.sides,
        rpe=read.rpe if effort else before.rpe,
        rir=read.rir if effort else before.rir,
    )


def planned_sets(p: Prescription) -> tuple[DoneSet, ...]:
    """All sets as prescribed, warm-up sets first; of a range its middle, rounded down."""
    amount = float(int(p.amount)) if p.measure in WHOLE else p.amount
    warmup = DoneSet(max(amount, p.low), p.measure, p.sides, None, None, warmup=True)
    one = DoneSet(max(amount, p.low), p.measure, p.sides, p.load, p.target_rpe)
    return (warmup,) * p.warmup_sets + (one,) * p.sets
