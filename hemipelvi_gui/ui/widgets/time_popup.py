"""How much time there is, where none of the usual ones is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QWidget

from hemipelvi_gui.ui.widgets.popup import Popup

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
SHORTEST, LONGEST, STEP = 5, 240, 5
USUAL = 60


class TimePopup(Popup):
    """Minutes to type or step to. `chosen` is what to keep."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget) -> None:
        super().__init__(theme, parent)
        words = translate("SessionHeader", "Time at hand")
        self.setAccessibleName(words)
        self._before, self._touched = session.minutes, False
        self.minutes = QSpinBox()
        # A session that came with a file may have more or less, and keeps it.
        now = session.minutes or USUAL
        self.minutes.setRange(min(SHORTEST, now), max(LONGEST, now))
        self.minutes.setSingleStep(STEP)
        self.minutes.setSuffix(translate("SessionHeader", " min"))
        self.minutes.setValue(now)
        self.minutes.setMinimumWidth(theme.px(96))
        self.minutes.setAccessibleName(words)
        self.minutes.valueChanged.connect(self._touch)
        self.done = QPushButton(translate("SessionHeader", "Done"))
        self.done.setProperty("kind", "primary")
        self.done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.minutes)
        row.addWidget(self.done)
        self.column.addLayout(row)
        self.setFocusProxy(self.minutes)
        self.minutes.selectAll()

    @property
    def chosen(self) -> int | None:
        """Minutes; what it was, where nobody touched it."""
        return self.minutes.value() if self._touched else self._before

    def accept(self) -> None:
        """Close and keep the minutes that are shown."""
        self._touch()
        super().accept()

    def _touch(self) -> None:
        self._touched = True
