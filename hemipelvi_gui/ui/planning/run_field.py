"""The field that runs are typed into: lines typed before come back, a fault is underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from hemipelvi_gui.ui.theme import Theme

LONGEST, MOST_LINES = 500, 50
WAVE = 2  # height and half the length of a wave, in pixels


class RunField(QLineEdit):
    """`entered`: take the line. `left`: Escape was pressed. `focused`: keys come or go."""

    entered = Signal()
    focused = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._past: list[str] = []
        self._place = 0
        self._draft = ""
        self._fault: int | None = None
        self.setMaxLength(LONGEST)
        self.setClearButtonEnabled(False)
        self.setAcceptDrops(False)

    @property
    def fault(self) -> int | None:
        """The column that is underlined, from 0."""
        return self._fault

    def mark(self, column: int | None) -> None:
        """Underline the word at a column; None: nothing is wrong."""
        if column == self._fault:
            return
        self._fault = column
        self.setProperty("wrong", column is not None)
        self.style().polish(self)
        self.update()

    def remember(self, line: str) -> None:
        """Keep a line that was taken, for the Up key."""
        others = [each for each in self._past if each != line]
        self._past = [*others[1 - MOST_LINES :], line]
        self._place = len(self._past)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the line, Escape leaves, Up and Down bring lines of before."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Up:
            self._recall(self._place - 1)
        elif key == Qt.Key.Key_Down:
            self._recall(self._place + 1)
        else:
            super().keyPressEvent(event)

    def _recall(self, place: int) -> None:
        if not 0 <= place <= len(self._past):
            return
        if self._place >= len(self._past):
            self._draft = self.text()
        self._place = place
        self.setText(self._draft if place == len(self._past) else self._past[place])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go here."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A wavy line under what can't be read."""
        super().paintEvent(event)
        if self._fault is None:
            return
        metrics, text, at = self.fontMetrics(), self.text(), self._fault
        word = text[at:].split(" ", 1)[0] or " "
        # The field scrolls by itself, and tells only where its cursor is.
        before = metrics.horizontalAdvance(text[: self.cursorPosition()])
        left = self.cursorRect().center().x() - before + metrics.horizontalAdvance(text[:at])
        width = max(metrics.horizontalAdvance(word), metrics.averageCharWidth())
        bottom = (self.height() + metrics.height()) / 2 - 1
        points = [
            QPointF(left + step, bottom + (WAVE if number % 2 else 0))
            for number, step in enumerate(range(0, width + WAVE, WAVE))
        ]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.palette.colour("fix"), max(1.0, self._theme.px(1))))
        painter.setClipRect(self.rect().adjusted(WAVE, 0, -WAVE, 0))
        painter.drawPolyline(QPolygonF(points))
