"""The plan's name as a button: its menu chooses another plan, or the weeks of the calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QCursor, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QToolButton

from hemipelvi_gui.sheets.words import plan_title
from hemipelvi_gui.ui.plain import menu_text, one_line, tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.ui.plan_commands import PlanCommands
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
FEWEST_LETTERS = 12


class PlanChooser(QToolButton):
    """Names the shown plan, as much of it as there is room for."""

    def __init__(self, theme: Theme, weeks: Weeks, plans: PlanCommands) -> None:
        super().__init__()
        self._theme, self._weeks, self._plans = theme, weeks, plans
        self._name = ""
        self.setProperty("kind", "plan")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        self.choices.setAccessibleName(translate("Week", "Choose a plan"))
        self.choices.aboutToShow.connect(self.fill)
        self.choices.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._let_go))
        self.setMenu(self.choices)

    @property
    def name(self) -> str:
        """All of the shown name."""
        return self._name

    def refresh(self) -> None:
        """Name the shown plan."""
        plan = self._weeks.plan
        name = translate("Week", "Weeks of the calendar")
        if plan is not None:
            name = one_line(plan_title(plan))
        hint = translate("Week", "Choose a plan")
        if plan is not None and plan.notes:
            hint = one_line(plan.notes)
        self._name = name
        self.setAccessibleName(translate("Week", "Plan: {name}").format(name=name))
        self.setToolTip(tooltip(f"{name}\n{hint}"))
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the whole name."""
        return QSize(self._around() + self._letters(self._name), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        least = self._metrics().averageCharWidth() * FEWEST_LETTERS
        width = self._around() + min(least, self._letters(self._name))
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the name as fits."""
        super().resizeEvent(event)
        self._elide()

    def _let_go(self) -> None:
        """Nobody tells a button under a menu that the pointer has gone elsewhere meanwhile."""
        hovers = QApplication.widgetAt(QCursor.pos()) is self
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, hovers)
        self.setDown(False)
        self.update()

    def _around(self) -> int:
        """Padding, border and the menu's arrow."""
        return self._theme.px(26) + 2

    def _letters(self, words: str) -> int:
        return self._metrics().horizontalAdvance(words) + 2

    def _metrics(self) -> QFontMetrics:
        """Of the font that the style sheet gives the name, also before it does."""
        return QFontMetrics(self._theme.font(18, QFont.Weight.Bold))

    def _elide(self) -> None:
        room = max(self.width() - self._around(), 0)
        words = self._metrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room + 2)
        self.setText(words.replace("&", "&&"))

    def fill(self) -> None:
        """Offer what there is now."""
        menu, weeks, plans = self.choices, self._weeks, self._plans
        menu.clear()
        shown = weeks.plan
        group = QActionGroup(menu)
        offered = [each for each in weeks.plans() if not each.archived or each == shown]
        for plan in offered:
            action = self._choice(group, plan_title(plan), partial(weeks.show_plan, plan.id))
            action.setChecked(shown is not None and plan.id == shown.id)
        calendar = translate("Week", "Weeks of the calendar")
        action = self._choice(group, calendar, partial(weeks.show_plan, ""))
        action.setChecked(shown is None)
        menu.addSeparator()
        for words, call in (
            (translate("Week", "New plan\u2026"), plans.new_plan),
            (translate("Week", "Plans\u2026"), plans.plans),
            (translate("Week", "About this plan\u2026"), plans.plan_details),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, call=call: call())
        action.setEnabled(shown is not None)

    def _choice(self, group: QActionGroup, words: str, call: partial[None]) -> QAction:
        action = self.choices.addAction(menu_text(words))
        action.setCheckable(True)
        action.triggered.connect(lambda _on=False: call())
        group.addAction(action)
        return action
