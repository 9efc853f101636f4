"""Tests at home: three readings a side, the middle one, and one's own change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.check_ins import SIDED_TESTS, HomeTest, TestKind
from hemipelvi_gui.domain.home_tests import LIMITS, MOST_READINGS, change, middle
from hemipelvi_gui.domain.session import new_id
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.log.enter_key import enters_or_leaves
from hemipelvi_gui.ui.log.home_test_words import (
    change_words,
    how_words,
    in_unit,
    rules_words,
    test_name,
)
from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from PySide6.QtGui import QKeyEvent

    from hemipelvi_gui.ui.log.log_day import LogDay
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LEFT, RIGHT = "left", "right"


class HomeTestPanel(QWidget):
    """Writes down the test of the shown day, one of each kind. `left`: back to the sessions.

    `wrote(words)`: it is kept, as one step to undo.
    """

    left = Signal()
    wrote = Signal(str)

    def __init__(self, theme: Theme, day: LogDay, now: Callable[[], time]) -> None:
        super().__init__()
        self._theme, self._day, self._now = theme, day, now
        self.setAccessibleName(translate("Log", "Home tests"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(translate("Log", "Which test"))
        for each in TestKind:
            self.kind.addItem(test_name(each), each)
        self.how = plain_label(kind="muted")
        self.how.setWordWrap(True)
        self.captions = {LEFT: plain_label(), RIGHT: plain_label(translate("Log", "Right"))}
        self.lines = {side: [QLineEdit() for _ in range(MOST_READINGS)] for side in (LEFT, RIGHT)}
        self.medians = {side: plain_label(kind="strong") for side in (LEFT, RIGHT)}
        self.fault = plain_label(kind="error")
        self.said = plain_label()
        self.said.setWordWrap(True)
        self.save = push_button(translate("Log", "Write down"), self.write, "primary")
        self.delete = push_button(translate("Log", "Delete"), self._delete)
        self.close_it = push_button(translate("Log", "Close"), self.left.emit)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self.refresh)
        day.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self.setFocusProxy(self.kind)
        self._restyle()
        self.refresh()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(plain_label(translate("Log", "Home tests"), "title"))
        own = translate("Log", "Your own change only: no norms and no diagnosis.")
        self.rules = plain_label(f"{rules_words()} {own}", "muted")
        self.rules.setWordWrap(True)
        self._column.addWidget(self.rules)
        self._column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.how)
        self._grid = QGridLayout()
        for row, side in enumerate((LEFT, RIGHT)):
            self._grid.addWidget(self.captions[side], row, 0)
            for place, line in enumerate(self.lines[side]):
                line.setMaxLength(8)
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
                line.textEdited.connect(self._judge)
                self._grid.addWidget(line, row, 1 + place)
            self._grid.addWidget(self.medians[side], row, 1 + MOST_READINGS)
        self._grid.setColumnStretch(2 + MOST_READINGS, 1)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.fault)
        self._column.addWidget(self.said)
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(self.close_it)
        buttons.addWidget(self.save)
        self._column.addLayout(buttons)
        self._column.addStretch(1)

    @property
    def chosen(self) -> TestKind:
        """Which test is shown."""
        return TestKind(self.kind.currentData())

    def refresh(self) -> None:
        """Show what is kept of the shown day."""
        kind, kept = self.chosen, self._kept()
        sided = kind in SIDED_TESTS
        self.how.setText(how_words(kind))
        self.captions[LEFT].setText(
            translate("Log", "Left") if sided else translate("Log", "Readings")
        )
        for side, widgets in self.lines.items():
            readings = () if kept is None else getattr(kept, side)
            for place, line in enumerate(widgets):
                line.setText(plain(readings[place]) if place < len(readings) else "")
                name = translate("Log", "{side}, reading {number}")
                line.setAccessibleName(
                    name.format(side=self.captions[side].text(), number=place + 1)
                )
                line.setVisible(sided or side == LEFT)
        self.captions[RIGHT].setVisible(sided)
        self.medians[RIGHT].setVisible(sided)
        self.delete.setVisible(kept is not None)
        self._judge()

    def write(self) -> None:
        """Keep the readings."""
        if self._wrong() is not None:
            self._judge()
            return
        kept = self._kept()
        test = kept or HomeTest(new_id(), self._day.day, self.chosen, start=self._clock())
        after = replace(test, left=self._readings(LEFT), right=self._readings(RIGHT))
        if after != kept and (after.left or after.right):
            words = translate("Log", "write down {name}").format(name=test_name(self.chosen))
            self._day.logbook.put(words, after)
            said = translate("Done", "Written down: {name}.")
            self.wrote.emit(said.format(name=test_name(self.chosen)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it is on, else writes it down; Escape leaves."""
        if not enters_or_leaves(event, self.write, self.left.emit):
            super().keyPressEvent(event)

    def _kept(self) -> HomeTest | None:
        found = [each for each in self._day.log.home_tests.values() if each.kind is self.chosen]
        return found[-1] if found else None

    def _clock(self) -> time | None:
        return self._now() if self._day.day == self._day.today else None

    def _readings(self, side: str) -> tuple[float, ...]:
        if side == RIGHT and self.chosen not in SIDED_TESTS:
            return ()
        texts = [line.text().strip() for line in self.lines[side]]
        return tuple(_number(each, self.chosen) for each in texts if each)

    def _wrong(self) -> QLineEdit | None:
        for widgets in self.lines.values():
            for line in widgets:
                if line.isHidden() or not line.text().strip():
                    continue
                try:
                    _number(line.text(), self.chosen)
                except ValueError:
                    return line
        return None

    def _judge(self) -> None:
        wrong, kind = self._wrong(), self.chosen
        for widgets in self.lines.values():
            for line in widgets:
                if bool(line.property("wrong")) != (line is wrong):
                    line.setProperty("wrong", line is wrong)
                    line.style().unpolish(line)
                    line.style().polish(line)
        low, high = LIMITS[kind]
        words = translate("Log", "A number from {low} to {high}, please.")
        self.fault.setText(words.format(low=plain(low), high=plain(high)) if wrong else "")
        self.fault.setVisible(wrong is not None)
        if wrong is not None:
            return
        said = []
        draft = HomeTest("", self._day.day, kind, self._readings(LEFT), self._readings(RIGHT))
        kept = self._kept()
        now = draft if kept is None else replace(kept, left=draft.left, right=draft.right)
        if kept is None:
            now = replace(now, start=self._clock())
        whole = self._day.logbook.whole.home_tests.values()
        for side in (LEFT, RIGHT):
            value = middle(getattr(now, side))
            shown = "" if value is None else in_unit(kind, value)
            self.medians[side].setText(shown)
            found = change(whole, now, right=side == RIGHT)
            if found is not None:
                prefix = f"{self.captions[side].text()}: " if kind in SIDED_TESTS else ""
                said.append(prefix + change_words(kind, found))
        self.said.setText("\n".join(said))
        self.said.setVisible(bool(said))

    def _delete(self) -> None:
        kept = self._kept()
        if kept is not None:
            words = translate("Log", "delete {name}").format(name=test_name(kept.kind))
            self._day.logbook.delete(words, kept)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(10))
        self._grid.setSpacing(px(8))
        for widgets in self.lines.values():
            for line in widgets:
                line.setFixedWidth(px(76))


def _number(text: str, kind: TestKind) -> float:
    """A reading. Raises ValueError for what is none, or more than a body gives."""
    number = round(float(text.strip().replace(",", ".").replace("\u2212", "-")), 3)
    low, high = LIMITS[kind]
    if not low <= number <= high:
        raise ValueError(text)
    return number
