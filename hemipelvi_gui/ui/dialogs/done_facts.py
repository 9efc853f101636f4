"""When a session was done, how hard it was, how long it took, and what is to be said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.day_field import DayField
from hemipelvi_gui.ui.widgets.notes_popup import NotesEdit

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
USUAL_START = QTime(18, 0)
LEAST_RPE, MOST_RPE, NO_RPE = 1.0, 10.0, 0.5
MOST_MINUTES = 600
MINUTE_S = 60
LARGE = 1.5  # text of this size leaves no room for all fields side by side
LONGEST_NOTES = 5000


class DoneFacts(QWidget):
    """Day, start, effort, minutes and notes. Nothing is made up: what isn't known stays open."""

    def __init__(
        self, theme: Theme, session: Session, entry: DoneSession | None, today: date
    ) -> None:
        super().__init__()
        self._theme = theme
        self._make_when(session, entry, today)
        not_given = translate("Done", "not given")
        self.rpe = QDoubleSpinBox()
        self.rpe.setDecimals(1)
        self.rpe.setSingleStep(0.5)
        self.rpe.setRange(NO_RPE, MOST_RPE)
        self.rpe.setSpecialValueText(not_given)
        self._rpe = None if entry is None else entry.rpe
        self.rpe.setValue(self._rpe or NO_RPE)
        self._seconds = None if entry is None else entry.seconds
        self.minutes = QSpinBox()
        self.minutes.setRange(0, MOST_MINUTES)
        self.minutes.setSingleStep(5)
        self.minutes.setSpecialValueText(not_given)
        self.minutes.setSuffix(translate("Done", " min"))
        self.minutes.setValue(round((self._seconds or 0) / MINUTE_S))
        # A file may say more than can be set here; what isn't touched stays as it was.
        self._begun = self.rpe.value(), self.minutes.value()
        self.notes = NotesEdit(entry.notes if entry is not None else "")
        self.notes.setTabChangesFocus(True)
        self.notes.setProperty("kind", "field")
        self._grid = QGridLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._grid)
        self._lay_out()
        self.restyle()

    @property
    def day(self) -> date:
        """The day it was done on."""
        return self.date.day

    @property
    def says_anything(self) -> bool:
        """Whether effort, minutes or notes are given."""
        return bool(
            self.rpe.value() > NO_RPE or self.minutes.value() or self.notes.toPlainText().strip()
        )

    def onto(self, entry: DoneSession) -> DoneSession:
        """The entry with what is set here."""
        at = self.start.time()
        rpe, seconds = self._rpe, self._seconds
        if self.rpe.value() != self._begun[0]:
            rpe = None if self.rpe.value() < LEAST_RPE else self.rpe.value()
        if self.minutes.value() != self._begun[1]:
            seconds = self.minutes.value() * MINUTE_S or None
        return replace(
            entry,
            date=self.day,
            start=time(at.hour(), at.minute()) if self.has_start.isChecked() else None,
            rpe=rpe,
            seconds=seconds,
            notes=self.notes.toPlainText().strip()[:LONGEST_NOTES],
        )

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = self._theme.px
        self._place(2 if self._theme.scale >= LARGE else 4)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(4))
        self._when.setSpacing(px(8))
        self._column.setSpacing(px(4))
        self.notes.setFixedHeight(px(56))

    def _make_when(self, session: Session, entry: DoneSession | None, today: date) -> None:
        day = min(session.date or today, today) if entry is None else entry.date
        # Nothing is done in the future, but a file may say so.
        name = translate("Done", "Day it was done")
        self.date = DayField(self._theme, day, name, latest=max(day, today))
        start = session.start if entry is None else entry.start
        self.has_start = QCheckBox(translate("Done", "a&t"))
        self.has_start.setChecked(start is not None)
        self.start = QTimeEdit(USUAL_START if start is None else QTime(start.hour, start.minute))
        self.start.setDisplayFormat("HH:mm")
        self.start.setEnabled(start is not None)
        self.has_start.toggled.connect(self.start.setEnabled)

    def _lay_out(self) -> None:
        for widget, words in (
            (self.has_start, translate("Done", "With a time of day")),
            (self.start, translate("Done", "Time of day")),
            (self.rpe, translate("Done", "Effort of the whole session, RPE")),
            (self.minutes, translate("Done", "Minutes it took")),
            (self.notes, translate("Done", "Notes")),
        ):
            widget.setAccessibleName(words)
        when = QWidget()
        self._when = QHBoxLayout(when)
        self._when.setContentsMargins(0, 0, 0, 0)
        self._when.addWidget(self.has_start)
        self._when.addWidget(self.start, 1)
        self._fields = (
            (plain_label(translate("Done", "Day"), "muted"), self.date),
            (plain_label(translate("Done", "Time of day"), "muted"), when),
            (plain_label(translate("Done", "Session RPE"), "muted"), self.rpe),
            (plain_label(translate("Done", "Took"), "muted"), self.minutes),
        )
        self._column.addWidget(plain_label(translate("Done", "Notes"), "muted"))
        self._column.addWidget(self.notes)

    def _place(self, columns: int) -> None:
        """Put the fields into so many columns, each under its name."""
        for number, (label, field) in enumerate(self._fields):
            row, column = divmod(number, columns)
            self._grid.addWidget(label, 2 * row, column)
            self._grid.addWidget(field, 2 * row + 1, column)
        for column in range(len(self._fields)):
            self._grid.setColumnStretch(column, int(column < columns))
