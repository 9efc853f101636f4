"""The race a plan leads to: one of those that are planned, or one that is typed, and its day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hemipelvi_gui.domain.plan import plan_week
from hemipelvi_gui.domain.run_grammar import RunError, parse_run
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import new_id
from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.dialogs.form import said, say
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.planning.run_field import RunField
from hemipelvi_gui.ui.planning.run_words import read_back
from hemipelvi_gui.ui.widgets.day_field import DayField
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
NONE, TYPED = "", "typed"


class GoalBox(QWidget):
    """`changed`: another race, or another day. `entered`: Enter was pressed in the line."""

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, agenda: Agenda, plan: Plan, today: date) -> None:
        super().__init__()
        self._theme, self._plan, self._today = theme, plan, today
        self._races = {each.id: each for each in _races(agenda, plan)}
        self._id = new_id()
        self._moved: date | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("Plans", "Race"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(14)
        self.choice.addItem(translate("Plans", "No race"), NONE)
        for race in self._races.values():
            words = f"{one_line(race.name, 40)}, {short_day(race.date)}"
            self.choice.addItem(words, race.id)
        self.choice.addItem(translate("Plans", "Another race, typed\u2026"), TYPED)
        there = self.choice.findData(plan.goal)
        self.choice.setCurrentIndex(max(there, 0))
        self.day = DayField(theme, today, translate("Plans", "Day of the race"))
        self.line = RunField(theme)
        self.line.setPlaceholderText(translate("Plans", "Sun 09:00 race 10km \u201cCity 10\u201d"))
        self.line.setAccessibleName(translate("Plans", "Type the race"))
        self.echo = said()
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._top.addWidget(self.choice, 1)
        self._top.addWidget(self.day)
        self._column.addLayout(self._top)
        self._column.addWidget(self.line)
        self._column.addWidget(self.echo)
        self.choice.currentIndexChanged.connect(self._choose)
        self.day.day_changed.connect(self._move)
        self.line.textChanged.connect(self._typed)
        self.line.entered.connect(self.entered)
        self._dress()
        self.restyle()

    @property
    def goal(self) -> str | None:
        """The id of another race than the plan's, "" for none; None where it is the same."""
        key = str(self.choice.currentData())
        there = self._plan.goal if self._plan.goal in self._races else NONE
        return None if key in (there, TYPED) else key

    @property
    def race_day(self) -> date | None:
        """Another day for the race that is chosen; None where it stays."""
        return self._moved if str(self.choice.currentData()) in self._races else None

    @property
    def race(self) -> Run | None:
        """The race that is typed; None where none is, or it can't be read."""
        return self._read()[0]

    @property
    def fault(self) -> str:
        """What is wrong with the typed line; "" for nothing."""
        return self._read()[1]

    def show_day(self, race: Run | None) -> None:
        """Show the day on which the race then is."""
        if race is not None:
            self.day.show_day(race.date)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self._column.setSpacing(self._theme.px(4))
        self._top.setSpacing(self._theme.px(6))

    def _choose(self, _row: int) -> None:
        self._moved = None
        self._dress()
        if self.choice.currentData() == TYPED:
            self.line.setFocus()
        self.changed.emit()

    def _move(self, day: date) -> None:
        self._moved = day
        self.changed.emit()

    def _typed(self, _text: str) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        typed = self.choice.currentData() == TYPED
        self.line.setVisible(typed)
        self.day.setVisible(str(self.choice.currentData()) in self._races)
        say(self.echo, self._read()[2] if typed else "")

    def _read(self) -> tuple[Run | None, str, str]:
        """The typed race, what is wrong, and what is read back."""
        if self.choice.currentData() != TYPED:
            return None, "", ""
        if self._plan.start is None:
            return None, translate("Plans", "The plan needs a start first."), ""
        week = plan_week(self._plan, self._plan.weeks)
        try:
            typed = parse_run(self.line.text(), week, None)
        except RunError as error:
            words = f"{shown(error.message)} {shown(error.advice)}".strip()
            return None, words, ""
        if typed.kind is not RunKind.RACE:
            return (
                None,
                translate("Plans", "That is no race yet: add the word \u201crace\u201d."),
                "",
            )
        run = replace(typed.run(self._id), plan=self._plan.id)
        return run, "", read_back(typed, self._today, (run,))


def _races(agenda: Agenda, plan: Plan) -> list[Run]:
    """The plan's races and those that lie in it, by day; its goal always."""
    last = None if plan.start is None else plan_week(plan, plan.weeks).last
    found = [
        each
        for each in agenda.runs.values()
        if each.id == plan.goal
        or (
            each.kind is RunKind.RACE
            and not each.skipped
            and (
                each.plan == plan.id
                or (plan.start is not None and last is not None and plan.start <= each.date <= last)
            )
        )
    ]
    return sorted(found, key=lambda each: (each.date, each.id))
