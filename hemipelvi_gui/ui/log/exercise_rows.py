"""Rows of a list to choose an exercise from: glyph, name, and its facets beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.wording import facet_line

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

    Index = QModelIndex | QPersistentModelIndex

EXERCISE = Qt.ItemDataRole.UserRole + 1
HEIGHT, GAP, GLYPH, MARGIN, ROUND = 48, 4, 34, 8, 8


class ExerciseRows(QStyledItemDelegate):
    """Paints items that carry an exercise as `EXERCISE`, in the look of the library's cards."""

    def __init__(self, theme: Theme, glyphs: GlyphCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._glyphs = theme, glyphs

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One height for all."""
        return QSize(self._theme.px(160), self._theme.px(HEIGHT + GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The card of the exercise."""
        exercise = index.data(EXERCISE)
        if not isinstance(exercise, Exercise):
            return
        theme, px = self._theme, self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        room = QRect(option.rect).adjusted(0, 0, -px(4), -px(GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.palette.colour("accent" if chosen else "line"), 1))
        painter.setBrush(theme.palette.colour("accent_soft" if chosen else "panel"))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), px(ROUND), px(ROUND))
        side = px(GLYPH)
        picture = self._glyphs.pixmap(exercise, side, painter.device().devicePixelRatioF())
        top = room.top() + (room.height() - side) // 2
        painter.drawPixmap(room.left() + px(MARGIN), top, picture)
        words = room.adjusted(px(2 * MARGIN) + side, px(4), -px(MARGIN), -px(4))
        for said, font, role, edge in (
            (exercise.name, theme.bold(), "ink", Qt.AlignmentFlag.AlignTop),
            (facet_line(exercise), theme.font(11), "muted", Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font)
            painter.setPen(theme.palette.colour(role))
            fits = QFontMetricsF(font).elidedText(
                one_line(said), Qt.TextElideMode.ElideRight, words.width()
            )
            painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | edge), fits)
        painter.restore()
