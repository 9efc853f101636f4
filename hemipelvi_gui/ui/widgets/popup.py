"""A small sheet that opens beside a button: what is set in it is kept when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from hemipelvi_gui.ui.theme import Theme


class Popup(QFrame):
    """Escape closes it and keeps nothing; a click elsewhere or `accept` sends `kept`."""

    kept = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.theme = theme
        self._discard = False
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*(theme.px(12),) * 4)
        self.column.setSpacing(theme.px(8))

    def open_below(self, anchor: QWidget) -> None:
        """Show it under a widget, kept inside the screen."""
        self.open_at(anchor.mapToGlobal(QPoint(0, anchor.height() + self.theme.px(4))))

    def open_at(self, point: QPoint) -> None:
        """Show it at a point of the screen, kept inside it."""
        from hemipelvi_gui.ui.widgets.numbers import indent_numbers

        indent_numbers(self, self.theme)
        self.adjustSize()
        space = self.screen().availableGeometry()
        x = max(space.left(), min(point.x(), space.right() - self.width()))
        y = max(space.top(), min(point.y(), space.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.setFocus()

    def accept(self) -> None:
        """Close and keep."""
        self.close()

    def reject(self) -> None:
        """Close and keep nothing."""
        self._discard = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps nothing, Enter keeps."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """However it was closed."""
        super().hideEvent(event)
        if not self._discard:
            self._discard = True
            self.kept.emit()
