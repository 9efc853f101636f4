"""The time of day of cards, to type or to take away."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTimeEdit, QWidget

from hemipelvi_gui.ui.widgets.popup import Popup

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class ClockPopup(Popup):
    """`chosen` is what to keep; None is no time of day."""

    def __init__(self, theme: Theme, start: time | None, usual: time, parent: QWidget) -> None:
        super().__init__(theme, parent)
        words = translate("Week", "Time of day")
        self.setAccessibleName(words)
        self._before, self._touched, self._none = start, False, False
        shown = start or usual
        self.edit = QTimeEdit(QTime(shown.hour, shown.minute))
        self.edit.setDisplayFormat("HH:mm")
        self.edit.setMinimumWidth(theme.px(84))
        self.edit.setAccessibleName(words)
        self.edit.timeChanged.connect(self._touch)
        self.none = QPushButton(translate("Week", "No time"))
        self.none.clicked.connect(self._without)
        self.done = QPushButton(translate("Week", "Done"))
        self.done.setProperty("kind", "primary")
        self.done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.edit)
        row.addWidget(self.none)
        row.addWidget(self.done)
        self.column.addLayout(row)
        self.setFocusProxy(self.edit)

    @property
    def chosen(self) -> time | None:
        """What it was, where nobody touched it."""
        if self._none:
            return None
        at = self.edit.time()
        return time(at.hour(), at.minute()) if self._touched else self._before

    def accept(self) -> None:
        """Close and keep the time that is shown."""
        self._touch()
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the field has no use for close the popup; none goes on to the cards."""
        super().keyPressEvent(event)
        event.accept()

    def _touch(self) -> None:
        self._touched = True

    def _without(self) -> None:
        self._none = True
        self.close()
