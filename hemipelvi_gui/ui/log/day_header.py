"""The top of the Log page: which day is shown, and the way to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from hemipelvi_gui.ui.days import long_day
from hemipelvi_gui.ui.plain import tooltip
from hemipelvi_gui.ui.widgets.day_field import DayField
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.ui.log.log_day import LogDay
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class DayHeader(QWidget):
    """Follows the day."""

    def __init__(self, theme: Theme, day: LogDay) -> None:
        super().__init__()
        self._theme, self._day = theme, day
        self.setAccessibleName(translate("Log", "Day"))
        self.words = ElidedLabel("", "title")
        self.field = DayField(theme, day.day, translate("Log", "Day"), latest=day.today)
        self.earlier = _button("\u2039", translate("Log", "Day before"), lambda: day.step(-1))
        self.today = _button(
            translate("Log", "Today"), translate("Log", "Today"), lambda: day.show(day.today)
        )
        self.later = _button("\u203a", translate("Log", "Day after"), lambda: day.step(1))
        self.earlier.setToolTip(tooltip(translate("Log", "Day before (Alt+Left)")))
        self.later.setToolTip(tooltip(translate("Log", "Day after (Alt+Right)")))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.words, 1)
        for widget in (self.earlier, self.today, self.later, self.field):
            self._row.addWidget(widget)
        self.field.day_changed.connect(day.show)
        day.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def refresh(self) -> None:
        """Show the day."""
        day, today = self._day.day, self._day.today
        words = long_day(day)
        ago = (today - day).days
        near = {0: translate("Log", "Today, {day}"), 1: translate("Log", "Yesterday, {day}")}
        self.words.setText(near.get(ago, "{day}").format(day=words))
        self.field.show_day(day)
        self.later.setEnabled(day < today)
        self.today.setEnabled(day != today)

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.px(4))


def _button(words: str, name: str, do: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setAccessibleName(name)
    button.setProperty("kind", "bar")
    button.clicked.connect(lambda _on=False: do())
    return button
