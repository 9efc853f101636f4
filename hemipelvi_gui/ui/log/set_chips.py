"""The sets that are done of the exercise in sight; a press on one corrects it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QWidget

from hemipelvi_gui.coach.progress.verdicts import amount_words
from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.domain.wording import load_words
from hemipelvi_gui.ui.plain import menu_text
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from hemipelvi_gui.domain.diary import DoneSet
    from hemipelvi_gui.domain.workout import Task
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


def set_words(one: DoneSet) -> str:
    """A set that was done: "L 8 · 2 × 16 kg · @7"."""
    side = {
        Sides.LEFT: translate("Log", "L {amount}"),
        Sides.RIGHT: translate("Log", "R {amount}"),
    }.get(one.sides, "{amount}")
    words = [side.format(amount=shown(amount_words(one.measure, one.amount)))]
    if one.load is not None:
        words.append(shown(load_words(one.load)))
    if one.rpe is not None:
        words.append(f"@{plain(one.rpe)}")
    if one.warmup:
        words.append(translate("Log", "warm-up"))
    return DOT.join(words)


class SetChips(QScrollArea):
    """A row of buttons, as many as sets are done; many of them scroll. `picked(number)` from 0."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: list[QPushButton] = []
        self._inside = QWidget()
        self._inside.setProperty("kind", "clear")
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Log", "Sets that are done"))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_sets(self, task: Task | None, picked: int | None) -> None:
        """Show the sets of a task, one of them picked."""
        sets = () if task is None else task.sets
        while len(self.buttons) > len(sets):
            gone = self.buttons.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.buttons) < len(sets):
            self._add(len(self.buttons))
        for number, (button, one) in enumerate(zip(self.buttons, sets, strict=True)):
            words = set_words(one)
            button.setText(menu_text(f"\u2713 {words}"))
            name = translate("Log", "Correct set {number}: {words}")
            button.setAccessibleName(name.format(number=number + 1, words=words))
            button.setChecked(number == picked)
        self.setVisible(bool(sets))

    def _add(self, number: int) -> None:
        button = QPushButton()
        button.setCheckable(True)
        button.setProperty("kind", "segment")
        button.setFont(self._theme.font(15))
        button.clicked.connect(lambda _on=False: self.picked.emit(number))
        self._row.insertWidget(number, button)
        self.buttons.append(button)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(6))
        self.setFixedHeight(px(48))
        for button in self.buttons:
            button.setFont(self._theme.font(15))
