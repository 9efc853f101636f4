"""Paints a page on any device: preview, printer, PDF, PNG and SVG come through here."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from hemipelvi_gui.sheets.fonts import font, load_fonts
from hemipelvi_gui.sheets.glyph import MONOCHROME, GlyphColours, paint_glyph
from hemipelvi_gui.sheets.marks import Bar, Box, Glyph, Ink, Page, Sign, Style, Words
from hemipelvi_gui.sheets.signs import paint_sign

POINTS_PER_INCH = 72.0
BOX_PEN = 0.75

COLOURS = {
    Ink.INK: "#1E2A36",
    Ink.MUTED: "#5C6975",
    Ink.ACCENT: "#34507A",
    Ink.LINE: "#DDE1E4",
    Ink.BOX: "#9AA4AC",
    Ink.TRACK: "#E3E6E8",
    Ink.BAND: "#BFD8C9",
    Ink.TINT: "#F1F3F5",
    Ink.PAPER: "#FFFFFF",
    Ink.EASY: "#16858A",
    Ink.QUALITY: "#8A3F7D",
    Ink.LONG: "#0E5F63",
    Ink.RACE: "#34507A",
}
GREYS = {
    Ink.INK: "#000000",
    Ink.MUTED: "#4A4A4A",
    Ink.ACCENT: "#1A1A1A",
    Ink.LINE: "#BDBDBD",
    Ink.BOX: "#6E6E6E",
    Ink.TRACK: "#E6E6E6",
    Ink.BAND: "#B8B8B8",
    Ink.TINT: "#F2F2F2",
    Ink.PAPER: "#FFFFFF",
    Ink.EASY: "#4A4A4A",
    Ink.QUALITY: "#1A1A1A",
    Ink.LONG: "#1A1A1A",
    Ink.RACE: "#000000",
}


def paint_page(painter: QPainter, page: Page, monochrome: bool = False) -> None:
    """Paint the page with its top left corner at the origin, one unit of the painter a point."""
    colours = GREYS if monochrome else COLOURS
    glyphs = MONOCHROME if monochrome else GlyphColours()
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for mark in page.marks:
        if isinstance(mark, Glyph):
            paint_glyph(painter, QRectF(mark.x, mark.y, mark.side, mark.side), mark.look, glyphs)
        elif isinstance(mark, Box):
            _paint_box(painter, mark, colours)
        elif isinstance(mark, Bar):
            _paint_bar(painter, mark, colours)
        elif isinstance(mark, Sign):
            paint_sign(painter, mark, QColor(colours[mark.ink]))
    _paint_words(painter, page, colours)
    painter.restore()


def _paint_box(painter: QPainter, box: Box, colours: dict[Ink, str]) -> None:
    painter.setPen(QPen(QColor(colours[box.ink]), BOX_PEN))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # The line lies inside, so that outer edges stand flush with everything else.
    inset = BOX_PEN / 2
    outline = QRectF(box.x, box.y, box.width, box.height)
    painter.drawRoundedRect(outline.adjusted(inset, inset, -inset, -inset), box.radius, box.radius)


def _paint_bar(painter: QPainter, bar: Bar, colours: dict[Ink, str]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours[bar.ink]))
    rect = QRectF(bar.x, bar.y, bar.width, bar.height)
    if bar.radius:
        painter.drawRoundedRect(rect, bar.radius, bar.radius)
    else:
        painter.drawRect(rect)


def _fonts(page: Page, painter: QPainter, scale: float) -> dict[Style, QFont]:
    """The fonts of a page, as large as they are on the device."""
    styles = {mark.style for mark in page.marks if isinstance(mark, Words)}
    per_pixel = POINTS_PER_INCH / painter.device().logicalDpiY()
    made = {}
    for style in styles:
        weight = QFont.Weight[style.weight.value]
        made[style] = font(load_fonts(), style.size * scale * per_pixel, weight)
        if style.tracking != 100.0:
            made[style].setLetterSpacing(QFont.SpacingType.PercentageSpacing, style.tracking)
    return made


def _paint_words(painter: QPainter, page: Page, colours: dict[Ink, str]) -> None:
    # Letters a few units high get rounded widths, so they are set in the device's own pixels.
    scale = hypot(painter.combinedTransform().m11(), painter.combinedTransform().m12())
    fonts = _fonts(page, painter, scale)
    painter.save()
    painter.scale(1 / scale, 1 / scale)
    for mark in page.marks:
        if isinstance(mark, Words):
            painter.setFont(fonts[mark.style])
            painter.setPen(QColor(colours[mark.style.ink]))
            painter.drawText(QPointF(mark.x * scale, mark.y * scale), mark.text)
    painter.restore()
