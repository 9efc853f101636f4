"""What a preview would bring to a day, and what it would take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.ui.week.card_faces import Chip, short_words

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.coach.weeks.reading import WeekReading


class Awaited(NamedTuple):
    """Cards that would come to a day: after which card, and the worst that is found of them.

    `copies`: those they are made from would stay.
    """

    after: str
    warning: Chip | None = None
    copies: bool = False


def awaited(now: WeekReading, then: WeekReading, day: date) -> Awaited | None:
    """What would come to a day; None where nothing would."""
    here = {each.id for each in now.days.get(day, ())}
    after = ""
    for each in then.days.get(day, ()):
        if each.id not in here:
            known = each.id in now.agenda.sessions or each.id in now.agenda.runs
            return Awaited(after, _warning(then, day, here), copies=not known)
        after = each.id
    return None


def _warning(then: WeekReading, day: date, here: set[str]) -> Chip | None:
    coming = {each.id for each in then.days[day]} - here
    for finding in then.findings:
        if finding.level is Level.FIX and finding.entries and coming & set(finding.entries):
            return Chip(finding.about, finding, short_words(finding), "")
    return None


def leaving(now: WeekReading, then: WeekReading) -> frozenset[str]:
    """The cards that would not be any more where they are."""
    there = {each.id: day for day, cards in then.days.items() for each in cards}
    return frozenset(
        each.id for day, cards in now.days.items() for each in cards if there.get(each.id) != day
    )
