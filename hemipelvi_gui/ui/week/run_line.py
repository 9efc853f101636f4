"""One line to type a run into, read back as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.domain.plan import Week, week_number, week_of
from hemipelvi_gui.domain.run_grammar import RunError, Typed, parse_run
from hemipelvi_gui.domain.run_writing import write_run
from hemipelvi_gui.ui.instances import Reach
from hemipelvi_gui.ui.plain import one_line, tooltip
from hemipelvi_gui.ui.planning.run_field import RunField
from hemipelvi_gui.ui.planning.run_words import example, read_back, repeated
from hemipelvi_gui.ui.week.run_edits import adding, changing, retyped, series_of
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
LONGEST_NAME = 40


class RunLine(QWidget):
    """Adds runs to the shown plan, or changes one.

    `left`: the runner is done here. `kept(ids)`: these runs are there now, or are changed.
    """

    left = Signal()
    kept = Signal(list)

    def __init__(self, theme: Theme, weeks: Weeks) -> None:
        super().__init__()
        self._theme, self._weeks = theme, weeks
        self._day: date | None = None
        self._run: Run | None = None
        self.setAccessibleName(translate("Week", "Type a run"))
        self.field = RunField(theme)
        self.add = QPushButton()
        self.cancel = QPushButton(translate("Week", "Cancel"))
        self.echo = ElidedLabel("", "muted")
        self.reaches = {reach: QPushButton() for reach in Reach}
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._lay_out()
        self.field.textChanged.connect(self._read)
        self.field.entered.connect(self.enter)
        self.field.left.connect(self.leave)
        self.field.focused.connect(self._read)
        self.add.clicked.connect(self.enter)
        self.cancel.clicked.connect(self.leave)
        weeks.changed.connect(self._follow)
        theme.changed.connect(self._restyle)
        self.setFocusProxy(self.field)
        self._restyle()
        self._dress()

    def _lay_out(self) -> None:
        self._top.addWidget(self.field, 1)
        for reach, button in self.reaches.items():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("kind", "segment")
            button.setChecked(reach is Reach.THIS)
            button.clicked.connect(lambda _on=False: self._read())
            self._top.addWidget(button)
        for button in (self.add, self.cancel):
            self._top.addWidget(button)
        self._column.addLayout(self._top)
        self._column.addWidget(self.echo)

    @property
    def reach(self) -> Reach:
        """How far a change of a weekly run goes."""
        return next(each for each, button in self.reaches.items() if button.isChecked())

    def begin(self, day: date, run: Run | None = None, typed: str = "") -> None:
        """Take the keyboard, for a new run on a day, or to change one; `typed` stands there."""
        self._day, self._run = day, run
        self.reaches[Reach.THIS].setChecked(True)
        self.field.setText(typed if run is None else write_run(run, self._home()))
        self._dress()
        self._read()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if run is not None:
            self.field.selectAll()

    def leave(self) -> None:
        """Empty the line, and let the keyboard go back to the days."""
        self._empty()
        self.left.emit()

    def enter(self) -> None:
        """Take what is typed, as one step to undo; where it can't be read, say so."""
        line = self.field.text().strip()
        typed = self._parse(hard=True)
        if typed is None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            ids = self._add(typed, line) if self._run is None else self._change(typed, line)
        except OverflowError:
            self._complain(0, translate("Week", "The calendar ends before that."), is_wrong=True)
            return
        self.field.remember(line)
        was_change, day = self._run is not None, self._day
        self._empty()
        if typed.date not in self._weeks.week:
            self._weeks.show_day(typed.date)
        self.kept.emit(ids)
        if was_change:
            self.left.emit()
            return
        if day is not None and day in self._weeks.week:
            self._day = day
            self._dress()
        # Whoever shows the new run may have taken the keyboard: the next run is typed here.
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, typed: Typed, line: str) -> list[str]:
        runs = self._runs(typed, line)
        name = one_line(typed.name, LONGEST_NAME)
        words = translate("Week", "add {name}").format(name=name)
        if len(runs) > 1:
            words = translate("Week", "add {name} in {count} weeks")
            words = words.format(name=name, count=len(runs))
        self._weeks.push(words, adding(runs))
        return [each.id for each in runs]

    def _change(self, typed: Typed, line: str) -> list[str]:
        run = self._run
        if run is None:
            return []
        others = series_of(self._around(run), run, self.reach)
        repeats = repeated(retyped(run, typed), line, self._plan_of(typed)) if typed.repeats else ()
        words = translate("Week", "change {name}").format(name=one_line(run.name, LONGEST_NAME))
        if len(others) > 1:
            words = translate("Week", "change {count} runs").format(count=len(others))
        self._weeks.push(words, changing(run, typed, others, repeats))
        return [run.id]

    def _runs(self, typed: Typed, line: str) -> tuple[Run, ...]:
        """The run and, where it says "every", its repeats."""
        plan = self._plan_of(typed)
        run = typed.run(plan="" if plan is None else plan.id)
        return repeated(run, line, plan) if typed.repeats else (run,)

    def _plan_of(self, typed: Typed) -> Plan | None:
        """The shown plan, where the day lies in it."""
        plan = self._weeks.plan
        return plan if plan is not None and week_number(plan, typed.date) else None

    def _around(self, run: Run) -> Agenda:
        """The agenda with all that may be of the run's series."""
        return self._weeks.around(run)

    def _home(self) -> Week:
        """The week that a weekday is looked for in."""
        week = self._weeks.week
        if self._day is None or self._day in week:
            return week
        return week_of(self._weeks.plan, self._day)

    def _empty(self) -> None:
        self._day = self._run = None
        self.field.clear()
        self._dress()
        self._read()

    def _follow(self) -> None:
        """Another week is shown, or the run that is changed here is gone."""
        run = self._run
        if run is not None:
            there = self._weeks.agenda.runs.get(run.id)
            if there is None or self._weeks.week != self._home():
                self._empty()
            else:
                self._run = there
        elif self._day is not None and self._day not in self._weeks.week:
            self._day = None
            self._dress()
        self._read()

    # What is said

    def _read(self) -> None:
        """Say what is understood so far."""
        line = self.field.text()
        typed = self._parse(hard=False)
        if typed is None:
            return
        runs = self._runs(typed, line)
        words = read_back(typed, self._weeks.today, runs)
        if self._run is not None and self.reach is not Reach.THIS:
            count = len(series_of(self._around(self._run), self._run, self.reach))
            words += translate("Week", " (changes {count} runs)").format(count=count)
        self._complain(None, words, is_wrong=False)

    def _parse(self, *, hard: bool) -> Typed | None:
        """The line as a run. None where it says nothing or can't be read, which is told then.

        While a word is still being typed (not `hard`) it is advice, no complaint.
        """
        line = self.field.text()
        if not line.strip():
            hint = translate(
                "Week", "A day, what for, how far or how long. \u201cevery Wed\u201d repeats it."
            )
            self._complain(None, hint if self.field.hasFocus() else "", is_wrong=False)
            return None
        try:
            return parse_run(line, self._home(), self._day)
        except RunError as fault:
            error = self._plainer(fault, line)
            words = f"{shown(error.message)} {shown(error.advice)}".strip()
            last_word = len(line) - len(line.split(" ")[-1])
            is_wrong = hard or (error.column < last_word and bool(line[error.column :].strip()))
            self._complain(error.column if is_wrong else None, words, is_wrong=is_wrong)
            return None

    def _plainer(self, fault: RunError, line: str) -> RunError:
        """Where only the day is missing, what is wrong apart from that, as a misspelt one."""
        if self._day is None:
            home = self._home()
            try:
                parse_run(line, home, home.first)
            except RunError as error:
                return error
        return fault

    def _complain(self, column: int | None, words: str, *, is_wrong: bool) -> None:
        """Say something under the line, and mark the place it is about."""
        self.field.mark(column)
        kind = "error" if is_wrong else "muted"
        if self.echo.property("kind") != kind:
            self.echo.setProperty("kind", kind)
            self.echo.style().polish(self.echo)
        if self.echo.text() != words:
            self.echo.setText(words)
            self.echo.setToolTip(tooltip(words))
            self.field.setAccessibleDescription(words)

    def _dress(self) -> None:
        """Words and buttons for adding, or for changing one."""
        run = self._run
        self.add.setText(translate("Week", "Add") if run is None else translate("Week", "Change"))
        self.cancel.setVisible(run is not None)
        self.field.setPlaceholderText(example(self._day))
        name = translate("Week", "Type a run")
        if run is not None:
            name = translate("Week", "Change {name}").format(name=one_line(run.name, LONGEST_NAME))
        self.field.setAccessibleName(name)
        counts = dict.fromkeys(Reach, 1)
        if run is not None and run.series:
            agenda = self._around(run)
            counts = {reach: len(series_of(agenda, run, reach)) for reach in Reach}
        several = counts[Reach.ALL] > 1
        words = {
            Reach.THIS: translate("Week", "This one"),
            Reach.FROM_HERE: translate("Week", "From here on ({count})"),
            Reach.ALL: translate("Week", "All ({count})"),
        }
        for reach, button in self.reaches.items():
            button.setText(words[reach].format(count=counts[reach]))
            button.setVisible(several)
        middle = counts[Reach.FROM_HERE]
        self.reaches[Reach.FROM_HERE].setVisible(several and 1 < middle < counts[Reach.ALL])

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(3))
        self._top.setSpacing(px(6))
        self.echo.setContentsMargins(px(9), 0, 0, 0)
