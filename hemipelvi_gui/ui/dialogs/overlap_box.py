"""Two plans at the same time: said in place, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.dialogs.plan_words import day_after, span_words
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label
from hemipelvi_gui.ui.widgets.chips import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_NAME = 30


class OverlapBox(QFrame):
    """`start_asked(date)`: begin after the other plans. `together_asked`: at the same time.

    `archives` are to be put away then.
    """

    start_asked = Signal(object)
    together_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self._plans: tuple[Plan, ...] = ()
        self._free: date | None = None
        self._apart = False
        self.words = plain_label(kind="strong")
        self.words.setWordWrap(True)
        self.after = _segment("")
        self.archive = _segment("")
        self.keep = _segment(translate("Plans", "Keep both"))
        self.keep.setChecked(True)
        self._group = QButtonGroup(self)
        for button in (self.after, self.archive, self.keep):
            self._group.addButton(button)
        self.after.clicked.connect(self._ask)
        for button in (self.archive, self.keep):
            button.clicked.connect(self._together)
        self._column, self._row = QVBoxLayout(self), FlowLayout()
        self._column.addWidget(self.words)
        for button in (self.after, self.archive, self.keep):
            self._row.addWidget(button)
        self._column.addLayout(self._row)
        self.hide()
        self.restyle()

    @property
    def archives(self) -> tuple[Plan, ...]:
        """The plans that shall go to the archive."""
        return self._plans if self.archive.isChecked() and not self._apart else ()

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans it speaks of."""
        return self._plans

    def show_plans(self, plans: Sequence[Plan], *, apart: bool = False) -> None:
        """The plans that run at the same time, or those it begins after; none hides the box."""
        other = {each.id for each in plans} != {each.id for each in self._plans}
        self._plans, self._apart = tuple(plans), apart
        if apart:
            self.after.setChecked(True)
        elif other or self.after.isChecked():
            self.keep.setChecked(True)
        self.setVisible(bool(plans))
        if not plans:
            return
        said = translate("Plans", "At the same time: {plans}.")
        if apart:
            said = translate("Plans", "It begins after {plans}.")
        named = translate("Plans", "\u201c{name}\u201d, {days}")
        self.words.setText(
            said.format(
                plans="; ".join(
                    named.format(name=_name(each), days=span_words(each)) for each in plans[:3]
                )
                + ("\u2026" if len(plans) > 3 else "")
            )
        )
        self._free = free_day(plans)
        self.after.setVisible(self._free is not None)
        if self._free is not None:
            words = translate("Plans", "Start after it ({day})")
            self.after.setText(words.format(day=short_day(self._free)))
        words = translate("Plans", "Archive {count} plans").format(count=len(plans))
        if len(plans) == 1:
            words = translate("Plans", "Archive {name}").format(name=_name(plans[0]))
        self.archive.setText(menu_text(words))
        self.archive.setToolTip(
            translate("Plans", "An archived plan is kept, and counts for nothing.")
        )

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(8), px(12), px(10))
        self._column.setSpacing(px(6))
        self._row.setSpacing(px(6))

    def _ask(self) -> None:
        if self._free is not None:
            self.start_asked.emit(self._free)

    def _together(self) -> None:
        if self._apart:
            self.together_asked.emit()


def free_day(plans: Sequence[Plan]) -> date | None:
    """The first day after all of some plans; None where the calendar ends first."""
    free = [day for each in plans if (day := day_after(each)) is not None]
    return max(free, default=None) if len(free) == len(plans) else None


def _name(plan: Plan) -> str:
    return one_line(plan.name, LONGEST_NAME)


def _segment(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setProperty("kind", "segment")
    return button
