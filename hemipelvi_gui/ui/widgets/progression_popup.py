"""How an exercise goes on from one time to the next: chosen, or typed in a few words."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from hemipelvi_gui.coach.progress.implements import usual_step
from hemipelvi_gui.coach.progress.numbers import next_prescription
from hemipelvi_gui.coach.progress.tracks import as_planned
from hemipelvi_gui.coach.progress.verdicts import amount_words
from hemipelvi_gui.domain.prescription import LoadKind, Measure, Prescription
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.progression_words import (
    LARGEST_STEP,
    MOST_SETS,
    ProgressionError,
    parse,
    words,
    write,
)
from hemipelvi_gui.domain.units import MassUnit, plain
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.popup import Popup
from hemipelvi_gui.ui.widgets.typed_line import TypedLine
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Item
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
STEPPED = (Progress.ADD_LOAD, Progress.DOUBLE)
USUAL_PERCENT, USUAL_PERCENTS, SETS_MORE = 5.0, (70.0, 75.0, 80.0), 2
LEAST_STEP = 0.25
# How far a range goes up where none was meant, and how far it may.
USUAL_RANGE = {Measure.TIME: 15, Measure.DISTANCE: 20, Measure.CONTACTS: 5}
REPS_MORE, MOST_AMOUNT = 3, 999
NONE = -1


class ProgressionPopup(Popup):
    """Ways to choose from, each with its own measure, and one line that says the same.

    The line is what counts; `chosen` is what it says, None for no progression. `prescription` is
    the item's, with another top of its range where reps go up first.
    """

    def __init__(
        self, theme: Theme, name: str, item: Item, exercise: Exercise | None, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._item, self._exercise = item, exercise
        load = item.prescription.load
        self._of_1rm = load is not None and load.kind is LoadKind.PERCENT
        self._unit = MassUnit.KG if load is None else load.unit
        self._usual = usual_step(item, exercise, self._unit)
        heading = translate("Canvas", "Progression of {name}").format(name=one_line(name, 40))
        self.setAccessibleName(heading)
        self.setMinimumWidth(theme.px(400))
        self.column.addWidget(plain_label(heading, "heading"))
        self._make_fields()
        self.line = TypedLine(
            theme, self._written(item.progression), self._read, translate("Canvas", "Typed"), self
        )
        self.line.setPlaceholderText(translate("Canvas", "none, or +2.5kg, +5%, hold RPE"))
        self._add_choices()
        self._add_line()
        self._show(item.progression)
        self._tell()
        self._connect()
        chosen = self.group.checkedButton()
        self.setFocusProxy(self.line if chosen is None else chosen)

    @property
    def chosen(self) -> Progression | None:
        """What the line says; what it was before where the line can't be read."""
        try:
            return self._read(self.line.text())
        except ProgressionError:
            return self._item.progression

    @property
    def prescription(self) -> Prescription:
        """The item's numbers; where more reps come first, up to as many as are set."""
        planned, wanted = self._item.prescription, self.chosen
        if wanted is None or wanted.kind is not Progress.DOUBLE:
            return planned
        if self.top.value() == int(planned.high):
            return planned
        return replace(planned, high=float(self.top.value()))

    def accept(self) -> None:
        """Close and keep, unless something can't be read."""
        if self.line.check():
            super().accept()
        else:
            self.line.setFocus()

    # -- building ----------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.step = QDoubleSpinBox()
        self.step.setDecimals(2)
        self.step.setRange(LEAST_STEP, LARGEST_STEP)
        self.step.setValue(self._usual)
        self.step.setSingleStep(self._usual)
        self.step.setAccessibleName(translate("Canvas", "Step"))
        self.unit = QComboBox()
        kinds = ("%", translate("Canvas", "% of the load")) if self._of_1rm else (self._unit, "%")
        self.unit.addItems([str(each) for each in kinds])
        self.unit.setAccessibleName(translate("Canvas", "Unit of the step"))
        self.top = self._make_top()
        self.most = QSpinBox()
        self.most.setRange(1, MOST_SETS)
        self.most.setValue(min(self._item.prescription.sets + SETS_MORE, MOST_SETS))
        self.most.setSuffix(translate("Canvas", " sets"))
        self.most.setAccessibleName(translate("Canvas", "Most sets"))
        self.percents = QLineEdit(" ".join(plain(each) for each in USUAL_PERCENTS))
        self.percents.setAccessibleName(translate("Canvas", "Per cents of 1RM, one a week"))

    def _make_top(self) -> QSpinBox:
        planned, before = self._item.prescription, self._item.progression
        top = QSpinBox()
        top.setRange(ceil(planned.low), max(MOST_AMOUNT, int(planned.high)))
        top.setPrefix(translate("Canvas", "up to "))
        top.setSuffix(" " + _counted(planned.measure))
        top.setAccessibleName(translate("Canvas", "Top of the range"))
        more = USUAL_RANGE.get(planned.measure, REPS_MORE)
        # What is so already stays so.
        told = planned.high > planned.low or (before and before.kind is Progress.DOUBLE)
        top.setValue(int(planned.high) if told else int(planned.high) + more)
        return top

    def _add_choices(self) -> None:
        self.group = QButtonGroup(self)
        self._kinds = tuple(Progress)
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(8))
        grid.setVerticalSpacing(self.theme.px(4))
        rows: tuple[tuple[Progress | None, str, QWidget | None], ...] = (
            (None, translate("Canvas", "None: by hand"), None),
            (Progress.ADD_LOAD, translate("Canvas", "More load each time"), None),
            (Progress.DOUBLE, translate("Canvas", "More reps, then more load"), self.top),
            (Progress.ADD_SET, translate("Canvas", "A set more, up to"), self.most),
            (Progress.PERCENT, translate("Canvas", "% of 1RM, week by week"), self.percents),
            (Progress.HOLD_RPE, translate("Canvas", "Hold the RPE, load follows"), None),
        )
        self.radios: dict[Progress | None, QRadioButton] = {}
        self._step_places: dict[Progress | None, int] = {}
        row = 0
        for kind, said, field in rows:
            radio = self.radios[kind] = QRadioButton(said)
            self.group.addButton(radio, NONE - 1 if kind is None else self._kinds.index(kind))
            grid.addWidget(radio, row, 0)
            if field is not None:
                grid.addWidget(field, row, 1)
            if kind in STEPPED:
                self._step_places[kind] = row if field is None else row + 1
            row += 1 if field is None else 2
        grid.setColumnStretch(1, 1)
        self._step_row = self._make_step_row()
        self._place_step()
        self.column.addLayout(grid)

    def _make_step_row(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        self._then = plain_label(translate("Canvas", "then"), "muted")
        row.addWidget(self._then)
        row.addWidget(self.step, 1)
        row.addWidget(self.unit)
        return whole

    def _place_step(self) -> None:
        """One step for both ways that add load, beside the one that is chosen."""
        double = self._kind() is Progress.DOUBLE
        self._grid.removeWidget(self._step_row)
        place = self._step_places[Progress.DOUBLE if double else Progress.ADD_LOAD]
        self._grid.addWidget(self._step_row, place, 1)
        self._then.setVisible(double)
        if self.isVisible():
            self.adjustSize()

    def _add_line(self) -> None:
        self.sentence, self.next = plain_label(kind="strong"), plain_label(kind="muted")
        self.done = QPushButton(translate("Canvas", "Done"))
        self.done.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.addWidget(plain_label(translate("Canvas", "Or typed"), "muted"))
        row.addWidget(self.line, 1)
        row.addWidget(self.done)
        self.column.addLayout(row)
        self.column.addWidget(self.line.note)
        for label in (self.sentence, self.next):
            label.setWordWrap(True)
            label.setMinimumHeight(self.theme.px(18))
            self.column.addWidget(label)

    def _connect(self) -> None:
        self.group.idClicked.connect(lambda _: self._write_choice())
        self.step.valueChanged.connect(lambda _: self._write_choice(self.step))
        self.top.valueChanged.connect(lambda _: self._write_choice(self.top))
        self.most.valueChanged.connect(lambda _: self._write_choice(self.most))
        self.unit.currentIndexChanged.connect(lambda _: self._unit_changed())
        self.percents.textEdited.connect(lambda _: self._write_choice(self.percents))
        self.line.textEdited.connect(lambda _: self._follow_line())
        self.line.checked.connect(self._tell)
        self.done.clicked.connect(self.accept)

    # -- choices and the line ----------------------------------------------------------------

    def _read(self, text: str) -> Progression | None:
        if text.strip().casefold() in ("", "none"):
            return None
        return parse(text, self._unit)

    def _written(self, progression: Progression | None) -> str:
        return "" if progression is None else write(progression, self._step_unit)

    @property
    def _step_unit(self) -> MassUnit | None:
        return None if self._of_1rm else self._unit

    def _kind(self) -> Progress | None:
        at = self.group.checkedId()
        return self._kinds[at] if at >= 0 else None

    def _write_choice(self, field: QWidget | None = None) -> None:
        """Put what is chosen into the line; a field that is set chooses its own way."""
        if field is self.most:
            self.radios[Progress.ADD_SET].setChecked(True)
        elif field is self.percents:
            self.radios[Progress.PERCENT].setChecked(True)
        elif field is self.top:
            self.radios[Progress.DOUBLE].setChecked(True)
        elif field is self.step and self._kind() not in STEPPED:
            self.radios[Progress.ADD_LOAD].setChecked(True)
        kind = self._kind()
        self._place_step()
        if kind is Progress.PERCENT:
            self.line.setText(f"{self.percents.text().strip(' %')}% of 1RM")
            return
        made = None
        if kind is not None:
            relative = self.unit.currentIndex() == 1
            made = Progression(kind, self.step.value(), relative, self.most.value())
        self.line.setText(self._written(made))
        # The top of the range isn't in the line.
        self._tell()

    def _unit_changed(self) -> None:
        relative = self.unit.currentIndex() == 1
        self.step.blockSignals(True)
        self.step.setValue(USUAL_PERCENT if relative else self._usual)
        self.step.setSingleStep(1 if relative else self._usual)
        self.step.blockSignals(False)
        self._write_choice(self.step)

    def _follow_line(self) -> None:
        try:
            self._show(self._read(self.line.text()))
        except ProgressionError:
            return

    def _show(self, progression: Progression | None) -> None:
        """Choose the way and set its field, without touching the line."""
        fields = (self.step, self.unit, self.most, self.percents)
        for field in fields:
            field.blockSignals(True)
        self.radios[None if progression is None else progression.kind].setChecked(True)
        if progression is not None and progression.kind in STEPPED:
            self.unit.setCurrentIndex(int(progression.relative))
            self.step.setValue(progression.step)
        elif progression is not None and progression.kind is Progress.ADD_SET:
            self.most.setValue(progression.most_sets)
        elif progression is not None and progression.kind is Progress.PERCENT:
            self.percents.setText(" ".join(plain(each) for each in progression.percents))
        for field in fields:
            field.blockSignals(False)
        self._place_step()

    def _tell(self) -> None:
        """Say what the line means, and what comes of it if the next time goes as planned."""
        wrong = self.line.fault is not None
        self.sentence.setHidden(wrong)
        self.next.setHidden(wrong)
        if wrong:
            return
        progression = self._read(self.line.text())
        if progression is None:
            self.sentence.setText(translate("Canvas", "The numbers stay until you change them"))
            self.next.setText("")
            return
        item = replace(self._item, progression=progression, prescription=self.prescription)
        self.sentence.setText(progression_sentence(progression, item))
        planned = item.prescription
        first = planned.low if progression.kind is Progress.DOUBLE else planned.high
        done = as_planned(item, first)
        found = next_prescription(item, self._exercise, (done,), assumed=True)
        self.next.setText(shown(found.reason))


def progression_sentence(progression: Progression, item: Item) -> str:
    """As a runner says it: "2.5 kg more each time", "5 to 8 reps, then 2.5 kg more"."""
    said = _step_sentence(progression, item)
    planned = item.prescription
    if progression.kind is not Progress.DOUBLE or planned.low == planned.high:
        return said
    low = shown(amount_words(planned.measure, planned.low))
    high = shown(amount_words(planned.measure, planned.high))
    ranged = translate("Canvas", "from {low} to {high}: {steps}, and back to {low}")
    return ranged.format(low=low, high=high, steps=said)


def _counted(measure: Measure) -> str:
    """What is counted, behind a number."""
    return {
        Measure.REPS: translate("Canvas", "reps"),
        Measure.TIME: translate("Canvas", "s"),
        Measure.DISTANCE: translate("Canvas", "m"),
        Measure.BREATHS: translate("Canvas", "breaths"),
        Measure.CONTACTS: translate("Canvas", "contacts"),
    }[measure]


def _step_sentence(progression: Progression, item: Item) -> str:
    load = item.prescription.load
    if load is not None and load.kind is LoadKind.PERCENT and not progression.relative:
        step = plain(progression.step)
        if progression.kind is Progress.ADD_LOAD:
            return translate("Canvas", "{step} % of 1RM more each time").format(step=step)
        if progression.kind is Progress.DOUBLE:
            return translate("Canvas", "more reps, then {step} % of 1RM more").format(step=step)
    unit = MassUnit.KG if load is None else load.unit
    return shown(words(progression, unit))
