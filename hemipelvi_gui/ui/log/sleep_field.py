"""Hours of sleep, in quarters; the lowest step says that nothing is known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDoubleSpinBox

from hemipelvi_gui.domain.units import plain

translate = QCoreApplication.translate
MOST_SLEEP_H, STEP_H, FIRST_H = 16.0, 0.25, 7.5
NOT_SAID_H = -STEP_H


class SleepField(QDoubleSpinBox):
    """Below zero nothing is said. The first step from there is to a usual night."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(NOT_SAID_H, MOST_SLEEP_H)
        self.setSingleStep(STEP_H)
        self.setSpecialValueText(translate("Log", "not said"))
        self.setSuffix(translate("Log", " h"))
        self.setAccessibleName(translate("Log", "Hours of sleep"))
        self.setKeyboardTracking(False)

    def show_hours(self, hours: float | None) -> None:
        """Show so many hours, None: nothing is said."""
        self.setValue(NOT_SAID_H if hours is None else hours)

    def stepBy(self, steps: int) -> None:  # noqa: N802  # Qt's name
        """A quarter of an hour at a time."""
        if steps > 0 and self.value() < 0:
            self.setValue(FIRST_H)
        else:
            super().stepBy(steps)

    def textFromValue(self, value: float) -> str:  # noqa: N802  # Qt's name
        """As in 7.5, with no zeros behind."""
        return plain(value).replace(".", self.locale().decimalPoint())
