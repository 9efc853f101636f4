from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.gyms import STARTER_GYMS, Gym
from hemipelvi_gui.domain.session import Block, Item, Section, Session, items
from hemipelvi_gui.ui.dialogs.gyms_dialog import GymsDialog
from hemipelvi_gui.ui.messages import MessageBar
from hemipelvi_gui.ui.week.card_gyms import gym_menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow

MONDAY = date(2026, 11, 23)
HOME = Gym("home", "Home", (Equipment.DUMBBELL, Equipment.BENCH))
SQUATS = Session(
    "squats",
    "Squats",
    (Block("b1", Section.STRENGTH, (Item("squat", "back-squat", parse("3x5 @7 60kg")),)),),
    date=MONDAY,
    gym="Club",
)


@pytest.fixture
def window(open_window: Callable[..., MainWindow], keep: Callable[..., None]) -> MainWindow:
    """A window on squats of a Monday, with a gym at home."""
    keep(SQUATS, replace(SQUATS, id="more", name="More squats"))
    made = open_window()
    made.plans.clock = lambda: MONDAY
    made.sessions.open("squats")
    made.desk.document.replace("gym", Changes(gyms={"home": None}), Changes(gyms={"home": HOME}))
    made.desk.document.undo_stack.clear()
    return made


def names(window: MainWindow, session: Session) -> list[str]:
    return [window.desk.document.library[each.exercise].name for each in items(session)]


def test_what_was_swapped_is_said_and_undone_from_the_message(
    qtbot: QtBot, window: MainWindow
) -> None:
    place, document = window.build.header.gym, window.desk.document
    QTest.mouseClick(place, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(place.gyms.isVisible)
    home = next(action for action in place.gyms.actions() if action.text() == "Home")
    where = place.gyms.actionGeometry(home).center()
    QTest.mouseMove(place.gyms, where)
    QTest.mouseClick(place.gyms, Qt.MouseButton.LeftButton, pos=where)
    bar = window.findChild(MessageBar)
    assert bar is not None
    assert bar.text.startswith("1 swapped: Back squat \u2192 ")
    assert names(window, document.session) != ["Back squat"]
    undo = next(each for each in bar.findChildren(QPushButton) if each.text() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert document.session == SQUATS
    assert not bar.isVisible()


def test_the_gyms_open_from_both_menus_and_are_kept(
    open_window: Callable[..., MainWindow], window: MainWindow
) -> None:
    window.build.header.gym.gyms.gyms_asked.emit()
    dialog = window.findChild(GymsDialog)
    assert dialog is not None
    dialog.start_with(STARTER_GYMS[1:2])
    window.actions_by_name["gyms"].trigger()
    open_window.shut()  # type: ignore[attr-defined]
    again = open_window()
    assert [gym.name for gym in again.desk.document.gyms] == ["Club", "Home"]
    assert again.desk.document.gyms[0].equipment == tuple(Equipment)


def test_cards_of_the_week_go_to_another_gym_as_one_step(window: MainWindow) -> None:
    document, weeks = window.desk.document, window.plans.weeks
    menu = gym_menu(window.plans, lambda: ("squats", "more", "no such card"), window)
    menu.aboutToShow.emit()
    home = next(action for action in menu.actions() if action.text() == "Home")
    menu.hovered.emit(home)
    preview = weeks.preview_reading
    assert preview is not None
    assert preview.agenda.sessions["more"].gym == "Home"
    menu.aboutToHide.emit()
    assert weeks.preview_reading is None
    home.trigger()
    assert document.undo_stack.count() == 1
    assert [weeks.agenda.sessions[each].gym for each in ("squats", "more")] == ["Home", "Home"]
    bar = window.findChild(MessageBar)
    assert bar is not None
    assert bar.text.startswith("2 swapped: Back squat \u2192 ")
    document.undo_stack.undo()
    assert weeks.agenda.sessions["squats"] == SQUATS
