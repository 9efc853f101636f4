"""The bar of a gym and its plates, with what they make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.bar_range import USUAL_BARS, USUAL_PLATES, bar_range
from hemipelvi_gui.domain.gyms import Gym, Plates
from hemipelvi_gui.domain.units import MassUnit, plain
from hemipelvi_gui.ui.bar_words import BARS
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.library.fields import CalmBox
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.widgets.numbers import indent_numbers

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LEAST, MOST, MOST_COUNT, MOST_ROWS = 0.05, 2000.0, 1000, 24
TIMES = "\u00d7"
UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class Calm(QObject):
    """Keeps a field of figures calm, as an event filter.

    The wheel changes it only where the focus is, and undo is the dialog's: each step of the field
    is a step there.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave wheel and undo to others."""
        others = event.type() is QEvent.Type.Wheel and not _has_focus(watched)
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            others = event.matches(UNDO) or event.matches(REDO)
        if others:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _has_focus(watched: QObject) -> bool:
    return isinstance(watched, QWidget) and watched.hasFocus()


class MassSpin(QDoubleSpinBox):
    """A mass, without needless noughts."""

    def __init__(self, least: float, step: float) -> None:
        super().__init__()
        self.setDecimals(3)
        self.setRange(least, MOST)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.installEventFilter(Calm(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def textFromValue(self, value: float) -> str:  # noqa: N802  # Qt's name
        """As in "2.5"."""
        return plain(value).replace(".", self.locale().decimalPoint())


class CountSpin(QSpinBox):
    """How many plates there are, in pairs."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, MOST_COUNT)
        self.setSingleStep(2)
        self.setKeyboardTracking(False)
        self.installEventFilter(Calm(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class PlateRow(QWidget):
    """Plates of one mass. `changed`: mass or count is another; `removed`: they are gone."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.mass, self.count = MassSpin(LEAST, 1.25), CountSpin()
        self.mass.setAccessibleName(translate("Gyms", "Mass of a plate"))
        self.count.setAccessibleName(translate("Gyms", "Number of plates"))
        self.remove = push_button(TIMES, self.removed.emit, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for widget in (self.mass, plain_label(TIMES, "muted"), self.count, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        for spin in (self.mass, self.count):
            spin.setFixedWidth(theme.px(104))
        indent_numbers(self, theme)
        self.mass.valueChanged.connect(lambda _value: self.changed.emit())
        self.count.valueChanged.connect(lambda _value: self.changed.emit())

    @property
    def plates(self) -> Plates:
        """What the row says."""
        return Plates(self.mass.value(), self.count.value())

    def show_plates(self, plates: Plates, unit: MassUnit) -> None:
        """Show these, without telling anyone."""
        for spin in (self.mass, self.count):
            spin.blockSignals(True)
        self.mass.setSuffix(f" {unit}")
        self.mass.setValue(plates.mass)
        self.count.setValue(plates.count)
        for spin in (self.mass, self.count):
            spin.blockSignals(False)
        said = f"{plain(plates.mass)} {unit}"
        self.remove.setAccessibleName(translate("Gyms", "No plates of {mass}").format(mass=said))
        self.remove.setToolTip(translate("Gyms", "No plates of {mass}").format(mass=said))


class PlatesForm(QWidget):
    """Edits bar, unit and plates. `changed` carries the gym as it would be."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gym = Gym("", "")
        self.bar = MassSpin(0, 2.5)
        self.bar.setAccessibleName(translate("Gyms", "Mass of the empty bar"))
        self.unit = CalmBox()
        self.unit.setAccessibleName(translate("Gyms", "Unit of bar and plates"))
        for unit in MassUnit:
            self.unit.addItem(str(unit), unit)
        self.rows: list[PlateRow] = []
        self.sentence = plain_label(kind="strong")
        self.sentence.setWordWrap(True)
        self.more = push_button(translate("Gyms", "Add a plate"), self._add, "link")
        self.usual = {unit: self._usual(unit) for unit in MassUnit}
        self.clear = push_button(
            translate("Gyms", "No plates"), lambda: self._tell(plates=()), "link"
        )
        self._lay_out()
        self.bar.valueChanged.connect(lambda mass: self._tell(bar=mass))
        self.unit.activated.connect(lambda _at: self._turn(self.unit.currentData()))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_gym(self, gym: Gym) -> None:
        """Show bar and plates of a gym, without telling anyone."""
        self._gym = gym
        self.bar.blockSignals(True)
        self.bar.setSuffix(f" {gym.unit}")
        self.bar.setValue(gym.bar)
        self.bar.blockSignals(False)
        self.unit.setCurrentIndex(self.unit.findData(gym.unit))
        while len(self.rows) > len(gym.plates):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(gym.plates):
            self._add_row()
        for row, plates in zip(self.rows, gym.plates, strict=True):
            row.show_plates(plates, gym.unit)
        self.more.setEnabled(len(self.rows) < MOST_ROWS)
        self.clear.setVisible(bool(gym.plates))
        self.sentence.setText(plates_words(gym))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        label = plain_label(translate("Gyms", "Empty bar"), "muted")
        label.setBuddy(self.bar)
        bar.addWidget(label)
        bar.addWidget(self.bar)
        bar.addWidget(self.unit)
        bar.addStretch(1)
        links = FlowLayout()
        for button in (self.more, *self.usual.values(), self.clear):
            links.addWidget(button)
        self._plates = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(bar)
        self._column.addLayout(self._plates)
        self._column.addLayout(links)
        self._column.addWidget(self.sentence)

    def _usual(self, unit: MassUnit) -> QPushButton:
        words = translate("Gyms", "Usual plates, {unit}").format(unit=unit)
        return push_button(words, lambda: self._take_usual(unit), "link")

    def _take_usual(self, unit: MassUnit) -> None:
        self._tell(unit=unit, bar=USUAL_BARS[unit], plates=USUAL_PLATES[unit])

    def _turn(self, unit: MassUnit) -> None:
        """The numbers stay, as they stand on the plates; what is usual becomes what is usual."""
        old = self._gym
        if unit is old.unit:
            return
        bar, plates = old.bar, old.plates
        if bar == USUAL_BARS[old.unit]:
            bar = USUAL_BARS[unit]
        if plates == USUAL_PLATES[old.unit]:
            plates = USUAL_PLATES[unit]
        self._tell(unit=unit, bar=bar, plates=plates)

    def _add(self) -> None:
        """A pair more: the heaviest usual ones that are missing, else half the lightest."""
        there = {each.mass for each in self._gym.plates}
        missing = [each.mass for each in USUAL_PLATES[self._gym.unit] if each.mass not in there]
        mass = missing[0] if missing else max(LEAST, round(min(there) / 2, 3))
        self._tell(plates=(*self._gym.plates, Plates(mass, 2)))
        self.rows[-1].mass.setFocus()
        self.rows[-1].mass.selectAll()

    def _add_row(self) -> None:
        row = PlateRow(self._theme)
        row.changed.connect(lambda: self._keep(row))
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._plates.addWidget(row)

    def _keep(self, row: PlateRow) -> None:
        at = self.rows.index(row)
        plates = self._gym.plates
        self._tell(plates=(*plates[:at], row.plates, *plates[at + 1 :]))

    def _remove(self, row: PlateRow) -> None:
        at = self.rows.index(row)
        plates = self._gym.plates
        self._tell(plates=(*plates[:at], *plates[at + 1 :]))
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].mass.setFocus()
        else:
            self.more.setFocus()

    def _tell(self, **changes: object) -> None:
        self.changed.emit(replace(self._gym, **changes))  # type: ignore[arg-type]  # its fields

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setSpacing(px(8))
        self._plates.setSpacing(px(6))
        self.bar.setFixedWidth(px(104))
        indent_numbers(self, self._theme)
        self.unit.setMinimumWidth(px(72))


def plates_words(gym: Gym) -> str:
    """What bar and plates make: "Heaviest bar: 140 kg; steps of 2.5 kg."."""
    if not BARS.intersection(gym.equipment):
        return translate("Gyms", "No bar is ticked above, so plates say nothing here.")
    if not gym.plates:
        return translate("Gyms", "Say which plates there are, to see what to put on the bar.")
    found, unit = bar_range(gym), str(gym.unit)
    said = {
        "heaviest": plain(found.heaviest),
        "least": plain(found.least),
        "greatest": plain(found.greatest),
        "unit": unit,
    }
    words = translate("Gyms", "Heaviest bar: {heaviest} {unit}.")
    if found.least and found.least == found.greatest:
        words = translate("Gyms", "Heaviest bar: {heaviest} {unit}; steps of {least} {unit}.")
    elif found.least:
        words = translate(
            "Gyms", "Heaviest bar: {heaviest} {unit}; steps of {least} to {greatest} {unit}."
        )
    sentence = words.format(**said)
    if not found.single:
        return sentence
    single = ", ".join(f"{plain(mass)} {unit}" for mass in found.single[:4])
    alone = translate("Gyms", "Without a twin, and left on the floor: {plates}.")
    return f"{sentence} {alone.format(plates=single)}"
