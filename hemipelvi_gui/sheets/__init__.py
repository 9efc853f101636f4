"""Sheets to print and take to the gym.

`pages` lays a session out, `paint_page` paints one page on any device, `write_sheet` makes PDF,
PNG or SVG files and `print_pages` serves printers and their preview.

They are imported when first asked for: the window needs only the glyph and the fonts at its start,
and Qt's printing and SVG classes would take a tenth of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.sheets.devices import print_pages, write_sheet
    from hemipelvi_gui.sheets.layout import pages
    from hemipelvi_gui.sheets.marks import Page
    from hemipelvi_gui.sheets.paint import paint_page
    from hemipelvi_gui.sheets.sheet import Paper, SheetOptions, SheetSource

__all__ = [
    "Page",
    "Paper",
    "SheetOptions",
    "SheetSource",
    "pages",
    "paint_page",
    "print_pages",
    "write_sheet",
]

HOMES = {
    "Page": "marks",
    "Paper": "sheet",
    "SheetOptions": "sheet",
    "SheetSource": "sheet",
    "pages": "layout",
    "paint_page": "paint",
    "print_pages": "devices",
    "write_sheet": "devices",
}

if not TYPE_CHECKING:  # or every misspelt name would pass the type checker

    def __getattr__(name: str) -> object:
        if name not in HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
