"""Actions whose keys belong to one widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def keyed_action(widget: QWidget, words: str, keys: str, do: Callable[[], object]) -> QAction:
    """An action of a widget; `keys` may be "".

    The keys work only while the widget has the keyboard: Delete in a text field means something
    else.
    """
    action = QAction(words, widget)
    if keys:
        action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _on=False: do())
    widget.addAction(action)
    return action
