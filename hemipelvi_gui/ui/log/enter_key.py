"""Enter with Ctrl is a key of the whole window; some places have a use of their own for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def asks_for_enter(event: QEvent) -> bool:
    """Whether the window asks if Enter is meant for the widget; to accept it says so."""
    asks = event.type() == QEvent.Type.ShortcutOverride
    return asks and isinstance(event, QKeyEvent) and event.key() in ENTER
