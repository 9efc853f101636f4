"""From a session to pages: rows flow down the paper and none of them is split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.reading import Reading, read
from hemipelvi_gui.sheets.fonts import load_fonts, painting_app
from hemipelvi_gui.sheets.grid import ROOMY, TIGHT, Density
from hemipelvi_gui.sheets.header import footer, full_header, running_header
from hemipelvi_gui.sheets.marks import Mark, Page, Strip, moved
from hemipelvi_gui.sheets.rows import Frame, body
from hemipelvi_gui.sheets.ruler import Ruler
from hemipelvi_gui.sheets.sheet import SIZES, SheetOptions, SheetSource
from hemipelvi_gui.sheets.words import closing, title

if TYPE_CHECKING:
    from collections.abc import Iterator

SIDE_MARGIN = 42.0
TOP_MARGIN = 40.0
BOTTOM_MARGIN = 46.0
FOOTER_BASELINE = 28.0


def pages(source: SheetSource, options: SheetOptions) -> tuple[Page, ...]:
    """The pages of the session's sheet. Raises KnownError where the program's fonts are missing.

    Rows move closer together where that saves a page.
    """
    return laid_out(source, options, sheet_ruler())


def sheet_ruler() -> Ruler:
    """Measures in the program's own font. Raises KnownError where it is missing."""
    painting_app()
    return Ruler(load_fonts())


def laid_out(
    source: SheetSource, options: SheetOptions, ruler: Ruler, first: int = 1, total: int = 0
) -> tuple[Page, ...]:
    """The pages, numbered from `first` of `total`; without a total they are a book of their own."""
    reading = read(source.session, source.library, source.settings)
    roomy = _flowed(reading, options, ROOMY, ruler)
    if len(roomy) > 1:
        tight = _flowed(reading, options, TIGHT, ruler)
        if len(tight) < len(roomy):
            roomy = tight
    return _numbered(roomy, reading, options, ruler, first, total)


def _flowed(
    reading: Reading, options: SheetOptions, density: Density, ruler: Ruler
) -> list[list[Strip]]:
    """The strips of every page, its header first."""
    width, height = SIZES[options.paper]
    left, right = SIDE_MARGIN, width - SIDE_MARGIN
    room = height - TOP_MARGIN - BOTTOM_MARGIN
    sheet = [[full_header(reading, options, left, right, ruler)]]
    running = running_header(title(reading.session), left, right, ruler)
    used = sheet[0][0].height
    for group in _groups(body(reading, Frame(left, right, density, options.side_boxes), ruler)):
        needed = sum(strip.height for strip in group)
        # Under a long title there may be no room for anything.
        helps = len(sheet[-1]) > 1 or running.height + needed <= room
        if used + needed > room and helps:
            sheet.append([running])
            used = running.height
        sheet[-1].extend(group)
        used += needed
    return sheet


def _groups(strips: list[Strip]) -> Iterator[list[Strip]]:
    """Strips that must stand on one page."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keeps:
            yield group
            group = []
    if group:
        yield group


def _numbered(
    sheet: list[list[Strip]],
    reading: Reading,
    options: SheetOptions,
    ruler: Ruler,
    first: int,
    total: int,
) -> tuple[Page, ...]:
    width, height = SIZES[options.paper]
    left, right = SIDE_MARGIN, width - SIDE_MARGIN
    sentence = closing(reading)
    made = []
    for number, strips in enumerate(sheet, first):
        y = TOP_MARGIN
        marks: list[Mark] = []
        for strip in strips:
            marks.extend(moved(strip.marks, y))
            y += strip.height
        foot = footer(sentence, f"{number} / {total or len(sheet)}", left, right, ruler)
        marks.extend(moved(foot, height - FOOTER_BASELINE))
        made.append(Page(width, height, tuple(marks), title(reading.session)))
    return tuple(made)
