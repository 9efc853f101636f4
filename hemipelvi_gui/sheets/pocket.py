"""Cards for the pocket: four to a page, with marks to cut along; on A4 each is A6."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.reading import read
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.text import translate as said_later
from hemipelvi_gui.sheets.layout import sheet_ruler
from hemipelvi_gui.sheets.marks import (
    Bar,
    Ink,
    Mark,
    Page,
    Strip,
    Style,
    Weight,
    Words,
    moved,
    scaled,
)
from hemipelvi_gui.sheets.pocket_rows import card_rows
from hemipelvi_gui.sheets.sheet import PageOptions, SheetOptions, Size, paper_size
from hemipelvi_gui.sheets.stack import Stack
from hemipelvi_gui.sheets.words import particulars, share_words, title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.sheets.ruler import Ruler
    from hemipelvi_gui.sheets.sources import CardSource

translate = QCoreApplication.translate

ACROSS = 2
CARDS = ACROSS * ACROSS
PAD, FOOT = 22.0, 16.0  # PAD keeps clear of what a printer can't reach
TITLE = Style(11.5, Weight.BOLD)
META = Style(7.4, ink=Ink.MUTED)
NOTE = Style(7.2)
SMALL = Style(6.6, ink=Ink.MUTED)
MOST_TITLE, MOST_NOTES = 2, 3
SCALES = (1.0, 1.12, 1.25)
CUT, DASH, THIN = 18.0, 2.0, 0.5


class Card(NamedTuple):
    """One card of a session, from its own corner."""

    marks: tuple[Mark, ...]
    title: str


def card_size(options: PageOptions) -> Size:
    """A quarter of the paper."""
    width, height = paper_size(options.paper, options.orientation)
    return Size(width / ACROSS, height / ACROSS)


def pocket_pages(source: CardSource, options: PageOptions) -> tuple[Page, ...]:
    """The cards of all sessions. Raises KnownError where there is none, or fonts are missing."""
    if not source.sessions:
        raise KnownError(
            said_later("Sheet", "No session is chosen for the cards."),
            said_later("Sheet", "Choose at least one session."),
        )
    ruler = sheet_ruler()
    size = card_size(options)
    cards = [card for each in source.sessions for card in session_cards(each, source, size, ruler)]
    if source.repeated:
        cards *= max(CARDS // len(cards), 1)
    whole = paper_size(options.paper, options.orientation)
    sheets = [cards[start : start + CARDS] for start in range(0, len(cards), CARDS)]
    return tuple(Page(*whole, _placed(sheet, whole), sheet[0].title) for sheet in sheets)


def session_cards(
    session: Session, source: CardSource, size: Size, ruler: Ruler
) -> tuple[Card, ...]:
    """A session on as many cards as it needs; none of its rows is split."""
    laid: list[tuple[Mark, ...]] = []
    for factor in SCALES:
        room = Size((size.width - 2 * PAD) / factor, (size.height - 2 * PAD) / factor)
        found = _flowed(session, source, room, ruler)
        # Large letters where they cost neither a card nor a line.
        if not laid or (len(found) <= len(laid) and _lines(found) <= _lines(laid)):
            laid = [scaled(marks, factor) for marks in found]
    name = title(session)
    return tuple(Card(moved(marks, PAD, PAD), name) for marks in laid)


def _flowed(
    session: Session, source: CardSource, size: Size, ruler: Ruler
) -> list[tuple[Mark, ...]]:
    width, room = size.width, size.height - FOOT
    first = _head(session, source, width, ruler)
    later = _later(session, width, ruler)
    held, used = [[first]], first.height
    waiting: list[Strip] = []
    for row in card_rows(session, source.library, width, ruler) or [_empty(width, ruler)]:
        waiting.append(row)
        if row.keeps:
            continue
        needed = sum(each.height for each in waiting)
        if used + needed > room and (len(held[-1]) > 1 or used > later.height):
            held.append([later])
            used = later.height
        held[-1].extend(waiting)
        used += needed
        waiting = []
    return [
        _filled(strips, f"{number} / {len(held)}", size, ruler)
        for number, strips in enumerate(held, 1)
    ]


def _lines(cards: Sequence[tuple[Mark, ...]]) -> int:
    baselines = {
        (at, mark.y) for at, marks in enumerate(cards) for mark in marks if isinstance(mark, Words)
    }
    return len(baselines)


def _head(session: Session, source: CardSource, width: float, ruler: Ruler) -> Strip:
    reading = read(session, source.library, source.settings)
    stack = Stack(0.0, width, 0.0, ruler)
    stack.text(title(session), TITLE, MOST_TITLE)
    stack.gap(1.0)
    known = (particulars(reading, SheetOptions()), share_words(reading.balance.asymmetric_share))
    stack.parts([each for each in known if each], META, 3)
    if session.notes:
        stack.gap(1.5)
        stack.text(session.notes, NOTE, MOST_NOTES)
    stack.gap(2.5)
    stack.marks.append(Bar(0.0, stack.bottom, width, 0.9, Ink.INK))
    return Strip(stack.bottom + 3.0, tuple(stack.marks))


def _later(session: Session, width: float, ruler: Ruler) -> Strip:
    stack = Stack(0.0, width, 0.0, ruler)
    stack.text(title(session), TITLE, 1)
    stack.gap(2.5)
    stack.marks.append(Bar(0.0, stack.bottom, width, 0.9, Ink.INK))
    return Strip(stack.bottom + 3.0, tuple(stack.marks))


def _empty(width: float, ruler: Ruler) -> Strip:
    stack = Stack(0.0, width, 8.0, ruler)
    stack.text(translate("Sheet", "Nothing is planned yet."), META)
    return Strip(stack.bottom, tuple(stack.marks))


def _filled(strips: Sequence[Strip], number: str, size: Size, ruler: Ruler) -> tuple[Mark, ...]:
    y = 0.0
    marks: list[Mark] = []
    for strip in strips:
        marks.extend(moved(strip.marks, y))
        y += strip.height
    if number != "1 / 1":
        width = ruler.width(number, SMALL)
        marks.append(Words(size.width - width, size.height - 2.0, number, SMALL, width))
    return tuple(marks)


def _placed(cards: Sequence[Card], size: Size) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for place, card in enumerate(cards):
        row, column = divmod(place, ACROSS)
        marks.extend(moved(card.marks, row * size.height / ACROSS, column * size.width / ACROSS))
    return (*marks, *_cuts(size))


def _cuts(size: Size) -> list[Mark]:
    """A line at every edge and a cross in the middle, joined by dots."""
    x, y = size.width / ACROSS, size.height / ACROSS
    marks: list[Mark] = [
        Bar(x - THIN / 2, start, THIN, CUT, Ink.BOX)
        for start in (0.0, y - CUT / 2, size.height - CUT)
    ]
    marks += [
        Bar(start, y - THIN / 2, CUT, THIN, Ink.BOX)
        for start in (0.0, x - CUT / 2, size.width - CUT)
    ]
    marks += [Bar(x - THIN / 2, at, THIN, DASH, Ink.LINE) for at in _dots(size.height)]
    marks += [Bar(at, y - THIN / 2, DASH, THIN, Ink.LINE) for at in _dots(size.width)]
    return marks


def _dots(length: float) -> list[float]:
    count = int((length - 2 * CUT) / (4 * DASH))
    return [CUT + at * 4 * DASH for at in range(1, count)]
