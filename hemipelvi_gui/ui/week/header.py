"""The top of the Week page: which plan, which week of it, and the way to its other weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QWidget

from hemipelvi_gui.domain.plan import last_day
from hemipelvi_gui.sheets.plan_words import phases_words, week_words
from hemipelvi_gui.ui.days import week_days
from hemipelvi_gui.ui.plain import plain_label, tooltip
from hemipelvi_gui.ui.week.plan_chooser import PlanChooser
from hemipelvi_gui.ui.week.turning import TurnButton, with_keys
from hemipelvi_gui.ui.week.week_strip import WeekStrip
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.ui.plan_commands import PlanCommands
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
LEAST_NAME = 0.4  # of the line
LEAST_STRIP = 380  # narrower than this, the pills get a row of their own


class WeekHeader(QWidget):
    """Follows the shown week.

    `dropped_on(week, ids, copies)`: cards were dropped on a week's pill or on an arrow.
    """

    dropped_on = Signal(object, list, bool)

    def __init__(self, theme: Theme, weeks: Weeks, plans: PlanCommands) -> None:
        super().__init__()
        self._theme, self._weeks, self._plans = theme, weeks, plans
        self.setAccessibleName(translate("Week", "Plan and week"))
        self.plan = PlanChooser(theme, weeks, plans)
        self.archived = plain_label(translate("Week", "archived"), "tag")
        hint = translate("Week", "Its cards count only while it is shown.")
        self.archived.setToolTip(tooltip(hint))
        self.back = QPushButton(translate("Week", "Bring back"))
        self.back.setProperty("kind", "link")
        self.back.clicked.connect(plans.bring_back)
        self.words = ElidedLabel("", "muted")
        self.strip = WeekStrip(theme, weeks)
        self.none = plain_label(translate("Week", "No plan yet."), "muted")
        self.new = QPushButton(translate("Week", "New plan\u2026"))
        self.new.setProperty("kind", "link")
        self.new.clicked.connect(plans.new_plan)
        self.earlier, self.later = TurnButton(weeks, -1), TurnButton(weeks, 1)
        self.today = QToolButton()
        self.today.setText(translate("Week", "Today"))
        self.today.setProperty("kind", "bar")
        self.today.setToolTip(with_keys(translate("Week", "Show this week"), "Ctrl+T"))
        self.today.clicked.connect(lambda: weeks.show_day(weeks.today))
        for source in (self.strip, self.earlier, self.later):
            source.dropped_on.connect(self.dropped_on)
        self._grid = QGridLayout(self)
        self._lay_out()
        weeks.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        self._line.addWidget(self.plan)
        self._line.addWidget(self.archived, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.back)
        self._line.addWidget(self.words, 1)
        self._line.addWidget(self.none)
        self._line.addWidget(self.new)
        self._turns = QHBoxLayout()
        for button in (self.earlier, self.today, self.later):
            self._turns.addWidget(button)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addLayout(self._line, 0, 0)
        self._grid.addLayout(self._turns, 0, 2)
        self._grid.addWidget(self.strip, 0, 1)
        self._wraps = False

    def refresh(self) -> None:
        """Take the shown plan and week."""
        weeks = self._weeks
        self.plan.refresh()
        words = week_line(weeks)
        self.words.setText(words)
        self.words.setToolTip(tooltip(words))
        archived = weeks.plan is not None and weeks.plan.archived
        self.archived.setVisible(archived)
        self.back.setVisible(archived)
        told = (self.plan.name, self.archived.text() if archived else "", words)
        self.setAccessibleDescription(". ".join(filter(None, told)))
        plans = weeks.plans() if weeks.plan is None else [weeks.plan]
        self.none.setVisible(not plans)
        self.new.setVisible(weeks.plan is None and all(each.archived for each in plans))
        self.strip.refresh()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the pills go to a row of their own."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Share the width out: names first, what they leave is for the pills."""
        px = self._theme.px
        words = self.words.sizeHint().width() + self._away_width()
        names = self.plan.sizeHint().width() + words + px(24)
        turns = self._turns.sizeHint().width()
        left = self.width() - names - turns - 2 * px(12)
        strip = self.strip.sizeHint().width()
        wraps = left < min(strip, px(LEAST_STRIP))
        if wraps != self._wraps:
            self._wraps = wraps
            self._grid.removeWidget(self.strip)
            if wraps:
                self._grid.addWidget(self.strip, 1, 0, 1, 3)
            else:
                self._grid.addWidget(self.strip, 0, 1)
        self.strip.setMaximumWidth(self.width() if wraps else max(min(strip, left), 1))
        # A long name gives way to the words beside it, but keeps its part of the line.
        line = self.width() - turns - px(12)
        room = line - words - px(24)
        self.plan.setMaximumWidth(max(room, round(line * LEAST_NAME)))

    def _away_width(self) -> int:
        """Room for what is said of an archived plan."""
        parts = [each for each in (self.archived, self.back) if not each.isHidden()]
        return sum(each.sizeHint().width() + self._theme.px(8) for each in parts)

    def _restyle(self) -> None:
        px = self._theme.px
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        self._line.setSpacing(px(8))
        self._turns.setSpacing(px(2))
        self._grid.setColumnStretch(0, 1)
        self.refresh()


def week_line(weeks: Weeks) -> str:
    """As in "week 4 of 8 · 23–29 November · base · deload"."""
    week, plan = weeks.week, weeks.plan
    days = week_days(week)
    if week.first.year != weeks.today.year or week.last.year != weeks.today.year:
        days = f"{days} {week.last.year}"
    if plan is None:
        return days
    if week.number:
        parts = [week_words(plan, week.number), days, *phases_words(plan, week.number)]
        return DOT.join(parts)
    last = last_day(plan)
    if plan.start is None or last is None:
        return DOT.join((days, translate("Week", "the plan has no first day yet")))
    outside = translate("Week", "after the plan")
    if week.first < plan.start:
        outside = translate("Week", "before the plan")
    return DOT.join((days, outside))
