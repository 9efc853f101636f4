"""What a window needs, but not for its first picture, waits until that is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

LATEST_MS = 1000  # a window that opens out of sight is not painted


class Late(QObject):
    """Calls `work` once, after the first paint of a widget and of all that lies in it.

    A timer alone would not do: it may fire before the screen has asked for the picture.
    """

    def __init__(self, widget: QWidget, work: Callable[[], object]) -> None:
        super().__init__(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(work)
        self._timer.start(LATEST_MS)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event; those of the widget's children follow it at once."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            if self._timer.isActive():
                self._timer.start(0)
        return super().eventFilter(watched, event)
