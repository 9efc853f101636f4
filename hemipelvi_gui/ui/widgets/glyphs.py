"""Glyphs as pixmaps, each painted once for a look, a size, a screen and a palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from hemipelvi_gui.sheets.glyph import GlyphColours, GlyphLook, look_of, paint_glyph

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.palette import Palette
    from hemipelvi_gui.ui.theme import Theme

Key = tuple[GlyphLook, int, float, str]


def glyph_colours(palette: Palette) -> GlyphColours:
    """The glyph's colours on a panel of this palette."""
    return GlyphColours(
        compress=palette.amber,
        expand=palette.teal,
        neutral=palette.neutral,
        outline=palette.outline,
        mark=palette.outline,
        dot=palette.panel,
    )


class GlyphCache(QObject):
    """Glyph pixmaps, forgotten when the theme changes."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: dict[Key, QPixmap] = {}
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        # A method of this object, so that Qt ends the connection with it.
        self._made.clear()

    def pixmap(self, exercise: Exercise | None, size_px: int, dpr: float = 1.0) -> QPixmap:
        """The glyph of an exercise (None: unknown), `size_px` high and wide, sharp at `dpr`."""
        return self.of_look(look_of(exercise), size_px, dpr)

    def of_look(self, look: GlyphLook, size_px: int, dpr: float = 1.0) -> QPixmap:
        """The glyph of a look, `size_px` high and wide, sharp at `dpr`."""
        key = (look, size_px, dpr, self._theme.palette.name)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._paint(look, size_px, dpr)
        return found

    def _paint(self, look: GlyphLook, size_px: int, dpr: float) -> QPixmap:
        pixels = max(1, round(size_px * dpr))
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        # A turned lobe reaches a little beyond the square it was drawn for.
        inset = size_px * 0.06
        square = QRectF(0, 0, size_px, size_px).adjusted(inset, inset, -inset, -inset)
        paint_glyph(painter, square, look, glyph_colours(self._theme.palette))
        painter.end()
        return pixmap
