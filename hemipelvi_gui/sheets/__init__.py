"""Sheets to print and take to the gym.

`pages` lays out a session, `week_pages` a week, `overview_pages` a plan, `pocket_pages` cards;
`Planned` gathers what they are made from.
`paint_page` paints one page on any device, `write_sheet` and `write_pages` make PDF, PNG or SVG
files, `write_range` a PDF of many sessions, and `print_pages` serves printers and their preview.

They are imported when first asked for: the window needs only the glyph and the fonts at its start,
and Qt's printing and SVG classes would take a tenth of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.sheets.book import Book, print_range, write_range
    from hemipelvi_gui.sheets.devices import print_pages, write_pages, write_sheet
    from hemipelvi_gui.sheets.gathering import Kind, Planned, pages_of
    from hemipelvi_gui.sheets.layout import pages
    from hemipelvi_gui.sheets.marks import Page
    from hemipelvi_gui.sheets.overview import overview_pages
    from hemipelvi_gui.sheets.paint import paint_page
    from hemipelvi_gui.sheets.pocket import pocket_pages
    from hemipelvi_gui.sheets.sheet import (
        Orientation,
        PageOptions,
        Paper,
        SheetOptions,
        SheetSource,
    )
    from hemipelvi_gui.sheets.sources import CardSource, OverviewSource, RangeSource, WeekSource
    from hemipelvi_gui.sheets.week_page import week_pages

__all__ = [
    "Book",
    "CardSource",
    "Kind",
    "Orientation",
    "OverviewSource",
    "Page",
    "PageOptions",
    "Paper",
    "Planned",
    "RangeSource",
    "SheetOptions",
    "SheetSource",
    "WeekSource",
    "overview_pages",
    "pages",
    "pages_of",
    "paint_page",
    "pocket_pages",
    "print_pages",
    "print_range",
    "week_pages",
    "write_pages",
    "write_range",
    "write_sheet",
]

HOMES = {
    "Book": "book",
    "CardSource": "sources",
    "Kind": "gathering",
    "Orientation": "sheet",
    "OverviewSource": "sources",
    "Page": "marks",
    "PageOptions": "sheet",
    "Paper": "sheet",
    "Planned": "gathering",
    "RangeSource": "sources",
    "SheetOptions": "sheet",
    "SheetSource": "sheet",
    "WeekSource": "sources",
    "overview_pages": "overview",
    "pages": "layout",
    "pages_of": "gathering",
    "paint_page": "paint",
    "pocket_pages": "pocket",
    "print_pages": "devices",
    "print_range": "book",
    "week_pages": "week_page",
    "write_pages": "devices",
    "write_range": "book",
    "write_sheet": "devices",
}

if not TYPE_CHECKING:  # or every misspelt name would pass the type checker

    def __getattr__(name: str) -> object:
        if name not in HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
