"""Cards in the room a day has: less detail first, and at last how many more there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.agenda import Entry
from hemipelvi_gui.sheets.cards import ALL_WORK, DETAILS, LINE_HEIGHT, MORE, ONE_LINE, Kit
from hemipelvi_gui.sheets.marks import Mark, Strip, Words, moved
from hemipelvi_gui.sheets.plan_words import more_words

if TYPE_CHECKING:
    from collections.abc import Sequence


GAP = 4.0
LINE_GAP = 2.5
MORE_HEIGHT = 10.0
ROUNDING = 0.01


@dataclass(frozen=True)
class Day:
    """The cards of one day, side by side in `columns`, `width` points together."""

    entries: tuple[Entry, ...]
    width: float
    columns: int = 1

    def laid(self, detail: int, kit: Kit) -> Strip:
        """All cards with this much detail."""
        return _grid(self, self.entries, detail, kit)


def fitted(day: Day, height: float, kit: Kit) -> Strip:
    """The cards, never higher than `height` where it has room for a line."""
    for detail in DETAILS:
        strip = day.laid(detail, kit)
        if strip.height <= height + ROUNDING:
            return strip
    rows = int((height - MORE_HEIGHT + LINE_GAP) // (LINE_HEIGHT + LINE_GAP))
    shown = max(rows, 0) * day.columns
    strip = _grid(day, day.entries[:shown], ONE_LINE, kit)
    text = more_words(len(day.entries) - shown)
    words = Words(2.0, strip.height + 8.5, text, MORE, kit.ruler.width(text, MORE))
    return Strip(strip.height + MORE_HEIGHT, (*strip.marks, words))


def share_room(
    days: Sequence[Sequence[Day]], room: float, least: float, kit: Kit, only_whole: bool
) -> list[float]:
    """How `room` is shared by rows of days, each at least `least` high.

    The highest row gives up detail first. What is left over is spread evenly; where even lines of
    names don't fit, the fullest rows give up what the others need. `only_whole`: no heights at
    all where work would have to go. What is no work gets what is left over.
    """
    steps = [DETAILS.index(ALL_WORK)] * len(days)

    def need(at: int) -> float:
        return max((day.laid(DETAILS[steps[at]], kit).height for day in days[at]), default=0.0)

    needs = [max(need(at), least) for at in range(len(days))]
    if only_whole and sum(needs) > room:
        return []
    while sum(needs) > room:
        shrinking = [at for at, step in enumerate(steps) if step < len(DETAILS) - 1]
        if not shrinking:
            break
        highest = max(shrinking, key=lambda at: needs[at])
        steps[highest] += 1
        needs[highest] = max(need(highest), least)
    return shares(needs, room)


def shares(needs: Sequence[float], room: float) -> list[float]:
    """The room for each: what it needs and a part of what is left, or what the others spare."""
    spare = room - sum(needs)
    if spare >= 0:
        return [need + spare / len(needs) for need in needs]
    left, waiting, limit = room, len(needs), 0.0
    for need in sorted(needs):
        limit = left / waiting
        if need > limit:
            break
        left, waiting = left - need, waiting - 1
    return [min(need, limit) for need in needs]


def _grid(day: Day, entries: Sequence[Entry], detail: int, kit: Kit) -> Strip:
    gap = LINE_GAP if detail == ONE_LINE else GAP
    width = (day.width - gap * (day.columns - 1)) / day.columns
    marks: list[Mark] = []
    y = 0.0
    for start in range(0, len(entries), day.columns):
        row = [kit.card(each, width, detail) for each in entries[start : start + day.columns]]
        for place, strip in enumerate(row):
            marks.extend(moved(strip.marks, y, place * (width + gap)))
        y += max(strip.height for strip in row) + gap
    return Strip(max(y - gap, 0.0), tuple(marks))
