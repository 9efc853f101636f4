"""What a window needs, but not for its first picture, waits until that is painted."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

LATEST_MS = 1000  # a window that opens out of sight is not painted
AT_ONCE_S = 0.008  # as long as such work may hold up the window at a time


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


class Meanwhile(QObject):
    """Does long work a bit at a time, once a widget shows what was changed.

    Begun again, it leaves what it was at: whoever pages on does not wait for weeks gone by.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._work: Iterator[None] | None = None
        self._is_painted = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        widget.installEventFilter(self)

    @property
    def is_done(self) -> bool:
        """Whether nothing waits."""
        return self._work is None

    def begin(self, work: Iterator[None]) -> None:
        """Do this when the widget has been painted; at each `yield` the window may come between."""
        self._work, self._is_painted = work, False
        self._timer.start(LATEST_MS)
        self._widget.update()

    def stop(self) -> None:
        """Leave what is not done yet."""
        self._work = None
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event."""
        if self._work is not None and not self._is_painted and event.type() == QEvent.Type.Paint:
            self._is_painted = True
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        self._timer.setInterval(0)
        work, until = self._work, perf_counter() + AT_ONCE_S
        try:
            while work is not None and work is self._work and perf_counter() < until:
                next(work)
        except StopIteration:
            if work is self._work:
                self._work = None
        if self._work is None:
            self._timer.stop()
