"""From one day to another: the shown week, the whole plan, or days of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.day_field import DayField

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
Days = tuple["date", "date"]
WEEK, PLAN, OWN = "week", "plan", "own"


class DayRange(QWidget):
    """Two dates and buttons for the usual ones. `changed`: other days are chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, day: date) -> None:
        super().__init__()
        self._theme = theme
        self._usual: dict[str, Days] = {}
        self._chosen = WEEK
        self.first = DayField(theme, day, translate("PrintDialog", "From"))
        self.last = DayField(theme, day, translate("PrintDialog", "To"))
        for field in (self.first, self.last):
            field.day_changed.connect(self._typed)
        self.week = self._usual_button(translate("PrintDialog", "Shown week"), WEEK)
        self.plan = self._usual_button(translate("PrintDialog", "Whole plan"), PLAN)
        self._lay_out()

    @property
    def days(self) -> Days:
        """The first and the last day."""
        return self.first.day, self.last.day

    def offer(self, week: Days, plan: tuple[date, date | None] | None) -> None:
        """Tell the days of the shown week, and of the plan where it has any.

        Whoever chose the week or the plan keeps that choice, whatever its days are now.
        """
        self._usual = {WEEK: week}
        if plan is not None and plan[1] is not None:
            self._usual[PLAN] = (plan[0], plan[1])
        self.plan.setEnabled(PLAN in self._usual)
        if self._chosen == PLAN and PLAN not in self._usual:
            self._chosen = WEEK
        self._show()

    def choose(self, usual: str) -> None:
        """Take the days of the week or the plan."""
        self._chosen = usual
        self._show()
        self.changed.emit()

    def restyle(self) -> None:
        """Take sizes and colours from the theme."""
        px = self._theme.px
        self._column.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(6))

    def _usual_button(self, text: str, usual: str) -> QPushButton:
        button = push_button(text, lambda: self.choose(usual), "segment")
        button.setCheckable(True)
        return button

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        words = (translate("PrintDialog", "From"), translate("PrintDialog", "To"))
        for row, (word, edit) in enumerate(zip(words, (self.first, self.last), strict=True)):
            label = plain_label(word)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(edit, row, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(plain_label(translate("PrintDialog", "Days"), "heading"))
        usual = QHBoxLayout()
        usual.setSpacing(0)
        usual.addWidget(self.week, 1)
        usual.addWidget(self.plan, 1)
        self._column.addLayout(usual)
        self._column.addLayout(self._grid)

    def _show(self) -> None:
        if self._chosen in self._usual:
            self._put(*self._usual[self._chosen])
        self.week.setChecked(self._chosen == WEEK)
        self.plan.setChecked(self._chosen == PLAN)

    def _put(self, first: date, last: date) -> None:
        self.first.show_day(first)
        self.last.show_day(last)

    def _typed(self, day: date) -> None:
        """The other day moves along where the range would end before it begins."""
        first, last = self.days
        if last < first:
            self._put(day, day)
        self._chosen = OWN
        self._show()
        self.changed.emit()
