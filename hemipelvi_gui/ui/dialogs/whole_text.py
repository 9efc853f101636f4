"""Text to be read and copied that is as high as it has lines, so that only its page scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class WholeText(QPlainTextEdit):
    """Plain text without scroll bars of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other line breaks."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *_: object) -> None:
        # Of plain text the layout counts lines, wrapped ones too.
        lines = max(round(self.document().size().height()), 1)
        text = lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        around = self.height() - self.viewport().height()
        high = round(text) + max(around, 2 * self.frameWidth())
        if self.maximumHeight() != high:
            self.setFixedHeight(high)
