"""A process in which the Progress page is opened: `python -m tests.bench.open_progress`.

Prints `opened` with the milliseconds from the command until the verdict and the charts in sight are
painted, and until these charts can be moved, with everything that is imported for it; `frames` with
how long each frame of a pan took once all ten years are in the charts.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.ui.main_window import IDLE_MS, PAGES, MainWindow
from tests.bench.open_library import REST_MS, Painted
from tests.bench.opened import opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.ui.pages.progress import ProgressPage

IN_SIGHT = 4
FRAMES = 240
POLL_MS = 5


class Opening(QObject):
    """Opens the page of a window that has come to rest, says how long it took, and pans."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._begun = self._shown = self._movable = 0
        self._unseen = 0
        self._waiting = QTimer(self)
        self._waiting.timeout.connect(self._pan)
        # At rest all pages are imported, one after the other.
        QTimer.singleShot(IDLE_MS * len(PAGES) + REST_MS, self, self._open)

    @property
    def _page(self) -> ProgressPage:
        return self._window.pages.progress

    def _open(self) -> None:
        self._begun = time.monotonic_ns()
        self._window.actions_by_name["progress-page"].trigger()
        self._see(self._page.card)
        for panel in list(self._page.grid.panels.values())[:IN_SIGHT]:
            if panel.still is None:
                raise RuntimeError("there is a plot before the first paint")
            self._see(panel.still)
        self._page.grid.plot_made.connect(self._plot_made)

    def _see(self, widget: QWidget) -> None:
        self._unseen += 1
        Painted(widget, self._painted)

    def _painted(self) -> None:
        self._unseen -= 1
        if not self._unseen:
            self._shown = time.monotonic_ns()

    def _plot_made(self) -> None:
        plots = self._page.grid.plots
        if len(plots) == IN_SIGHT:
            Painted(plots[-1].viewport(), self._plots_painted)

    def _plots_painted(self) -> None:
        self._movable = time.monotonic_ns()
        self._waiting.start(POLL_MS)

    def _pan(self) -> None:
        page = self._page
        if not page.is_settled:
            return
        if not self._shown:
            raise RuntimeError("what is in sight was not painted before the plots")
        self._waiting.stop()
        plot = page.grid.plots[0]
        times = []
        page.show_range("1 year")
        for _frame in range(FRAMES):
            before = time.perf_counter()
            plot.pan(-0.02)
            QApplication.processEvents()
            times.append((time.perf_counter() - before) * 1000)
        shown = (each - self._begun for each in (self._shown, self._movable))
        print("opened", *(f"{each / 1e6:.2f}" for each in shown), flush=True)
        print("frames", *(f"{each:.2f}" for each in times), flush=True)
        QApplication.quit()


if __name__ == "__main__":
    raise SystemExit(opened(Opening))
