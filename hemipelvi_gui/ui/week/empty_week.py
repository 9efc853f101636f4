"""What is said over a week with nothing in it, and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class EmptyWeek(QFrame):
    """A hint with two ways on."""

    plan_asked = Signal()
    typing_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "panel")
        self._words = plain_label("", "heading")
        self._next = plain_label("", "muted")
        for label in (self._words, self._next):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.plan = QPushButton(translate("Week", "New plan\u2026"))
        self.plan.clicked.connect(self.plan_asked)
        self.run = QPushButton(translate("Week", "Type a run"))
        self.run.clicked.connect(self.typing_asked)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.plan)
        row.addWidget(self.run)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addWidget(self._next)
        self._column.addLayout(row)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_for(self, *, has_plan: bool) -> None:
        """With a plan there is no need to begin one."""
        self._words.setText(translate("Week", "Nothing in this week yet"))
        words = translate("Week", "Begin a plan, or press + on a day to add to it.")
        if has_plan:
            words = translate("Week", "Press + on a day to add a session or a run.")
        self._next.setText(words)
        self.plan.setProperty("kind", "" if has_plan else "primary")
        self.run.setProperty("kind", "primary" if has_plan else "")
        for button in (self.plan, self.run):
            button.style().polish(button)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(10))
