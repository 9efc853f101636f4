"""About a plan: its name, days, weeks, phases, deloads and race; what a change comes to is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from hemipelvi_gui.coach.going_on import pattern_of
from hemipelvi_gui.coach.plan_checks import MOST_WEEKS
from hemipelvi_gui.coach.progress.light_weeks import kept
from hemipelvi_gui.coach.replanning import Ground, Wishes, replanned, wishes_fault
from hemipelvi_gui.domain.agenda import difference, with_changes
from hemipelvi_gui.domain.plan import LONGEST_CYCLE, SHORTEST_CYCLE, Phase
from hemipelvi_gui.domain.plan_edits import set_cycle_days
from hemipelvi_gui.ui.dialogs.form import Form, said, say, scrolled
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.goal_box import GoalBox
from hemipelvi_gui.ui.dialogs.phase_table import PhaseTable
from hemipelvi_gui.ui.dialogs.plan_changes import short
from hemipelvi_gui.ui.dialogs.plan_consequences import Consequences
from hemipelvi_gui.ui.dialogs.plan_strip import PlanStrip
from hemipelvi_gui.ui.dialogs.plan_words import weeks_words
from hemipelvi_gui.ui.widgets.day_field import DayField
from hemipelvi_gui.ui.widgets.notes_popup import LONGEST, NotesEdit
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.agenda import Agenda, AgendaEdit
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
LONGEST_NAME = 200


class PlanDialog(ThemedDialog):
    """Changes the shown plan, as one step to undo when it is done. `told` says so.

    What is set is seen at once on the Week page behind. Raises KeyError where no plan is shown.
    """

    # It shows the plan as it was when the dialog was opened.
    holds_window = True
    told = Signal(str)

    def __init__(self, theme: Theme, weeks: Weeks, parent: QWidget | None = None) -> None:
        super().__init__(theme, translate("Plans", "About this plan"), (720, 720), parent)
        if weeks.plan is None:
            raise KeyError
        self._weeks = weeks
        self._before = weeks.whole(weeks.plan.id)
        self._after = self._before
        self.plan = self._before.plans[weeks.plan.id]
        reading = weeks.reading
        self._ground = Ground(reading.library, reading.settings, weeks.today)
        self._start: date | None = None
        self._wanted_weeks: int | None = None
        self._phases: tuple[Phase, ...] | None = None
        self._deloads: dict[int, bool] = {}
        self._make_fields()
        self._lay_out()
        self.restyle()
        self._connect()
        self.refresh()
        self.name.setFocus()
        self.name.selectAll()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        px = self.theme.px
        self.form.restyle()
        self.form.grid.setContentsMargins(0, 0, 0, 0)
        self.phases.restyle()
        self.goal.restyle()
        self.notes.setFixedHeight(px(72))

    @property
    def wishes(self) -> Wishes:
        """What is set otherwise than it was."""
        plan, name, notes = self.plan, self.name.text(), self.notes.toPlainText()[:LONGEST]
        days, goal = self.days.value(), self.goal
        return Wishes(
            name=None if name == plan.name else name,
            notes=None if notes == plan.notes else notes,
            start=self._start,
            cycle_days=None if days == plan.cycle_days else days,
            weeks=self._wanted_weeks,
            goes_on=self.goes_on.isChecked(),
            phases=self._phases,
            deloads=dict(self._deloads),
            goal=goal.goal,
            race=goal.race,
            race_day=goal.race_day,
        )

    def take(self) -> None:
        """Put it all in place, where nothing is wrong with it."""
        for day in (self.start, self.goal.day):
            if not day.isHidden() and not day.read():
                day.setFocus()
                return
        for field in (self.weeks, self.days):
            field.interpretText()
        self.refresh()
        if self.fault.text():
            return
        words = translate("Plans", "change {name}").format(name=short(self.plan))
        if self._weeks.push(words, self._edit()):
            words = translate("Plans", "{name} is changed.")
            self.told.emit(words.format(name=short(self._after.plans[self.plan.id])))
        self.accept()

    def done(self, result: int) -> None:
        """End the preview, however it was closed."""
        self._weeks.preview(None)
        super().done(result)

    def refresh(self) -> None:
        """Work out what the wishes come to, and say it beside each."""
        wishes = self.wishes
        found = wishes_fault(self._before, self.plan.id, wishes, self._ground)
        wrong = "" if found is None else shown(found)
        wrong = wrong or self.goal.fault
        say(self.fault, wrong)
        self.enter.setEnabled(not wrong)
        if wrong:
            self._weeks.preview(None)
            for label in (self.start_words, self.weeks_words, self.deload_words, self.goal_words):
                say(label, "")
            self.phases.show_phases(self.phases.phases, self.weeks.value())
            return
        self._after = replanned(self._before, self.plan.id, wishes, self._ground)
        self._show()
        changed = bool(difference(self._before, self._after))
        self._weeks.preview(self._edit() if changed else None)

    def _edit(self) -> AgendaEdit:
        changes = difference(self._before, self._after)

        def edit(agenda: Agenda) -> Agenda:
            return with_changes(agenda, changes)

        return edit

    def _show(self) -> None:
        plan = self._after.plans[self.plan.id]
        race = self._after.runs.get(plan.goal)
        for box, value in ((self.weeks, plan.weeks), (self.days, plan.cycle_days)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        if plan.start is not None:
            self.start.show_day(plan.start)
        self._offer_going_on(plan)
        self.phases.show_phases(plan.phases, plan.weeks)
        self.strip.show_plan(plan, race)
        self.goal.show_day(race)
        told = Consequences(self._before, self._after, self.plan.id, self._ground)
        say(self.start_words, told.start())
        say(self.weeks_words, told.weeks())
        say(self.deload_words, told.deloads(sorted(self._deloads)))
        say(self.goal_words, told.goal())

    def _offer_going_on(self, plan: Plan) -> None:
        """Where there are new weeks, ask whether they shall be as the last ones were."""
        before = set_cycle_days(self._before, plan.id, plan.cycle_days)
        was = before.plans[plan.id]
        pattern = pattern_of(before, was, kept(self._ground.settings))
        weeks = len(pattern.weeks) + (1 if pattern.every else 0)
        words = translate("Plans", "Go on as before (the last {weeks} again)")
        self.goes_on.setText(words.format(weeks=weeks_words(weeks)))
        self.goes_on.setVisible(plan.weeks > was.weeks and bool(pattern.weeks))

    def _make_fields(self) -> None:
        theme, plan, today = self.theme, self.plan, self._weeks.today
        self.name = QLineEdit(plan.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.start = DayField(theme, plan.start or today, translate("Plans", "First day"))
        self.weeks, self.days = QSpinBox(), QSpinBox()
        self.weeks.setRange(0, MOST_WEEKS + 1)
        self.weeks.setSuffix(translate("Plans", " weeks"))
        self.weeks.setValue(plan.weeks)
        self.days.setRange(SHORTEST_CYCLE, LONGEST_CYCLE)
        self.days.setSuffix(translate("Plans", " days each"))
        self.days.setValue(plan.cycle_days)
        self.days.setAccessibleName(translate("Plans", "Days of a week"))
        for box in (self.weeks, self.days):
            box.setKeyboardTracking(False)
        self.goes_on = QCheckBox()
        self.goes_on.setChecked(True)
        self.goes_on.hide()
        self.phases = PhaseTable(theme)
        self.strip = PlanStrip(theme)
        self.goal = GoalBox(theme, self._before, plan, today)
        self.notes = NotesEdit(plan.notes)
        self.notes.setProperty("kind", "field")
        self.notes.setTabChangesFocus(True)
        self.start_words, self.weeks_words = said(), said()
        self.deload_words, self.goal_words = said(), said()
        self.fault = said("error")

    def _lay_out(self) -> None:
        form = self.form = Form(self.theme)
        form.add(translate("Plans", "Name"), self.name, wide=True)
        form.add(translate("Plans", "Starts"), self.start)
        form.add_words(self.start_words)
        form.add(translate("Plans", "Length"), self.weeks, self.days)
        form.add_words(self.goes_on)
        form.add_words(self.weeks_words)
        form.add(translate("Plans", "Race"), self.goal, wide=True)
        form.add_words(self.goal_words)
        form.add(translate("Plans", "Phases"), self.phases, tall=True)
        form.add(translate("Plans", "Deloads"), self.strip, tall=True)
        hint = said()
        cut = round(self._ground.settings.deload_cut * 100)
        words = translate(
            "Plans",
            "Click a week, or press Space, to make it a deload: {cut} % less work, loads stay.",
        )
        say(hint, words.format(cut=cut))
        form.add_words(hint)
        form.add_words(self.deload_words)
        form.add(translate("Plans", "Notes"), self.notes, tall=True)
        self.enter = push_button(translate("Plans", "&Done"), self.take, "primary")
        self.enter.setDefault(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fault, 1)
        buttons.addStretch(0)
        buttons.addWidget(push_button(translate("Plans", "Cancel"), self.reject))
        buttons.addWidget(self.enter)
        whole = QVBoxLayout(self)
        whole.addWidget(scrolled(inside), 1)
        whole.addLayout(buttons)
        # Enter makes a line in the notes.
        QShortcut(QKeySequence("Ctrl+Return"), self, self.take)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _text: self.refresh())
        self.notes.textChanged.connect(self.refresh)
        self.start.day_changed.connect(self._start_set)
        self.weeks.valueChanged.connect(self._weeks_set)
        self.goes_on.toggled.connect(lambda _on: self.refresh())
        self.days.valueChanged.connect(lambda _value: self.refresh())
        self.phases.changed.connect(self._phases_set)
        self.strip.toggled.connect(self._toggle)
        self.goal.changed.connect(self.refresh)
        self.goal.entered.connect(self.take)
        self.goal.line.left.connect(self.reject)

    def _start_set(self, day: date) -> None:
        self._start = None if day == self.plan.start else day
        self.refresh()

    def _weeks_set(self, weeks: int) -> None:
        same = weeks == self.plan.weeks and self.days.value() == self.plan.cycle_days
        self._wanted_weeks = None if same else weeks
        self.refresh()

    def _phases_set(self) -> None:
        phases = self.phases.phases
        self._phases = None if phases == self.plan.phases else phases
        self.refresh()

    def _toggle(self, week: int) -> None:
        on = week not in self._after.plans[self.plan.id].deloads
        self._deloads.pop(week, None)
        # Back as it was is no wish.
        if on != (week in self._deloads_without()):
            self._deloads[week] = on
        self.refresh()

    def _deloads_without(self) -> tuple[int, ...]:
        """The deloads there would be without a wish for them."""
        wishes = Wishes(
            cycle_days=self.wishes.cycle_days,
            weeks=self._wanted_weeks,
            goes_on=self.goes_on.isChecked(),
        )
        plan = replanned(self._before, self.plan.id, wishes, self._ground).plans[self.plan.id]
        return plan.deloads
