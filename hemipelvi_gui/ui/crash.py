"""What happens when the program has a bug: the report is shown, and the program goes on.

There is nothing unsaved to rescue, as every edit is written when it is made.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from hemipelvi_gui.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from hemipelvi_gui.ui.dialogs.crash_dialog import CrashDialog

LOG = logging.getLogger("hemipelvi")


class CrashHook(QObject):
    """Catches what nobody else caught, in any thread, and shows it once at a time.

    `known(KnownError)`: a fault of the world that nobody else spoke of; it is no bug.
    """

    caught = Signal(str)
    known = Signal(object)

    def __init__(self, save: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._dialog: CrashDialog | None = None
        # Queued, so that a bug in a worker is shown in the window's thread.
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the interpreter's hooks."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self.report(args.exc_value)

    def report(self, error: BaseException | None) -> None:
        """Save, log and show a bug."""
        if error is None:
            return
        if isinstance(error, KnownError):
            self.known.emit(error)
            return
        text = "".join(traceback.format_exception(error))
        LOG.error("unexpected error\n%s", text)
        self._save()
        self.caught.emit(text)

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error.with_traceback(trace))

    def _show(self, text: str) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            return
        from hemipelvi_gui.ui.dialogs.crash_dialog import CrashDialog

        self._dialog = CrashDialog(text)
        self._dialog.show()
