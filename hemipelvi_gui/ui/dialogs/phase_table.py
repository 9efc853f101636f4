"""The phases of a plan, one under the other: what each is for and how many weeks it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from hemipelvi_gui.coach.plan_checks import MOST_WEEKS
from hemipelvi_gui.domain.plan import Phase, PhaseKind
from hemipelvi_gui.sheets.plan_words import phase_words
from hemipelvi_gui.ui.dialogs.form import said, say
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.dialogs.plan_words import weeks_words
from hemipelvi_gui.ui.widgets.numbers import indent_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
FIRST_WEEKS = 4


class PhaseTable(QWidget):
    """`changed`: the runner has set other phases."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._weeks = 0
        self.rows: list[PhaseRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.sum = said()
        self.add = push_button(translate("Plans", "Add a phase"), self._add)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addWidget(self.sum, 1)
        self._column.addLayout(line)
        self.setAccessibleName(translate("Plans", "Phases"))
        self.restyle()

    @property
    def phases(self) -> tuple[Phase, ...]:
        """What is set."""
        return tuple(each.phase for each in self.rows)

    def show_phases(self, phases: Sequence[Phase], weeks: int) -> None:
        """Show these, for a plan of so many weeks, without reporting them as a change."""
        self._weeks = weeks
        if self.phases != tuple(phases):
            while len(self.rows) > len(phases):
                self._drop(self.rows[-1])
            while len(self.rows) < len(phases):
                self._insert(phases[len(self.rows)])
            for row, phase in zip(self.rows, phases, strict=True):
                row.show_phase(phase)
        total, words = sum(each.weeks for each in phases), ""
        if phases:
            words = translate("Plans", "{sum} of {weeks}").format(
                sum=total, weeks=weeks_words(weeks)
            )
            left = weeks - total
            if left > 0:
                free = translate("Plans", "{sum}; the last {weeks} without a phase")
                words = free.format(sum=words, weeks=left)
        say(self.sum, words)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = self._theme.px
        self._column.setSpacing(px(4))
        for row in self.rows:
            row.restyle(self._theme)

    def _add(self) -> None:
        kinds = list(PhaseKind)
        last = self.rows[-1].phase.kind if self.rows else None
        kind = PhaseKind.BASE
        if last is not None:
            kind = kinds[min(kinds.index(last) + 1, kinds.index(PhaseKind.TAPER))]
        left = self._weeks - sum(each.weeks for each in self.phases)
        self._insert(Phase(kind, left if left > 0 else FIRST_WEEKS))
        self.rows[-1].kind.setFocus()
        self.changed.emit()

    def _insert(self, phase: Phase) -> None:
        row = PhaseRow(phase)
        row.restyle(self._theme)
        row.kind.currentIndexChanged.connect(lambda _row: self.changed.emit())
        row.weeks.valueChanged.connect(lambda _value: self.changed.emit())
        row.remove.clicked.connect(lambda: self._remove(row))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)

    def _remove(self, row: PhaseRow) -> None:
        place = self.rows.index(row)
        self._drop(row)
        # The button goes, so the focus must not go with it.
        after = self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.add
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, row: PhaseRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class PhaseRow(QWidget):
    """One phase."""

    def __init__(self, phase: Phase) -> None:
        super().__init__()
        self.kind = QComboBox()
        for kind in PhaseKind:
            self.kind.addItem(phase_words(kind), kind)
        self.kind.setAccessibleName(translate("Plans", "What the phase is for"))
        self.weeks = QSpinBox()
        self.weeks.setRange(1, MOST_WEEKS)
        self.weeks.setSuffix(translate("Plans", " weeks"))
        self.weeks.setKeyboardTracking(False)
        self.weeks.setAccessibleName(translate("Plans", "Weeks of the phase"))
        self.remove = push_button("\u00d7", lambda: None)
        self.remove.setToolTip(translate("Plans", "Remove this phase"))
        self.remove.setAccessibleName(translate("Plans", "Remove this phase"))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for widget in (self.kind, self.weeks, self.remove):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self.show_phase(phase)

    @property
    def phase(self) -> Phase:
        """What is set."""
        return Phase(PhaseKind(self.kind.currentData()), self.weeks.value())

    def show_phase(self, phase: Phase) -> None:
        """Show a phase without reporting it as a change."""
        for box in (self.kind, self.weeks):
            box.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(phase.kind))
        self.weeks.setValue(phase.weeks)
        for box in (self.kind, self.weeks):
            box.blockSignals(False)

    def restyle(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        self._line.setSpacing(theme.px(6))
        self.kind.setMinimumWidth(theme.px(130))
        self.weeks.setMinimumWidth(theme.px(110))
        indent_numbers(self, theme)
