"""A button that turns the week: by a click, or by cards that are held over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton

from hemipelvi_gui.ui.mime import CARDS_MIME, unpack

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
HOLD_MS = 600


class TurnButton(QToolButton):
    """Turns by `steps` weeks. Cards that stay over it turn the week again and again.

    `dropped_on(week, ids, copies)`: cards were dropped on it; they go one week on, or, once holding
    them here has turned the week, to the one that is shown.
    """

    dropped_on = Signal(object, list, bool)

    def __init__(self, weeks: Weeks, steps: int) -> None:
        super().__init__()
        self._weeks, self._steps, self._turned = weeks, steps, False
        self.setText("\u2039" if steps < 0 else "\u203a")
        words, keys = translate("Week", "Week before"), "Ctrl+PgUp"
        if steps > 0:
            words, keys = translate("Week", "Week after"), "Ctrl+PgDown"
        self.setAccessibleName(words)
        self.setToolTip(with_keys(words, keys))
        self.setProperty("kind", "bar")
        self.setAcceptDrops(True)
        self._held = QTimer(self)
        self._held.setInterval(HOLD_MS)
        self._held.timeout.connect(self._turn)
        self.clicked.connect(lambda: weeks.step(steps))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Wait whether the cards stay."""
        if unpack(event.mimeData(), CARDS_MIME):
            self._turned = False
            self._held.start()
            self._tint(is_target=True)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """They may be dropped here as well."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went on, to a day of the week that is shown now."""
        super().dragLeaveEvent(event)
        self._end()

    def dropEvent(self, event: QDropEvent) -> None:
        """Have them put into the next week, or into the one they have turned to."""
        self._end()
        ids = unpack(event.mimeData(), CARDS_MIME)
        week = self._weeks.week if self._turned else self._weeks.reading.near(self._steps)
        if not ids or week is None:
            event.ignore()
            return
        copies = event.proposedAction() == Qt.DropAction.CopyAction
        event.acceptProposedAction()
        self.dropped_on.emit(week, list(ids), copies)

    def event(self, event: QEvent) -> bool:
        """A button that is gone from sight turns nothing."""
        if event.type() == QEvent.Type.Hide:
            self._held.stop()
        return super().event(event)

    def _turn(self) -> None:
        self._turned = True
        self._weeks.step(self._steps)

    def _end(self) -> None:
        self._held.stop()
        self._tint(is_target=False)

    def _tint(self, *, is_target: bool) -> None:
        self.setDown(is_target)


def with_keys(words: str, keys: str) -> str:
    """A tooltip that names the shortcut too: "Week before (Ctrl+PgUp)"."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({shown})"
