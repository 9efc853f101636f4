"""A long piece of work off the window's thread, with its progress, that can be called off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, QTimer, Signal

from hemipelvi_gui.ui import work

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK_MS = 60


class Progress:
    """Written by the worker, read by the window: steps done of all steps, and whether to stop."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.stopped = False

    def step(self, done: int, total: int) -> None:
        """Called by the worker after each step."""
        self.done, self.total = done, total

    def cancelled(self) -> bool:
        """Asked by the worker before each step."""
        return self.stopped


class Errand(QObject):
    """At most one piece of work at a time; the next calls off the one before.

    `moved(done, total)` while it goes on; then one of `done` with the result, which is that of work
    called off too, and `failed` with a KnownError. Nothing is heard of work that another followed.
    """

    moved = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._progress: Progress | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._tell)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.finish)

    @property
    def busy(self) -> bool:
        """Whether anything is being done."""
        return self._progress is not None

    def run(self, function: Callable[[Progress], object]) -> None:
        """Do this instead of what is being done."""
        self.drop()
        progress = Progress()
        self._progress = progress
        outcome = work.Outcome(partial(function, progress), self)
        outcome.done.connect(lambda result: self._end(progress, self.done.emit, result))
        outcome.failed.connect(lambda error: self._end(progress, self.failed.emit, error))
        outcome.broke.connect(self._break)
        self._look.start()
        work.start(self._pool, outcome)

    def cancel(self) -> None:
        """Ask it to stop; it still says when it has."""
        if self._progress is not None:
            self._progress.stopped = True

    def drop(self) -> None:
        """Ask it to stop, and hear no more of it."""
        self.cancel()
        self._progress = None
        self._look.stop()

    def finish(self) -> None:
        """Drop it, and wait until the thread is free. Call this before the errand is deleted."""
        self.drop()
        self._pool.waitForDone()

    def retire(self) -> None:
        """Drop it, and delete this errand once its thread is free: nobody waits for that."""
        self.drop()
        self._look.timeout.disconnect(self._tell)
        self._look.timeout.connect(self._go)
        self._look.start()

    def _go(self) -> None:
        if not self._pool.activeThreadCount():
            self._look.stop()
            self.deleteLater()

    def _tell(self) -> None:
        if self._progress is not None and self._progress.total:
            self.moved.emit(self._progress.done, self._progress.total)

    def _end(self, progress: Progress, tell: Callable[[object], None], value: object) -> None:
        if progress is self._progress:
            self.drop()
            tell(value)

    def _break(self, error: Exception) -> None:
        self.drop()
        # A bug: raised where whoever reports them hears of it.
        raise error
