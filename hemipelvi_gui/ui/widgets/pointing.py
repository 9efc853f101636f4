"""What lists of cards do about the pointer: its shape, and where a menu opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QContextMenuEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtWidgets import QAbstractItemView


def shape_pointer(view: QAbstractItemView, shape: Qt.CursorShape) -> None:
    """Give the pointer a shape over a list."""
    if view.viewport().cursor().shape() != shape:
        view.viewport().setCursor(shape)


def menu_point(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint:
    """Where a menu is to open, on the screen: at the pointer or, from the keyboard, on the card."""
    if event.reason() != QContextMenuEvent.Reason.Keyboard:
        return event.globalPos()
    return view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center())
