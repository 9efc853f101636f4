"""A label for names of any length."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from hemipelvi_gui.ui.plain import one_line


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room for it."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if kind:
            self.setProperty("kind", kind)

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 8), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of the text as there is room for."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        width = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(
            one_line(self.text()), Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)
