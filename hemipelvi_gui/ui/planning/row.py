"""Places in a row, painted on one widget: under the pointer one is tinted and tells of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from hemipelvi_gui.ui.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QMouseEvent


class Row(QWidget):
    """Painted as a whole, as there may be a hundred places; they count from 0, and -1 is none.

    `where` says which place is at an x of the row, `take` is called with one that is clicked, `tip`
    says what is told of one under the pointer.
    """

    def __init__(
        self,
        where: Callable[[float], int],
        take: Callable[[int], object],
        tip: Callable[[int], str],
    ) -> None:
        super().__init__()
        self._row_place, self._row_take, self._row_tip = where, take, tip
        self.over = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what is clicked."""
        place = self._row_place(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._row_take(place)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint what is under the pointer."""
        self._hover(self._row_place(event.position().x()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, place: int) -> None:
        if place != self.over:
            self.over = place
            hand = Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row tells that keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell of what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._row_place(event.pos().x())
            words = tooltip(self._row_tip(place)) if place >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
