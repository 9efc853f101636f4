"""Which days changes are about, and whether what was read is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.changes import Changes


def days_before(agenda: Agenda, changes: Changes) -> set[date]:
    """The days on which changed cards stood."""
    entries = (
        *(agenda.sessions.get(each) for each in changes.sessions),
        *(agenda.runs.get(each) for each in changes.runs),
    )
    return {each.date for each in entries if each is not None and each.date is not None}


def days_after(changes: Changes) -> set[date]:
    """The days on which changed cards will stand."""
    entries = (*changes.sessions.values(), *changes.runs.values())
    return {each.date for each in entries if each is not None and each.date is not None}


def has_all(there: Agenda, more: Agenda) -> bool:
    """Whether all of this is there already."""
    return (
        more.sessions.keys() <= there.sessions.keys()
        and more.runs.keys() <= there.runs.keys()
        and more.diary.keys() <= there.diary.keys()
        and more.plans == there.plans
    )
