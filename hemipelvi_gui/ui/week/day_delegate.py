"""Paints the rows of a day from pixmaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from hemipelvi_gui.ui.week.card_art import CardArt, Mood
from hemipelvi_gui.ui.week.card_faces import Card, Chip, Row
from hemipelvi_gui.ui.week.day_model import Roles

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPainter

# The margin at the right holds the scroll bar.
SPACE, RIGHT = 8, 12


class DayDelegate(QStyledItemDelegate):
    """Paints rows. `lifted` are cards being dragged away or cut, `pointer` where the mouse is."""

    def __init__(self, art: CardArt, view: QListView) -> None:
        super().__init__(view)
        self._art, self._view = art, view
        self.lifted: Collection[str] = ()
        self.pointer: QPoint | None = None

    @property
    def wide(self) -> int:
        """How wide cards are, whether there is a scroll bar beside them or not."""
        return max(1, self._view.width() - self._art.theme.px(RIGHT))

    def need(self, width: int) -> int:
        """How high all rows are together, in a view so wide."""
        px, model = self._art.theme.px, self._view.model()
        rows = (model.index(at, 0).data(Roles.ROW) for at in range(model.rowCount()))
        wide = max(1, width - px(RIGHT))
        return sum(self._art.height(row, wide) + px(SPACE) for row in rows)

    def rect(self, row: QRect) -> QRect:
        """The card or chip in its row: without the space below it."""
        return QRect(row.left(), row.top(), self.wide, row.height() - self._art.theme.px(SPACE))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Height of the row; the width is the view's."""
        row = index.data(Roles.ROW)
        high = self._art.height(row, self.wide)
        return QSize(1, high + self._art.theme.px(SPACE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One row."""
        row, rect = index.data(Roles.ROW), self.rect(QRect(option.rect))
        dpr = painter.device().devicePixelRatioF()
        mood = self._mood(index, row, rect)
        painter.drawPixmap(rect.topLeft(), self._art.pixmap(row, rect.width(), mood, dpr))

    def _mood(self, index: QModelIndex | QPersistentModelIndex, row: Row, rect: QRect) -> Mood:
        view = self._view
        return Mood(
            selected=isinstance(row, Card) and view.selectionModel().isSelected(index),
            current=view.hasFocus() and index == view.currentIndex(),
            hovered=self.pointer is not None and rect.contains(self.pointer),
            lifted=isinstance(row, Card) and row.entry.id in self.lifted,
        )

    def chip_at(self, position: QPoint) -> Chip | None:
        """The chip under a point of the viewport."""
        index = self._view.indexAt(position)
        row = index.data(Roles.ROW) if index.isValid() else None
        inside = isinstance(row, Chip) and self.rect(self._view.visualRect(index)).contains(
            position
        )
        return row if inside else None
