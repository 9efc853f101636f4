"""The day of a session and when it starts."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QTime
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QTimeEdit,
    QWidget,
)

from hemipelvi_gui.ui.widgets.calendar import themed_calendar
from hemipelvi_gui.ui.widgets.popup import Popup

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
USUAL_START = QTime(18, 0)


class WhenPopup(Popup):
    """A calendar, a start time, and "No date". `chosen` is what to keep."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(translate("SessionHeader", "Date and time"))
        self._has_date = session.date is not None
        self.calendar = self._make_calendar(session.date)
        self.column.addWidget(self.calendar)
        self.has_start = QCheckBox(translate("SessionHeader", "Starts at"))
        self.has_start.setChecked(session.start is not None)
        at = session.start
        self.start = QTimeEdit(QTime(at.hour, at.minute) if at else USUAL_START)
        self.start.setDisplayFormat("HH:mm")
        self.start.setMinimumWidth(theme.px(84))
        self.start.setAccessibleName(translate("SessionHeader", "Start time"))
        self.start.setEnabled(at is not None)
        self.has_start.toggled.connect(self.start.setEnabled)
        self.no_date = QPushButton(translate("SessionHeader", "No date"))
        self.no_date.clicked.connect(self._without_date)
        self.done = QPushButton(translate("SessionHeader", "Done"))
        self.done.setProperty("kind", "primary")
        self.done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.has_start)
        row.addWidget(self.start)
        row.addStretch(1)
        row.addWidget(self.no_date)
        row.addWidget(self.done)
        self.column.addLayout(row)

    @property
    def chosen(self) -> tuple[date | None, time | None]:
        """The day and the time of day, each None where it is left open."""
        day, at = self.calendar.selectedDate(), self.start.time()
        return (
            date(day.year(), day.month(), day.day()) if self._has_date else None,
            time(at.hour(), at.minute()) if self.has_start.isChecked() else None,
        )

    def _make_calendar(self, day: date | None) -> QCalendarWidget:
        calendar = themed_calendar(self.theme)
        calendar.setAccessibleName(translate("SessionHeader", "Date"))
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._with_date)
        calendar.activated.connect(self._with_date_at_once)
        calendar.selectionChanged.connect(self._with_date)
        return calendar

    def _with_date(self) -> None:
        self._has_date = True

    def _with_date_at_once(self) -> None:
        self._has_date = True
        self.accept()

    def _without_date(self) -> None:
        self._has_date = False
        self.accept()
