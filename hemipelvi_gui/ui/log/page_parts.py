"""What the Log page is put together from: tabs, columns, parts that scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def link(words: str, do: Callable[[], object]) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(words)
    button.setProperty("kind", "fix-link")
    button.clicked.connect(lambda _on=False: do())
    return button


def tab(words: str, show: Callable[[], object]) -> QPushButton:
    """A button that stays pressed while its part is in sight."""
    button = QPushButton(words)
    button.clicked.connect(lambda _on=False: show())
    button.setCheckable(True)
    button.setAutoExclusive(False)
    button.setProperty("kind", "segment")
    return button


def column_of(*panels: QWidget) -> QWidget:
    """Panels beneath each other."""
    inside = QWidget()
    inside.setProperty("kind", "clear")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    for panel in panels:
        column.addWidget(panel)
    column.addStretch(1)
    return inside


def scrolling(inside: QWidget) -> QScrollArea:
    """All of it, however little room there is; Tab passes by."""
    inside.setProperty("kind", "clear")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
