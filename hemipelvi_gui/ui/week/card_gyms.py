"""The submenu that sends cards of the week to another gym."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.ui.gym_actions import Place, change_gym, change_words, moved, step_name
from hemipelvi_gui.ui.widgets.gym_menu import GymMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.domain.agenda import AgendaEdit
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.plan_commands import PlanCommands

translate = QCoreApplication.translate


def gym_menu(plans: PlanCommands, chosen: Callable[[], Sequence[str]], parent: QWidget) -> GymMenu:
    """A submenu "Gym" for cards of the week: previews on the week, one step to undo.

    `chosen` are the ids of the selected cards; those of runs are passed over.
    """
    document, messages = plans.desk.document, plans.desk.messages

    def sessions() -> list[Session]:
        there = plans.weeks.agenda.sessions
        return [there[each] for each in chosen() if each in there]

    def edit(place: Place) -> AgendaEdit:
        ids = frozenset(each.id for each in sessions())
        return change_gym(ids, place, document.library, document.settings)

    def preview(place: Place | None) -> None:
        plans.weeks.preview(None if place is None else edit(place))

    def choose(place: Place) -> None:
        library, settings = document.library, document.settings
        words = change_words(moved(each, place, library, settings) for each in sessions())
        if plans.weeks.push(step_name(place), edit(place)) and words:
            messages.say_undoable(words, document.undo_stack)

    menu = GymMenu(document, sessions, parent)
    menu.setTitle(translate("Gyms", "Gym"))
    menu.highlighted.connect(preview)
    menu.chosen.connect(choose)
    menu.gyms_asked.connect(plans.gyms)
    return menu
