"""Amount, load, effort and side of the set in sight: as planned, until they are changed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from hemipelvi_gui.coach.progress.implements import usual_step
from hemipelvi_gui.domain.grammar import LARGEST, PrescriptionError, parse, write
from hemipelvi_gui.domain.paper_cells import bare_load
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Prescription, Sides
from hemipelvi_gui.domain.session import Item
from hemipelvi_gui.domain.units import MassUnit, plain
from hemipelvi_gui.ui.log.stepper import Stepper

if TYPE_CHECKING:
    from hemipelvi_gui.domain.diary import DoneSet
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.workout import Task
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
AMOUNT_STEP = {Measure.TIME: 5.0, Measure.DISTANCE: 5.0}
RPE_STEP, LEAST_RPE, MOST_RPE, FIRST_RPE = 0.5, 1.0, 10.0, 7.0
NONE_LEFT = ""
UNIT = re.compile(r"(?<=\d)(kg|lb)\b")


def measure_words(measure: Measure) -> str:
    """What is counted: "Reps"."""
    words = {
        Measure.REPS: translate("Log", "Reps"),
        Measure.TIME: translate("Log", "Seconds"),
        Measure.DISTANCE: translate("Log", "Metres"),
        Measure.BREATHS: translate("Log", "Breaths"),
        Measure.CONTACTS: translate("Log", "Contacts"),
    }
    return words[measure]


def side_words(side: Sides) -> str:
    """Which side: "Left"."""
    words = {
        Sides.EACH: translate("Log", "Both sides"),
        Sides.LEFT: translate("Log", "Left"),
        Sides.RIGHT: translate("Log", "Right"),
        Sides.TOGETHER: translate("Log", "Together"),
    }
    return words[side]


def load_text(load: Load | None) -> str:
    """A load as one reads it: 2x16 kg, bw+10 kg, 80%; "" for none."""
    if load is None:
        return NONE_LEFT
    written = write(Prescription(1, 1, 1, load=load)).split(" ", 1)[1]
    return UNIT.sub(r" \1", written)


class SetFields(QWidget):
    """`entered`: the set is to be ticked. `changed`: another value stands in a field."""

    entered = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._set: DoneSet | None = None
        self._planned: Load | None = None
        self._load_step = {MassUnit.KG: 2.5, MassUnit.LB: 5.0}
        self.amount = Stepper(
            theme, measure_words(Measure.REPS), self._read_amount, self._step_amount
        )
        self.load = Stepper(theme, translate("Log", "Load"), self._read_load, self._step_load)
        self.load.line.has_units = True
        self.rpe = Stepper(theme, translate("Log", "RPE"), self._read_rpe, self._step_rpe)
        self.load.line.setPlaceholderText(translate("Log", "none"))
        self.rpe.line.setPlaceholderText("\u2013")
        self.sides = QWidget()
        self._side_row = QHBoxLayout(self.sides)
        self._side_row.setContentsMargins(0, 0, 0, 0)
        self.side_buttons: dict[Sides, QPushButton] = {}
        for side in (Sides.EACH, Sides.LEFT, Sides.RIGHT):
            button = QPushButton(side_words(side))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("kind", "segment")
            button.clicked.connect(lambda _on=False: self.changed.emit())
            self.side_buttons[side] = button
            self._side_row.addWidget(button, 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, (stepper, stretch) in enumerate(
            ((self.amount, 3), (self.load, 4), (self.rpe, 3))
        ):
            self._grid.addWidget(stepper, 0, column)
            self._grid.setColumnStretch(column, stretch)
            stepper.entered.connect(self.entered)
            stepper.changed.connect(self.changed)
        self._grid.addWidget(self.sides, 1, 0, 1, 3)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_set(self, one: DoneSet, task: Task, exercise: Exercise | None) -> None:
        """Fill the fields in."""
        self._set, self._planned = one, one.load or task.plan.load
        item = Item("", task.exercise, task.plan, task.variant)
        self._load_step = {unit: usual_step(item, exercise, unit) for unit in MassUnit}
        self.amount.rename(measure_words(one.measure))
        self.amount.show_text(plain(one.amount))
        self.load.show_text(load_text(one.load))
        self.rpe.show_text("" if one.rpe is None else plain(one.rpe))
        self.rpe.setVisible(not one.warmup)
        sided = task.plan.sides is Sides.EACH
        self.sides.setVisible(sided)
        if sided:
            self.choose_side(one.sides)

    def choose_side(self, side: Sides) -> None:
        """Press the button of a side; one that is none of them counts as both."""
        self.side_buttons.get(side, self.side_buttons[Sides.EACH]).setChecked(True)

    @property
    def wrong(self) -> Stepper | None:
        """The first field that can't be read."""
        return next(
            (each for each in (self.amount, self.load, self.rpe) if not each.is_sound), None
        )

    @property
    def value(self) -> DoneSet | None:
        """The set with these numbers; None where a field can't be read, or none is in sight."""
        if self._set is None or self.wrong is not None:
            return None
        sides = self._set.sides
        if not self.sides.isHidden():
            sides = next(each for each, button in self.side_buttons.items() if button.isChecked())
        return replace(
            self._set,
            amount=self._read_amount(self.amount.text),
            load=self._read_load(self.load.text),
            rpe=None if self.rpe.isHidden() else self._read_rpe(self.rpe.text),
            sides=sides,
        )

    # What can be typed, and what a step makes of it

    def _read_amount(self, text: str) -> float:
        number = _number(text)
        measure = Measure.REPS if self._set is None else self._set.measure
        if not 0 < number <= LARGEST[measure]:
            raise ValueError(text)
        return number

    def _step_amount(self, text: str, way: int) -> str:
        measure = Measure.REPS if self._set is None else self._set.measure
        step = AMOUNT_STEP.get(measure, 1.0)
        return plain(min(max(self._read_amount(text) + way * step, 1.0), LARGEST[measure]))

    def _read_load(self, text: str) -> Load | None:
        text = "".join(text.split())
        if not text:
            return None
        if text.replace(",", "").replace(".", "").isdigit():
            return bare_load(str(_number(text)), None, self._planned)
        try:
            read = parse(f"1x1 {text}")
        except PrescriptionError as error:
            raise ValueError(text) from error
        if read.load is None or write(read) != write(Prescription(1, 1, 1, load=read.load)):
            raise ValueError(text)
        return read.load

    def _step_load(self, text: str, way: int) -> str:
        load = self._read_load(text)
        if load is None:
            # From nothing it goes up by the first step.
            load = replace(self._planned or Load(LoadKind.EXTERNAL), value=0.0)
        step = 2.5 if load.kind is LoadKind.PERCENT else self._load_step[load.unit]
        value = round(load.value + way * step, 3)
        if load.kind is not LoadKind.BODYWEIGHT and value <= 0:
            return NONE_LEFT
        return load_text(replace(load, value=value))

    def _read_rpe(self, text: str) -> float | None:
        if not text:
            return None
        number = _number(text.removeprefix("@"))
        if not LEAST_RPE <= number <= MOST_RPE:
            raise ValueError(text)
        return number

    def _step_rpe(self, text: str, way: int) -> str:
        now = self._read_rpe(text)
        if now is None:
            return plain(FIRST_RPE)
        return plain(min(max(now + way * RPE_STEP, LEAST_RPE), MOST_RPE))

    def _restyle(self) -> None:
        px = self._theme.px
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._side_row.setSpacing(px(6))
        for button in self.side_buttons.values():
            button.setFont(self._theme.bold(15))
            button.setMinimumHeight(px(38))


def _number(text: str) -> float:
    """Digits with a point or a comma. Raises ValueError for anything else."""
    words = text.replace(",", ".")
    if not words.replace(".", "", 1).isdigit() or not words.isascii():
        raise ValueError(text)
    return round(float(words), 3)
