"""Slow work off the window's thread: a function, its result handed back by signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, Signal

from hemipelvi_gui.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QThreadPool


class Outcome(QObject):
    """One piece of work. Exactly one signal comes, in the thread that asked.

    `done` with the result, `failed` with a KnownError, `broke` with a bug for the crash report.
    """

    done = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    ended = Signal()

    def __init__(self, function: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._function = function
        self._result: object = None
        self._error: Exception | None = None
        self.ended.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def work(self) -> None:
        """Do the work, in whatever thread this is."""
        try:
            self._result = self._function()
        except Exception as error:  # handed over in the thread that asked
            self._error = error
        # The result stays here: PySide may lose an object that a signal carries between threads.
        self.ended.emit()

    def _hand_over(self) -> None:
        if self._error is None:
            self.done.emit(self._result)
        elif isinstance(self._error, KnownError):
            self.failed.emit(self._error)
        else:
            self.broke.emit(self._error)
        self.deleteLater()


class _Work(QRunnable):
    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self._outcome = outcome

    def run(self) -> None:
        self._outcome.work()


def start(pool: QThreadPool, outcome: Outcome) -> None:
    """Do it in the pool. Connect to its signals before: it may be done at once."""
    pool.start(_Work(outcome))
