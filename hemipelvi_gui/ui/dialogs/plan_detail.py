"""One plan beside the list of plans: what it is, its name, and how to do it again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from hemipelvi_gui.coach.plan_checks import end_of
from hemipelvi_gui.domain.plan import Plan, week_number
from hemipelvi_gui.ui.dialogs.form import Form, said, say
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.dialogs.plan_strip import PlanStrip
from hemipelvi_gui.ui.dialogs.plan_words import (
    deloads_words,
    goal_words,
    length_words,
    next_monday,
    phases_words,
    span_words,
)
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.widgets.day_field import DayField
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME, NAMES = 200, 70


class PlanDetail(QFrame):
    """`renamed(str)`: another name was typed. `again(date)`: duplicate it from that day."""

    renamed = Signal(str)
    again = Signal(object)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme, self._today = theme, today
        self._plan: Plan | None = None
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(translate("Plans", "Name of the plan"))
        self.name.editingFinished.connect(self._rename)
        self.facts, self.made, self.notes = plain_label(kind="strong"), said(), said()
        self.facts.setWordWrap(True)
        self.strip = PlanStrip(theme, live=False)
        self.start = DayField(theme, today, translate("Plans", "First day of the duplicate"))
        self.double = push_button(translate("Plans", "D&uplicate"), self._ask)
        self.fault = said("error")
        self._form = Form(theme, NAMES)
        self._form.add(translate("Plans", "Name"), self.name, wide=True)
        self._again = Form(theme, NAMES)
        again = QWidget()
        self._flow = FlowLayout(again)
        for widget in (self.start, self.double):
            self._flow.addWidget(widget)
        self._again.add(translate("Plans", "Again from"), again, tall=True)
        self._again.add_words(self.fault)
        self._column = QVBoxLayout(self)
        parts: tuple[QWidget, ...] = (self._form, self.facts, self.made, self.strip, self.notes)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addWidget(self._again)
        self.restyle()

    def show_plan(self, plan: Plan, race: Run | None) -> None:
        """Show a plan and the race it leads to."""
        other = self._plan is None or self._plan.id != plan.id
        self._plan = plan
        if self.name.text() != plan.name and (other or not self.name.hasFocus()):
            self.name.setText(plan.name)
        self.facts.setText(DOT.join((span_words(plan), length_words(plan.weeks, plan.cycle_days))))
        parts = [phases_words(plan.phases), deloads_words(plan.deloads)]
        parts.append(goal_words(race, plan) if race is not None else "")
        say(self.made, DOT.join(filter(None, parts)))
        say(self.notes, plan.notes)
        self.strip.show_plan(plan, race)
        say(self.fault, "")
        if other:
            last = end_of(plan)
            day = self._today if last is None else max(last - timedelta(days=1), self._today)
            self.start.show_day(next_monday(day))

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(10))
        self._form.restyle()
        self._again.restyle()
        self._flow.setSpacing(px(6))

    def _ask(self) -> None:
        if self.start.read():
            self.again.emit(self.start.day)
        else:
            self.start.setFocus()

    def _rename(self) -> None:
        plan = self._plan
        if plan is None or self.name.text() == plan.name:
            return
        if self.name.text().strip():
            self.renamed.emit(self.name.text())
        else:
            self.name.setText(plan.name)


def state_words(plan: Plan, today: date) -> str:
    """As in "week 4 of 8", "in 12 days", "over"; "" without a start."""
    last, number = end_of(plan), week_number(plan, today)
    if plan.start is None or last is None:
        return ""
    if number:
        said = translate("Plans", "week {number} of {weeks}")
        return said.format(number=number, weeks=plan.weeks)
    if last < today:
        return translate("Plans", "over")
    days = (plan.start - today).days
    if days == 1:
        return translate("Plans", "from tomorrow")
    return translate("Plans", "in {days} days").format(days=days)
