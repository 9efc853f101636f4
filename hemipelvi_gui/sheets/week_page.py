"""A week on one page: days side by side on landscape paper, under each other on portrait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.sheets.cards import Kit
from hemipelvi_gui.sheets.fitting import Day, fitted, share_room
from hemipelvi_gui.sheets.header import Heading, footer, title_block
from hemipelvi_gui.sheets.layout import FOOTER_BASELINE, sheet_ruler
from hemipelvi_gui.sheets.marks import (
    Bar,
    Box,
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
from hemipelvi_gui.sheets.plan_words import (
    day_words,
    days_words,
    gym_words,
    phases_words,
    runs_words,
    week_words,
)
from hemipelvi_gui.sheets.ruler import SEPARATOR
from hemipelvi_gui.sheets.sheet import Orientation, PageOptions, Size, paper_size
from hemipelvi_gui.sheets.sources import WeekSource, sessions_in
from hemipelvi_gui.sheets.words import plan_title, share_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hemipelvi_gui.domain.agenda import Entry

translate = QCoreApplication.translate

SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 34.0, 36.0, 42.0
DAY = Style(9.0, Weight.SEMIBOLD)
DATE = Style(7.6, ink=Ink.MUTED)
NOTES = Style(8.0, Weight.SEMIBOLD, Ink.MUTED)

MOST_COLUMNS = 8  # days side by side; more stand in two rows
COLUMN_GAP, COLUMN_PAD, DAY_HEAD, ROW_GAP = 5.0, 4.0, 19.0, 7.0
DAY_WIDTH, ROW_PAD, DAY_HEIGHT = 50.0, 5.0, 24.0
NARROW = 92.0  # points a day: larger letters would break every name
MOST_HEADING = 3  # lines: the days need the page
SCALES = (1.2, 1.1, 1.0, 0.92)
NOTE_LINES, NOTE_STEP, NOTE_ROOM = 3, 17.0, 40.0


def week_pages(source: WeekSource, options: PageOptions) -> tuple[Page, ...]:
    """The week on one page. Raises KnownError where the program's fonts are missing."""
    ruler = sheet_ruler()
    size = paper_size(options.paper, options.orientation)
    kit = Kit(ruler, source.library, source.settings, source.sums, source.foreign)
    left, right = SIDE_MARGIN, size.width - SIDE_MARGIN
    heading = week_heading(source)
    head = title_block(heading, left, right, ruler)
    notes = _notes(left, right, kit)
    top = TOP_MARGIN + head.height + 4.0
    room = Size(right - left, size.height - BOTTOM_MARGIN - notes.height - 8.0 - top)
    days = _days(source, options.orientation, room, kit)
    sentence = share_sentence(source.total.share)
    foot = footer(sentence, "1 / 1", left, right, ruler)
    marks = (
        *moved(head.marks, TOP_MARGIN),
        *moved(days, top, left),
        *moved(notes.marks, size.height - BOTTOM_MARGIN - notes.height),
        *moved(foot, size.height - FOOTER_BASELINE),
    )
    return (Page(*size, marks, f"{heading.title} · {heading.particulars[0]}"),)


def _days(source: WeekSource, orientation: Orientation, size: Size, kit: Kit) -> tuple[Mark, ...]:
    """The days as large as all their cards allow, and never too small to read."""
    lying = orientation is Orientation.LANDSCAPE
    lay, narrowest = (_columns, _column_width(source, size)) if lying else (_rows, size.width)
    for factor in SCALES:
        if factor > 1 and narrowest / factor < NARROW:
            continue
        room = Size(size.width / factor, size.height / factor)
        marks = lay(source, room, kit, factor != SCALES[-1])
        if marks:
            return scaled(marks, factor)
    return ()


def week_heading(source: WeekSource) -> Heading:
    """Plan, week and dates, what is done in it, and its balance."""
    week, plan, total = source.week, source.plan, source.total
    where = [days_words(week.first, week.last)]
    if plan is not None and week.number:
        where.insert(0, week_words(plan, week.number))
        where.extend(phases_words(plan, week.number))
    sessions = [each for each in sessions_in(source.entries) if not each.skipped]
    runs = [each for each in source.entries if isinstance(each, Run)]
    work = (*gym_words(total, len(sessions)), *runs_words(runs))
    return Heading(
        translate("WeekSheet", "Week") if plan is None else plan_title(plan),
        (SEPARATOR.join(where), SEPARATOR.join(work)),
        total.share,
        source.settings,
        source.notes,
        MOST_HEADING,
    )


def _columns(source: WeekSource, size: Size, kit: Kit, only_whole: bool) -> list[Mark]:
    """Days as columns, many of them in two rows; none where not all is whole but must be."""
    days = source.week.dates
    across, width = _across_page(days), _column_width(source, size)
    held = [Day(on, width - 2 * COLUMN_PAD) for on in _by_day(source)]
    rows = [held[start : start + across] for start in range(0, len(held), across)]
    frame = DAY_HEAD + COLUMN_PAD
    room = size.height - frame * len(rows) - ROW_GAP * (len(rows) - 1)
    high = share_room(rows, room, 0.0, kit, only_whole)
    if not high:
        return []
    marks: list[Mark] = []
    for at, day in enumerate(days):
        row, place = divmod(at, across)
        x, y = place * (width + COLUMN_GAP), sum(high[:row]) + row * (frame + ROW_GAP)
        marks.append(Box(x, y, width, high[row] + frame, Ink.LINE, 4.0))
        marks.extend(moved(_column_head(day, at == 0, kit), y + 12.5, x + 7.0))
        marks.extend(moved(fitted(held[at], high[row], kit).marks, y + DAY_HEAD, x + COLUMN_PAD))
    return marks


def _across_page(days: Sequence[date]) -> int:
    return len(days) if len(days) <= MOST_COLUMNS else -(-len(days) // 2)


def _column_width(source: WeekSource, size: Size) -> float:
    across = _across_page(source.week.dates)
    return (size.width - COLUMN_GAP * (across - 1)) / across


def _column_head(day: date, first: bool, kit: Kit) -> tuple[Words, ...]:
    name = day_words(day, translate("WeekSheet", "ddd"))
    turns = first or day.day == 1
    pattern = translate("WeekSheet", "d MMM") if turns else translate("WeekSheet", "d ")
    number = day_words(day, pattern).strip()
    width = kit.ruler.width(name, DAY)
    return (
        Words(0.0, 0.0, name, DAY, width),
        Words(width + 3.5, 0.0, number, DATE, kit.ruler.width(number, DATE)),
    )


def _rows(source: WeekSource, size: Size, kit: Kit, only_whole: bool) -> list[Mark]:
    """Days as rows, as high as their cards need; none where not all is whole but must be."""
    days = source.week.dates
    held = [Day(on, size.width - DAY_WIDTH, _across(on)) for on in _by_day(source)]
    frame = 2 * ROW_PAD
    room = size.height - frame * len(days)
    marks: list[Mark] = []
    y = 0.0
    high = share_room([[each] for each in held], room, DAY_HEIGHT, kit, only_whole)
    if not high:
        return []
    for day, on, height in zip(days, held, high, strict=True):
        if y:
            marks.append(Bar(0.0, y - 0.4, size.width, 0.8, Ink.LINE))
        marks.extend(moved(_row_head(day, kit), y + ROW_PAD))
        marks.extend(moved(fitted(on, height, kit).marks, y + ROW_PAD, DAY_WIDTH))
        y += height + frame
    return marks


def _across(entries: Sequence[object]) -> int:
    return 2 if len(entries) <= 2 else 3


def _row_head(day: date, kit: Kit) -> tuple[Words, ...]:
    name = day_words(day, translate("WeekSheet", "ddd"))
    number = day_words(day, translate("WeekSheet", "d MMM"))
    return (
        Words(0.0, 10.0, name, DAY, kit.ruler.width(name, DAY)),
        Words(0.0, 20.5, number, DATE, kit.ruler.width(number, DATE)),
    )


def _notes(left: float, right: float, kit: Kit) -> Strip:
    """Lines to write on."""
    text = translate("WeekSheet", "Notes")
    words = Words(left, 11.0, text, NOTES, kit.ruler.width(text, NOTES))
    starts = (left + NOTE_ROOM, *(left for _ in range(NOTE_LINES - 1)))
    lines = tuple(
        Bar(start, 12.5 + NOTE_STEP * at, right - start, 0.6, Ink.BOX)
        for at, start in enumerate(starts)
    )
    return Strip(12.5 + NOTE_STEP * (NOTE_LINES - 1) + 2.0, (words, *lines))


def _by_day(source: WeekSource) -> list[tuple[Entry, ...]]:
    return [source.days.get(day, ()) for day in source.week.dates]
