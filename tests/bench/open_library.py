"""A process in which the Library page is opened: `python -m tests.bench.open_library`.

Prints `opened` with the milliseconds from the command until the cards are painted and until the
exercise beside them is, and how many cards the list has. As after a start, the modules of the page
are there by then, and nothing of it has been shown.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.ui.main_window import IDLE_MS, MainWindow
from tests.bench.opened import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.ui.pages.library import LibraryPage

REST_MS = 400


class Painted(QObject):
    """Calls `then` at the end of the paint pass in which a widget is painted first."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        # As the page itself waits for it, only that this one comes first.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(then)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event."""
        if isinstance(event, QPaintEvent):
            watched.removeEventFilter(self)
            self._timer.start(0)
        return super().eventFilter(watched, event)


class Opening(QObject):
    """Opens the page of a window that has come to rest, and says how long it took."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._begun = self._cards = 0
        QTimer.singleShot(IDLE_MS + REST_MS, self, self._open)

    @property
    def _page(self) -> LibraryPage:
        return self._window.pages.library

    def _open(self) -> None:
        self._begun = time.monotonic_ns()
        self._window.actions_by_name["library"].trigger()
        Painted(self._page, self._cards_painted)

    def _cards_painted(self) -> None:
        self._cards = time.monotonic_ns()
        Painted(self._page.detail.player.figure, self._all_painted)

    def _all_painted(self) -> None:
        now, cards = time.monotonic_ns(), self._page.library.list.exercises.rowCount()
        times = (each - self._begun for each in (self._cards, now))
        print("opened", *(f"{each / 1e6:.2f}" for each in times), cards, flush=True)
        QApplication.quit()


if __name__ == "__main__":
    raise SystemExit(opened(Opening))
