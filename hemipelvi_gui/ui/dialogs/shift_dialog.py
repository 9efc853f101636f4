"""The rest of a plan moved by days, or some days skipped: seen before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from hemipelvi_gui.coach.plan_checks import end_of
from hemipelvi_gui.coach.replanning import Ground
from hemipelvi_gui.coach.shifting import (
    Shift,
    goal_of,
    outcome,
    shift_fault,
    shifted,
    skipped,
    stretch,
)
from hemipelvi_gui.domain.agenda import difference, with_changes
from hemipelvi_gui.domain.plan import DAYS_A_WEEK
from hemipelvi_gui.ui.dialogs.form import Form, said, say
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.plan_changes import short
from hemipelvi_gui.ui.dialogs.shift_words import race_warning, shift_words, skip_words
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.day_field import DayField
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
MOST_DAYS = 366


class ShiftDialog(ThemedDialog):
    """Previews on the Week page behind; one step to undo. `told` says what was done.

    `new_wanted`: there is no plan, and one is to be begun.
    """

    # It tells of the plan as it was when the dialog was opened.
    holds_window = True
    told = Signal(str)
    new_wanted = Signal()

    def __init__(self, theme: Theme, weeks: Weeks, parent: QWidget | None = None) -> None:
        title = translate("Plans", "Move the rest of the plan")
        super().__init__(theme, title, (600, 400), parent)
        self._weeks = weeks
        plan = weeks.plan
        self._id = "" if plan is None else plan.id
        self._before = weeks.agenda if plan is None else weeks.whole(plan.id)
        self._after = self._before
        reading = weeks.reading
        self._ground = Ground(reading.library, reading.settings, weeks.today)
        self._race = None if plan is None else goal_of(self._before, plan.id)
        self._make_fields(_first_day(weeks))
        self._lay_out()
        self.restyle()
        self.refresh()
        (self.days if plan is not None else self.new).setFocus()

    @property
    def shift(self) -> Shift:
        """The shift that is set."""
        race, longer = self.race.isChecked(), self.longer.isChecked()
        return Shift(self.since.day, self.days.value(), race, longer)

    @property
    def skips(self) -> bool:
        """Whether days are skipped instead."""
        return self.skip_mode.isChecked()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        for form in (self._moving, self._skipping):
            form.restyle()
        self.days.setMinimumWidth(self.theme.px(110))

    def take(self) -> None:
        """Put it in place, where nothing is wrong with it."""
        for field in (self.first, self.last) if self.skips else (self.since,):
            if not field.read():
                field.setFocus()
                return
        self.days.interpretText()
        self.refresh()
        if not self.enter.isEnabled():
            return
        name = short(self._before.plans[self._id])
        words = translate("Plans", "move the rest of {name}").format(name=name)
        if self.skips:
            words = translate("Plans", "skip days of {name}").format(name=name)
        changes = difference(self._before, self._after)
        if self._weeks.push(words, lambda agenda: with_changes(agenda, changes)):
            self.told.emit(self.words.text())
        self.accept()

    def done(self, result: int) -> None:
        """End the preview, however it was closed."""
        self._weeks.preview(None)
        super().done(result)

    def refresh(self) -> None:
        """Work out what it comes to, say it, and show it on the week."""
        if not self._id:
            say(self.words, translate("Plans", "No plan is shown. Open one first, or begin one."))
            self.enter.setEnabled(False)
            return
        self._moving.setVisible(not self.skips)
        self._skipping.setVisible(self.skips)
        wrong = self._skip() if self.skips else self._shift()
        say(self.fault, wrong)
        changes = difference(self._before, self._after)
        self.enter.setEnabled(bool(changes) and not wrong)
        self._weeks.preview((lambda agenda: with_changes(agenda, changes)) if changes else None)

    def _shift(self) -> str:
        self._after = self._before
        say(self.warning, "")
        shift, today = self.shift, self._weeks.today
        found = shift_fault(self._before, self._id, shift, today)
        if found is not None:
            say(self.words, "")
            return shown(found)
        would = outcome(self._before, self._id, shift)
        longer = outcome(self._before, self._id, shift._replace(longer=True))
        self._moving.show_row(self.longer, bool(longer.weeks))
        self._after = shifted(self._before, self._id, shift, self._ground)
        say(self.warning, race_warning(would, shift))
        say(self.words, shift_words(self._before, self._after, self._id, shift, would, today))
        return ""

    def _skip(self) -> str:
        self._after = self._before
        say(self.warning, "")
        first, last, race = self.first.day, self.last.day, self.skip_race.isChecked()
        within = self._race is not None and first <= self._race.date <= last
        self._skipping.show_row(self.skip_race, within and not (self._race and self._race.skipped))
        if last < first:
            say(self.words, "")
            return translate("Plans", "The last day is before the first.")
        ids = stretch(self._before, self._id, first, last, race)
        self._after = skipped(self._before, self._id, first, last, race)
        say(self.words, skip_words(self._before, ids, self._race if within else None, race))
        return ""

    def _make_fields(self, day: date) -> None:
        theme = self.theme
        self.move_mode = _segment(translate("Plans", "&Move what is left"))
        self.skip_mode = _segment(translate("Plans", "&Skip some days"))
        self.move_mode.setChecked(True)
        self._modes = QButtonGroup(self)
        for button in (self.move_mode, self.skip_mode):
            self._modes.addButton(button)
        self.since = DayField(theme, day, translate("Plans", "From this day on"))
        self.days = QSpinBox()
        self.days.setRange(-MOST_DAYS, MOST_DAYS)
        self.days.setSuffix(translate("Plans", " days"))
        self.days.setKeyboardTracking(False)
        self.days.setValue(DAYS_A_WEEK)
        self.days.setAccessibleName(translate("Plans", "Days later; earlier with a minus"))
        self.less = push_button("\u2212", self.days.stepDown)
        self.more = push_button("+", self.days.stepUp)
        self.less.setAccessibleName(translate("Plans", "A day less"))
        self.more.setAccessibleName(translate("Plans", "A day more"))
        self.race = QCheckBox(translate("Plans", "The race moves too"))
        self.longer = QCheckBox(translate("Plans", "The plan gets longer, so that all is in it"))
        self.longer.setChecked(True)
        self.first = DayField(theme, day, translate("Plans", "First day to skip"))
        last = min(day.toordinal() + DAYS_A_WEEK - 1, type(day).max.toordinal())
        self.last = DayField(theme, type(day).fromordinal(last), translate("Plans", "Last day"))
        self.skip_race = QCheckBox(translate("Plans", "Skip the race too"))
        self.words, self.warning = plain_label(kind="strong"), said("error")
        self.fault = said("error")
        self.words.setWordWrap(True)
        for button in (self.move_mode, self.skip_mode):
            button.clicked.connect(lambda _on=False: self.refresh())
        for field in (self.since, self.first, self.last):
            field.day_changed.connect(lambda _day: self.refresh())
        for box in (self.race, self.longer, self.skip_race):
            box.toggled.connect(lambda _on: self.refresh())
        self.days.valueChanged.connect(lambda _value: self.refresh())

    def _lay_out(self) -> None:
        self._moving, self._skipping = Form(self.theme), Form(self.theme)
        self._moving.add(translate("Plans", "From"), self.since)
        self._moving.add(translate("Plans", "By"), self.less, self.days, self.more)
        self._moving.add("", self.race)
        self._moving.add("", self.longer)
        self._moving.show_row(self.race, self._race is not None)
        self._skipping.add(translate("Plans", "From"), self.first)
        self._skipping.add(translate("Plans", "To"), self.last)
        self._skipping.add("", self.skip_race)
        self.enter = push_button(translate("Plans", "&Done"), self.take, "primary")
        self.enter.setDefault(True)
        self.new = push_button(translate("Plans", "&New plan\u2026"), self._ask_for_plan, "primary")
        modes = QHBoxLayout()
        for button in (self.move_mode, self.skip_mode):
            modes.addWidget(button)
        modes.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fault, 1)
        buttons.addStretch(0)
        buttons.addWidget(push_button(translate("Plans", "Cancel"), self.reject))
        buttons.addWidget(self.enter)
        buttons.addWidget(self.new)
        whole = QVBoxLayout(self)
        whole.addLayout(modes)
        whole.addWidget(self._moving)
        whole.addWidget(self._skipping)
        whole.addWidget(self.words)
        whole.addWidget(self.warning)
        whole.addStretch(1)
        whole.addLayout(buttons)
        there = bool(self._id)
        self._skipping.hide()
        for widget in (self._moving, self.move_mode, self.skip_mode, self.enter):
            widget.setVisible(there)
        self.new.setVisible(not there)

    def _ask_for_plan(self) -> None:
        self.accept()
        self.new_wanted.emit()


def _segment(words: str) -> QPushButton:
    button = push_button(words, lambda: None, "segment")
    button.setCheckable(True)
    return button


def _first_day(weeks: Weeks) -> date:
    """Today where it is in the shown week, else that week's first day."""
    plan, today, week = weeks.plan, weeks.today, weeks.week
    last = None if plan is None else end_of(plan)
    running = plan is not None and plan.start is not None and last is not None
    if today in week and (not running or (plan and plan.start and plan.start <= today)):
        return today
    return week.first
