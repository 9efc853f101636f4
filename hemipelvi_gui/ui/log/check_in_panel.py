"""How the body feels today, in a few presses: each is kept at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from hemipelvi_gui.domain.check_ins import PAIN_TO_ASK_ABOUT, CheckIn
from hemipelvi_gui.domain.session import new_id
from hemipelvi_gui.ui.log.rating_row import RatingRow
from hemipelvi_gui.ui.log.sleep_field import SleepField
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.numbers import indent_numbers

if TYPE_CHECKING:
    from hemipelvi_gui.ui.log.log_day import LogDay
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_PLACE = 200


class CheckInPanel(QFrame):
    """Follows the day. Tightness and pain stand apart, and are never one number.

    No row ever moves while one rates: a second press must not land on another one.
    `tests_asked`: on to the home tests. `noticed(widget)`: there is something new to read.
    """

    tests_asked = Signal()
    noticed = Signal(object)

    def __init__(self, theme: Theme, day: LogDay) -> None:
        super().__init__()
        self._theme, self._day = theme, day
        self.setProperty("kind", "panel")
        self.setAccessibleName(translate("Log", "Check-in"))
        self.heading = plain_label(translate("Log", "Check-in"), "heading")
        self.tests = QPushButton(translate("Log", "Home tests\u2026"))
        self.tests.setProperty("kind", "fix-link")
        self.tests.clicked.connect(self.tests_asked)
        self.hint = plain_label(
            translate("Log", "Tightness from 0 to 10. Keys 0\u20139 rate and go on."), "muted"
        )
        self.hint.setWordWrap(True)
        tight = {0: translate("Log", "free"), 10: translate("Log", "as tight as can be")}
        sore = {0: translate("Log", "fresh"), 10: translate("Log", "as sore as can be")}
        pain = {0: translate("Log", "none"), 10: translate("Log", "as bad as can be")}
        self.rows = {
            "hip_flexor_left": RatingRow(theme, translate("Log", "Hip flexor, left"), tight),
            "hip_flexor_right": RatingRow(theme, translate("Log", "Hip flexor, right"), tight),
            "back": RatingRow(theme, translate("Log", "Back"), tight),
            "soreness": RatingRow(theme, translate("Log", "Muscle soreness"), sore),
            "pain": RatingRow(theme, translate("Log", "Pain (not tightness)"), pain),
        }
        self.sleep = SleepField()
        self.ill = QCheckBox(translate("Log", "Ill"))
        self.pain_at = QLineEdit()
        self.pain_at.setMaxLength(LONGEST_PLACE)
        self.pain_at.setPlaceholderText(translate("Log", "Where does it hurt?"))
        self.pain_at.setAccessibleName(translate("Log", "Where does it hurt?"))
        self.notice = plain_label(kind="error")
        self.notice.setWordWrap(True)
        self._lay_out()
        for name, row in self.rows.items():
            row.rated.connect(lambda value, name=name: self._rate(name, value))
        self.sleep.valueChanged.connect(self._sleep)
        self.ill.toggled.connect(lambda on: self._put(translate("Log", "note illness"), ill=on))
        self.pain_at.editingFinished.connect(self._place)
        day.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self.setFocusProxy(self.rows["hip_flexor_left"])
        self._restyle()
        self.refresh()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.tests)
        self._column.addLayout(top)
        self._column.addWidget(self.hint)
        for name in ("hip_flexor_left", "hip_flexor_right", "back", "soreness"):
            self._column.addWidget(self.rows[name])
        self._sleep_row = QHBoxLayout()
        self._sleep_row.addWidget(plain_label(translate("Log", "Sleep")))
        self._sleep_row.addWidget(self.sleep)
        self._sleep_row.addStretch(1)
        self._sleep_row.addWidget(self.ill)
        self._column.addLayout(self._sleep_row)
        self._column.addWidget(self.rows["pain"])
        self._column.addWidget(self.pain_at)
        self._column.addWidget(self.notice)

    def refresh(self) -> None:
        """Show what is kept of the shown day."""
        found = self._day.check_in or CheckIn("", self._day.day)
        for name, row in self.rows.items():
            row.show_value(getattr(found, name))
        for widget in (self.sleep, self.ill):
            widget.blockSignals(True)
        self.sleep.show_hours(found.sleep_h)
        self.ill.setChecked(found.ill)
        for widget in (self.sleep, self.ill):
            widget.blockSignals(False)
        if not self.pain_at.hasFocus() or not self.pain_at.isModified():
            self.pain_at.setText(found.pain_at)
        self.pain_at.setVisible(bool(found.pain) or bool(found.pain_at))
        asks = (found.pain or 0) >= PAIN_TO_ASK_ABOUT
        self.notice.setText(
            translate(
                "Log",
                "Pain of {least} or more: for a week nothing heavier is proposed. Rest, and ask a "
                "professional.",
            ).format(least=PAIN_TO_ASK_ABOUT)
            if asks
            else ""
        )
        self.notice.setVisible(asks)

    def _rate(self, name: str, value: float | None) -> None:
        words = translate("Log", "rate {what}").format(what=_name_of(name))
        changed: dict[str, object] = {name: value}
        self._put(words, **changed)
        if name == "pain" and not self.notice.isHidden():
            self.noticed.emit(self.notice)

    def _sleep(self, hours: float) -> None:
        self._put(translate("Log", "note sleep"), sleep_h=None if hours < 0 else hours)

    def _place(self) -> None:
        self.pain_at.setModified(False)
        self._put(translate("Log", "note where it hurts"), pain_at=self.pain_at.text().strip())

    def _put(self, name: str, **changed: object) -> None:
        before = self._day.check_in or CheckIn(new_id(), self._day.day)
        after = replace(before, **changed)  # type: ignore[arg-type]  # fields of CheckIn
        if after != before:
            self._day.logbook.put(name, after)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(10), px(12), px(12))
        self._column.setSpacing(px(6))
        self._sleep_row.setSpacing(px(8))
        indent_numbers(self, self._theme)


def _name_of(field: str) -> str:
    words = {
        "hip_flexor_left": translate("Log", "the left hip flexor"),
        "hip_flexor_right": translate("Log", "the right hip flexor"),
        "back": translate("Log", "the back"),
        "soreness": translate("Log", "soreness"),
        "pain": translate("Log", "pain"),
    }
    return words[field]
