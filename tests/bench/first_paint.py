"""A process that opens a window, and says when it was first painted and what memory it takes.

`python -m tests.bench.first_paint bare` or `program [SECONDS]`: with SECONDS the window
stays so long, so that what starts late has come. Nothing is imported here that a bare window
would not need: it would be missing from the difference.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Watch(QObject):
    """Stops at the end of the paint pass in which an exposed window is painted first."""

    def __init__(self, window: QMainWindow, stay_ms: int) -> None:
        super().__init__(window)
        self._window, self._stay_ms = window, stay_ms
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event."""
        handle = self._window.windowHandle()
        if isinstance(event, QPaintEvent) and handle.isExposed():
            self._window.removeEventFilter(self)
            # The window's own paint event comes first; the timer after those of all its children.
            QTimer.singleShot(0, self._window, self._painted)
        return super().eventFilter(watched, event)

    def _painted(self) -> None:
        print("painted", time.monotonic_ns(), *cards(self._window), flush=True)
        QTimer.singleShot(self._stay_ms, self._window, self._end)

    def _end(self) -> None:
        if self._stay_ms:
            print("memory", *memory(), flush=True)
        QApplication.quit()


def cards(window: QMainWindow) -> list[int]:
    """How many cards of the session are painted; nothing for a bare window."""
    build = getattr(window, "build", None)
    return [] if build is None else [build.canvas.cards.painted]


def memory() -> list[int]:
    """Resident, largest resident and proportional size in kB; empty where no system says."""
    from pathlib import Path

    process = Path("/proc/self")
    try:
        lines = [
            line
            for name in ("status", "smaps_rollup")
            for line in process.joinpath(name).read_bytes().splitlines()
        ]
    except OSError:
        return []
    found = {line.split()[0]: int(line.split()[1]) for line in lines if line.endswith(b" kB")}
    return [found[b"VmRSS:"], found[b"VmHWM:"], found[b"Pss:"]]


def bare() -> int:
    """The least there is: a main window with a label."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Hemipelvi"))
    window.resize(1389, 868)
    Watch(window, 0)
    window.show()
    return app.exec()


def program(stay_ms: int) -> int:
    """The real program, from its entry point, on the data folder of its surroundings."""
    from hemipelvi_gui.app import main
    from hemipelvi_gui.ui.main_window import MainWindow

    show_event = MainWindow.showEvent

    def watched_show_event(window: MainWindow, event: QShowEvent) -> None:
        Watch(window, stay_ms)
        show_event(window, event)

    # The only way in from outside.
    MainWindow.showEvent = watched_show_event  # type: ignore[assignment]
    return main([])


if __name__ == "__main__":
    kind, *rest = sys.argv[1:]
    if kind == "bare":
        raise SystemExit(bare())
    raise SystemExit(program(int(float(rest[0]) * 1000) if rest else 0))
