"""Writes every change to the file, one after the other, in a thread of its own.

Nothing is lost when the disk says no: what could not be written waits, in its order, and is tried
again with the next change or on request.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.storage import Store, open_store

if TYPE_CHECKING:
    from pathlib import Path

Job = Callable[[Store], object]
GRACE_MS = 10_000
POLL_MS = 5


class _Writer(QThread):
    """One connection, one thread. A job is a function of the store; None ends the thread."""

    wrote = Signal(int)
    erred = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self.jobs: SimpleQueue[Job | None] = SimpleQueue()
        self.waiting: deque[Job] = deque()
        self.taken = 0
        # Errors wait here: PySide may lose an object that a signal carries between threads.
        self.errors: deque[Exception] = deque()

    def run(self) -> None:
        """Take jobs until told to end, oldest first, and keep what could not be written."""
        store: Store | None = None
        while (job := self.jobs.get()) is not None:
            self.waiting.append(job)
            try:
                store = store or open_store(self._folder)
                while self.waiting:
                    self._write_first(store)
            except KnownError as error:
                self._tell(error)
            self.taken += 1
            self.wrote.emit(len(self.waiting))
        if store is not None:
            store.close()

    def _write_first(self, store: Store) -> None:
        """Write the oldest change. One with a bug is dropped, or it would stop all others."""
        try:
            self.waiting[0](store)
        except KnownError:
            raise
        except Exception as bug:
            self._tell(bug)
        self.waiting.popleft()

    def _tell(self, error: Exception) -> None:
        self.errors.append(error)
        self.erred.emit()


class Saver(QObject):
    """The window's side of it.

    `begun`: a change was given. `saved`: all is in the file. `failed(KnownError)`: something
    waits, and why. `broke(Exception)`: a bug, for the crash report.
    """

    saved = Signal()
    failed = Signal(object)
    begun = Signal()
    broke = Signal(object)

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given = 0
        self._done = 0
        self._waiting = 0
        self._writer: _Writer | None = None
        if folder is not None:
            self._writer = _Writer(folder, self)
            self._writer.wrote.connect(self._wrote)
            self._writer.erred.connect(self._erred)
            self._writer.start()

    @property
    def keeps(self) -> bool:
        """Whether there is a file at all; without one, nothing outlives the window."""
        return self._writer is not None

    @property
    def idle(self) -> bool:
        """Whether everything given is in the file."""
        return self._given == self._done and not self._waiting

    @property
    def waiting(self) -> int:
        """How many changes could not be written yet."""
        return self._waiting

    def write(self, job: Job) -> None:
        """Have a change written."""
        if self._writer is None:
            return
        self._given += 1
        self.begun.emit()
        self._writer.jobs.put(job)

    def write_quietly(self, job: Job) -> None:
        """Have something done that may fail without a word, such as a backup."""

        def quietly(store: Store) -> None:
            with suppress(KnownError):
                job(store)

        self.write(quietly)

    def again(self) -> None:
        """Try once more to write what waits."""
        self.write(lambda _store: None)

    def settle(self) -> bool:
        """Wait until everything given was tried; whether all of it is in the file."""
        writer, patience = self._writer, GRACE_MS
        if writer is None:
            return True
        while writer.taken < self._given and patience > 0:
            QThread.msleep(POLL_MS)
            patience -= POLL_MS
        return writer.taken == self._given and not writer.waiting

    def close(self) -> None:
        """Finish what is given and end the thread."""
        if self._writer is not None:
            self._writer.jobs.put(None)
            self._writer.wait(GRACE_MS)
            self._writer = None

    def _erred(self) -> None:
        error = None if self._writer is None else self._writer.errors.popleft()
        if isinstance(error, KnownError):
            self.failed.emit(error)
        elif error is not None:
            self.broke.emit(error)

    def _wrote(self, waiting: int) -> None:
        self._done += 1
        self._waiting = waiting
        if self.idle:
            self.saved.emit()
