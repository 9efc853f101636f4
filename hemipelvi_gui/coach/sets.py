"""Sets taken away, one at a time, and the fix that comes of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.reading import Fix, Reading
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.balance import Line, purpose_of
from hemipelvi_gui.domain.exercises import Purpose

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Item, Session
    from hemipelvi_gui.domain.text import Text


def last_big_lift(reading: Reading) -> str | None:
    """Id of the only big lift, which no fix takes away; None where there is none or another."""
    return reading.big[0].item.id if len(reading.big) == 1 else None


def reducible(reading: Reading) -> list[Line]:
    """Work that can lose a set; the last big lift keeps one."""
    last = last_big_lift(reading)
    return [
        each
        for each in reading.balance.lines
        if each.exercise is not None
        and (each.dose or purpose_of(each.item, each.exercise) is Purpose.WORK)
        and (each.item.id != last or each.item.prescription.sets > 1)
    ]


def one_set_less(session: Session, item: Item) -> Session:
    """The session with one set less of an item, or without the item where it had only one."""
    p = item.prescription
    if p.sets <= 1:
        return edits.remove(session, {item.id})
    return edits.prescribe(session, item.id, replace(p, sets=p.sets - 1))


def worked_out(label: Text, reading: Reading, result: Session) -> Fix:
    """A fix whose result is known already."""
    return Fix(label, partial(_become, result=result, before=reading.session))


def _become(session: Session, result: Session, before: Session) -> Session:
    """The result, for the session it was worked out from; any other stays itself."""
    return result if session == before else session
