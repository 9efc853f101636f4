"""What a runner chooses of a new plan: its name, when, how long, and with what equipment."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from hemipelvi_gui.coach.plan_checks import MOST_WEEKS
from hemipelvi_gui.coach.starting import Choices
from hemipelvi_gui.domain.gyms import STARTER_GYMS
from hemipelvi_gui.domain.plan import DAYS_A_WEEK, LONGEST_CYCLE, SHORTEST_CYCLE
from hemipelvi_gui.domain.recipe import run_of
from hemipelvi_gui.ui.dialogs.form import Form, said, say
from hemipelvi_gui.ui.dialogs.plan_words import coming_monday
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.widgets.day_field import DayField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.recipe import Recipe
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME = 200
USUAL_WEEKS = 8


class PlanChoices(Form):
    """Fields for a ready plan, or for an empty one. `changed`: something else is chosen.

    `judged`: what is typed for a day is no date, or is one again.
    """

    changed = Signal()
    judged = Signal()

    def __init__(self, theme: Theme, gyms: Sequence[Gym], today: date) -> None:
        super().__init__(theme)
        self._gyms = tuple(gyms) or STARTER_GYMS
        self._recipe: Recipe | None = None
        self._asked = self._started = False
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.start = DayField(theme, coming_monday(today), translate("Plans", "First day"))
        self.race_day = DayField(theme, today, translate("Plans", "Day of the race"))
        self.weeks = _count(0, MOST_WEEKS + 1, translate("Plans", " weeks"))
        self.days = _count(SHORTEST_CYCLE, LONGEST_CYCLE, translate("Plans", " days"))
        self.days.setValue(DAYS_A_WEEK)
        self.gym = QComboBox()
        self.gym.setAccessibleName(translate("Plans", "Gym"))
        self.gym.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.gym.setMinimumContentsLength(16)
        self.gym.addItem(translate("Plans", "Everything is there"), None)
        for gym in self._gyms:
            self.gym.addItem(one_line(gym.name, 80), gym.id)
        self.when = said()
        self.fault = said("error")
        self._lay_out()
        self.name.textChanged.connect(self._name_typed)
        self.start.day_changed.connect(self._start_chosen)
        self.race_day.day_changed.connect(self._race_chosen)
        for field in (self.start, self.race_day):
            field.judged.connect(self.judged)
        for box in (self.weeks, self.days):
            box.valueChanged.connect(lambda _value: self.changed.emit())
        self.gym.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.restyle()

    def _lay_out(self) -> None:
        self.add(translate("Plans", "Name"), self.name, wide=True)
        self.add(translate("Plans", "Race on"), self.race_day)
        self.add(translate("Plans", "Starts"), self.start)
        # What is wrong takes the place of what the days come to: no field moves.
        self.add_words(self.when)
        self.add_words(self.fault)
        self.add(translate("Plans", "Length"), self.weeks)
        self.add(translate("Plans", "A week has"), self.days)
        self.add(translate("Plans", "Gym"), self.gym, wide=True)

    def show_recipe(self, recipe: Recipe | None, name: str) -> None:
        """Ask for what this plan leaves open; None is an empty plan. The start stays."""
        self._recipe = recipe
        races = recipe is not None and recipe.race is not None
        self.blockSignals(True)
        self.name.setText(name)
        self.weeks.setValue(USUAL_WEEKS if recipe is None else recipe.weeks)
        if not self._asked:
            self._suggest_race()
        self.blockSignals(False)
        starts, not_before = translate("Plans", "Starts"), translate("Plans", "Not before")
        self.call(self.start, not_before if races else starts)
        self.show_row(self.race_day, races)
        self.show_row(self.weeks, not races)
        self.show_row(self.days, recipe is None)
        self.show_row(self.gym, recipe is not None and bool(recipe.gym))

    @property
    def choices(self) -> Choices:
        """What is chosen, for a ready plan."""
        recipe = self._recipe
        races = recipe is not None and recipe.race is not None
        return Choices(
            self.start.day,
            self.race_day.day if races else None,
            None if races else self.weeks.value(),
            next((each for each in self._gyms if each.id == self.gym.currentData()), None),
            self.name.text(),
        )

    def read(self) -> bool:
        """Take in what was typed and not left yet; False where a date is none."""
        for box in (self.weeks, self.days):
            box.interpretText()
        for field in (self.race_day, self.start):
            if not field.isHidden() and not field.read():
                field.setFocus()
                return False
        return True

    @property
    def wrong_day(self) -> str:
        """Why what is typed for a day is none; "" where both are days."""
        fields = (self.race_day, self.start)
        return next((f.note.text() for f in fields if not f.isHidden() and f.is_wrong), "")

    @property
    def is_dated(self) -> bool:
        """Whether the runner has said when it starts, or when the race is."""
        return self._asked or self._started

    def say_when(self, words: str) -> None:
        """Say what the chosen days come to."""
        say(self.when, words)

    def say_fault(self, words: str) -> None:
        """Say what is wrong; "" for nothing."""
        say(self.fault, words)

    def begin_on(self, day: date) -> None:
        """Choose another first day."""
        self.start.show_day(day)
        self._start_changed()

    def _start_chosen(self) -> None:
        self._started = True
        self._start_changed()

    def _start_changed(self) -> None:
        if not self._asked:
            self._suggest_race()
        self.changed.emit()

    def _race_chosen(self) -> None:
        self._asked = True
        self.changed.emit()

    def _name_typed(self) -> None:
        if not self.signalsBlocked():
            self.changed.emit()

    def _suggest_race(self) -> None:
        """The first day on which the whole plan fits between the start and the race."""
        recipe = self._recipe
        if recipe is None or recipe.race is None:
            return
        week, line = recipe.race
        day, _ = run_of(line, recipe.cycle_days)
        start = self.start.day
        first = coming_monday(start)
        ahead = timedelta(days=(week - 1) * recipe.cycle_days + day)
        if date.max - first >= ahead:
            self.race_day.show_day(first + ahead)


def _count(least: int, most: int, suffix: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setSuffix(suffix)
    box.setKeyboardTracking(False)
    return box
