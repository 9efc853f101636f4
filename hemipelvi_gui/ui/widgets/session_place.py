"""Where the session is done: its gym in the header, and the way to another one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Signal

from hemipelvi_gui.domain import edits
from hemipelvi_gui.ui.gym_actions import (
    Place,
    change_words,
    moved,
    same_kit,
    session_at,
    step_name,
)
from hemipelvi_gui.ui.plain import tooltip
from hemipelvi_gui.ui.widgets.gym_menu import GymMenu, gym_words
from hemipelvi_gui.ui.widgets.quiet_button import QuietButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.domain.edits import Edit
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.gym_popup import GymPopup

translate = QCoreApplication.translate


class SessionPlace(QuietButton):
    """The gym's name; a press opens the menu of gyms.

    `swapped` carries in words what was swapped for another gym, right after the step was made.
    """

    swapped = Signal(str)

    def __init__(self, theme: Theme, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._document = theme, document
        self.gyms = GymMenu(document, lambda: (document.session,), self, lists=True)
        self.gyms.highlighted.connect(self._preview)
        self.gyms.chosen.connect(self._go)
        self.gyms.list_asked.connect(self.choose_equipment)
        self.clicked.connect(lambda: self.gyms.popup(self.mapToGlobal(QPoint(0, self.height()))))
        document.changed.connect(self._follow)
        self._follow()

    def choose_equipment(self) -> GymPopup:
        """Open the list of what the gym has."""
        from hemipelvi_gui.ui.widgets.gym_popup import GymPopup

        popup = GymPopup(self._theme, self._document.session, self)
        popup.kept.connect(lambda: self._keep_list(popup.chosen))
        popup.open_below(self)
        return popup

    def _preview(self, place: Place | None) -> None:
        self._document.preview(None if place is None else self._edit(place))

    def _go(self, place: Place) -> None:
        document = self._document
        found = moved(document.session, place, document.library, document.settings)
        words = change_words((found,))
        if document.push(step_name(place), self._edit(place)) and words:
            self.swapped.emit(words)

    def _keep_list(self, place: Place) -> None:
        """A list that is as it was swaps nothing: it may only have been looked at."""
        if not same_kit(place.equipment, self._document.session.equipment):
            self._go(place)
        elif place.name != self._document.session.gym:
            self._document.push(
                step_name(place), lambda session: edits.describe(session, gym=place.name)
            )

    def _edit(self, place: Place) -> Edit:
        document = self._document
        return partial(
            session_at, place=place, library=document.library, settings=document.settings
        )

    def _follow(self) -> None:
        session = self._document.session
        self.say(gym_words(session))
        self.setToolTip(tooltip(session.gym))
        self.setAccessibleName(
            translate("SessionHeader", "Gym: {gym}").format(gym=gym_words(session))
        )
