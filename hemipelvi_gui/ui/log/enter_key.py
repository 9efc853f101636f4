"""What Enter and Escape do in a panel; with Ctrl, Enter is a key of the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def asks_for_enter(event: QEvent) -> bool:
    """Whether the window asks if Enter is meant for the widget; to accept it says so."""
    asks = event.type() == QEvent.Type.ShortcutOverride
    return asks and isinstance(event, QKeyEvent) and event.key() in ENTER


def enters_or_leaves(
    event: QKeyEvent, enter: Callable[[], object], leave: Callable[[], object]
) -> bool:
    """Enter presses the button it is on, else it calls `enter`; Escape calls `leave`.

    False for any other key.
    """
    if event.key() in ENTER:
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        else:
            enter()
        return True
    if event.key() == Qt.Key.Key_Escape:
        leave()
        return True
    return False
