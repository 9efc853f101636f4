"""A word in a line of words that can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class QuietButton(QPushButton):
    """A word of the meta line that can be pressed; it ends in … where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        # A push button asks for all its room by default, and a long name would widen the window.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = one_line(words, 80)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        wide = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(wide + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        few = self.fontMetrics().averageCharWidth() * 5
        return QSize(min(few, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(shown.replace("&", "&&"))
