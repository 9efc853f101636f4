"""What the makers of screens share."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

PATIENCE_S = 10.0


def open_dialog(window: QWidget, size: tuple[int, int]) -> QDialog:
    """The dialog that is open over a window, made so large. Raises StopIteration without one."""
    from PySide6.QtWidgets import QDialog

    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    dialog.resize(*size)
    return dialog


def wait(ready: Callable[[], bool]) -> None:
    """Let the window work until it is ready. Raises TimeoutError."""
    from PySide6.QtCore import QCoreApplication

    end = time.monotonic() + PATIENCE_S
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("the window does not come to rest")
        QCoreApplication.processEvents()
        time.sleep(0.01)
