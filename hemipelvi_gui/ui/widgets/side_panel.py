"""The left column where there is little room: exercises and balance share it, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class SidePanel(QWidget):
    """Shows the library, and on request a second widget behind a switch."""

    def __init__(self, theme: Theme, library: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._stack = QStackedWidget()
        self._stack.addWidget(library)
        self._switch = QWidget()
        self._row = QHBoxLayout(self._switch)
        self._group = QButtonGroup(self)
        words = (translate("Side", "Exercises"), translate("Side", "Balance"))
        for at, word in enumerate(words):
            button = QPushButton(word)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setChecked(at == 0)
            self._group.addButton(button, at)
            self._row.addWidget(button)
        self._group.idClicked.connect(self._stack.setCurrentIndex)
        self._switch.hide()
        self._box = QVBoxLayout(self)
        self._box.addWidget(self._switch)
        self._box.addWidget(self._stack, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def take(self, second: QWidget) -> None:
        """Put a second widget behind the switch."""
        if self._stack.count() == 1:
            self._stack.addWidget(second)
            second.show()
            self._switch.show()

    def give_back(self) -> QWidget | None:
        """Give the second widget back, the library alone again."""
        second = self._stack.widget(1)
        if second is None:
            return None
        self._stack.removeWidget(second)
        self._switch.hide()
        self.show_library()
        return second

    def show_library(self) -> None:
        """Turn to the exercises."""
        self._stack.setCurrentIndex(0)
        self._group.button(0).setChecked(True)

    def show_second(self) -> None:
        """Turn to the second widget, where there is one."""
        if self._stack.count() > 1:
            self._stack.setCurrentIndex(1)
            self._group.button(1).setChecked(True)

    def _restyle(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(self._theme.px(6))
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._theme.px(6))
