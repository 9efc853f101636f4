"""The rows of a pocket card: an item a line, with a box for every set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.session import SECTIONS, in_section, item_labels
from hemipelvi_gui.sheets.marks import Bar, Box, Ink, Mark, Strip, Style, Weight, Words
from hemipelvi_gui.sheets.ruler import SEPARATOR
from hemipelvi_gui.sheets.words import exercise_name, item_words, section_words

if TYPE_CHECKING:
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.session import Item, Session
    from hemipelvi_gui.sheets.ruler import Ruler

HEADING = Style(6.4, Weight.BOLD, Ink.MUTED, 106.0)
NAME = Style(8.0, Weight.MEDIUM)
LABEL = Style(8.0, Weight.SEMIBOLD, Ink.ACCENT)
NUMBERS = Style(7.4, ink=Ink.MUTED)

TICK, TICK_GAP, MOST_TICKS = 8.5, 2.5, 6
ROW_PAD, LINE = 2.6, 10.4
APART = 9.0  # on a screen small letters run wider than they are measured


def card_rows(session: Session, library: Library, width: float, ruler: Ruler) -> list[Strip]:
    """Headings and items of a session, `width` points wide."""
    labels = item_labels(session)
    rows: list[Strip] = []
    for section in SECTIONS:
        blocks = in_section(session, section)
        if blocks:
            text = section_words(section)
            words = Words(0.0, 9.5, text, HEADING, ruler.width(text, HEADING))
            rows.append(Strip(12.5, (words,), keeps=True))
        for block in blocks:
            for item in block.items:
                name = exercise_name(item, library.get(item.exercise))
                rows.append(_item(item, name, labels.get(item.id, ""), width, ruler))
    return rows


def _item(item: Item, name: str, label: str, width: float, ruler: Ruler) -> Strip:
    """On one line; where name and numbers are too long for that, the numbers stand under it."""
    sets = item.prescription.sets
    across = min(sets, MOST_TICKS)
    lines = -(-sets // MOST_TICKS)
    right = width - across * (TICK + TICK_GAP) - 4.0
    left = ruler.width(label, LABEL) + 4.0 if label else 0.0
    y = ROW_PAD + LINE - 2.6
    marks: list[Mark] = []
    if label:
        marks.append(Words(0.0, y, label, LABEL, left - 4.0))
    room = right - left
    parts = item_words(item)
    numbers = SEPARATOR.join(parts)
    beside = ruler.width(name, NAME) + APART + ruler.width(numbers, NUMBERS) <= room
    shown = ruler.lines(name, NAME, room, 2)
    for at, line in enumerate(shown):
        marks.append(Words(left, y + at * LINE, line, NAME, ruler.width(line, NAME)))
    bottom = y + (len(shown) - 1) * LINE
    if beside:
        x = left + ruler.width(name, NAME) + APART
        marks.append(Words(x, y, numbers, NUMBERS, ruler.width(numbers, NUMBERS)))
    else:
        for line in ruler.packed(parts, NUMBERS, room):
            bottom += LINE - 0.8
            marks.append(Words(left, bottom, line, NUMBERS, ruler.width(line, NUMBERS)))
    for place in range(sets):
        row, column = divmod(place, MOST_TICKS)
        start = width - across * (TICK + TICK_GAP) + TICK_GAP
        x, top = start + column * (TICK + TICK_GAP), ROW_PAD + 0.9 + row * (TICK + TICK_GAP)
        marks.append(Box(x, top, TICK, TICK, radius=1.5))
    height = max(bottom + 2.6, ROW_PAD + lines * (TICK + TICK_GAP)) + ROW_PAD - 1.0
    marks.append(Bar(0.0, height - 0.4, width, 0.4, Ink.LINE))
    return Strip(height, tuple(marks))
