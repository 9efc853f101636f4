"""The title of the lift's chart, which is a menu of all lifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from hemipelvi_gui.ui.plain import menu_text
from hemipelvi_gui.ui.progress.lifts import lift_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.coach.verdict.lifting import Lift
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class LiftButton(QToolButton):
    """`chosen(Lift)`: another one is wanted."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "plan")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_lifts(
        self, lifts: Sequence[Lift], shown: Lift | None, library: Library, title: str
    ) -> None:
        """Offer these, with the one that is shown ticked."""
        menu = self.menu()
        menu.clear()
        for each in lifts:
            action = menu.addAction(menu_text(lift_name(each, library)))
            action.setCheckable(True)
            action.setChecked(each == shown)
            action.triggered.connect(lambda _on=False, lift=each: self.chosen.emit(lift))
        self.setText(menu_text(title))
        self.setEnabled(bool(lifts))
        said = translate("Progress", "Lift that is shown: {name}")
        self.setAccessibleName(said.format(name=title))

    def _restyle(self) -> None:
        px = self._theme.px
        # As large as the titles of the other charts.
        self.setStyleSheet(
            f"font-size: {px(14)}px; font-weight: 600; border: none; padding: 0 {px(20)}px 0 0;"
        )
