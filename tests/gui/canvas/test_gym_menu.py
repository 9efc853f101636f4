from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.agenda import Agenda
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.gyms import Gym
from hemipelvi_gui.domain.session import find_item, items
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.gym_actions import Place, change_gym, swapped_words
from hemipelvi_gui.ui.widgets.session_header import SessionHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.gym_menu import GymMenu

LEFT = Qt.MouseButton.LeftButton
HOME = Gym("home", "Home & <b>garden</b>", (Equipment.DUMBBELL,))
PARK = Gym("park", "Park")


@pytest.fixture
def header(qtbot: QtBot, theme: Theme, document: Document) -> SessionHeader:
    document.ask_for_gyms(lambda: (HOME, PARK))
    made = SessionHeader(theme, document)
    qtbot.addWidget(made)
    made.resize(640, 70)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    # A menu that opens under the pointer heeds none of its first moves.
    QTest.mouseMove(made, QPoint(630, 5))
    return made


@pytest.fixture
def menu(qtbot: QtBot, header: SessionHeader) -> GymMenu:
    """The menu, opened with the mouse."""
    QTest.mouseClick(header.gym, LEFT)
    qtbot.waitUntil(header.gym.gyms.isVisible)
    return header.gym.gyms


def words(menu: GymMenu) -> list[str]:
    shown = [action for action in menu.actions() if action is not menu.words.action]
    return [action.text() for action in shown if not action.isSeparator()]


def row(menu: GymMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def hover(menu: GymMenu, text: str) -> QPoint:
    point = menu.actionGeometry(row(menu, text)).center()
    QTest.mouseMove(menu, point - QPoint(2, 0))
    QTest.mouseMove(menu, point)
    return point


def exercise_at(document: Document, item_id: str) -> str:
    return find_item(document.session, item_id)[1].exercise


def test_own_gyms_come_first_and_the_usual_places_give_way(menu: GymMenu) -> None:
    assert words(menu) == [
        "Home && <b>garden</b>",
        "Park",
        "Gym: everything",
        "My own list\u2026",
        "Gyms and plates\u2026",
    ]
    assert row(menu, "Gym: everything").isChecked()


def test_hovering_a_gym_moves_the_ghost_and_leaves_no_trace(
    menu: GymMenu, document: Document
) -> None:
    before = document.session
    hover(menu, "Park")
    preview = document.preview_reading
    assert preview is not None
    assert preview.session.gym == "Park"
    assert preview.balance.asymmetric_share != document.reading.balance.asymmetric_share
    hover(menu, "My own list\u2026")
    assert document.preview_reading is None
    hover(menu, "Park")
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert document.preview_reading is None
    assert document.session is before
    assert not document.undo_stack.canUndo()


def test_what_would_come_and_go_is_said_before_it_is_done(
    menu: GymMenu, document: Document
) -> None:
    assert menu.words.text() == "Point at a gym to see what would change."
    high = menu.height()
    hover(menu, "Home && <b>garden</b>")
    assert menu.words.isVisible()
    count = sum(1 for _ in items(document.session))
    assert menu.words.text() == f"Back squat \u2192 Goblet squat. {count - 1} stay."
    hover(menu, "Gym: everything")
    assert menu.words.text() == "All of it can be done there."
    assert menu.height() == high
    hover(menu, "My own list\u2026")
    assert menu.words.text() == "Point at a gym to see what would change."
    menu.close()
    menu.popup(QPoint())
    assert menu.words.isVisible()


def test_the_keyboard_previews_and_enter_chooses(
    menu: GymMenu, header: SessionHeader, document: Document
) -> None:
    said: list[str] = []
    header.gym.swapped.connect(said.append)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    if menu.activeAction() is not row(menu, "Home && <b>garden</b>"):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    preview = document.preview_reading
    assert preview is not None
    assert preview.session.gym == HOME.name
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert document.preview_reading is None
    assert document.session.gym == HOME.name
    assert document.session.equipment == HOME.equipment
    assert exercise_at(document, "squat") == "goblet-squat"
    assert said == ["1 swapped: Back squat \u2192 Goblet squat."]


def test_a_click_is_one_step_to_undo(menu: GymMenu, document: Document, session: Session) -> None:
    QTest.mouseClick(menu, LEFT, pos=hover(menu, "Home && <b>garden</b>"))
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "change gym to Home & <b>garden</b>"
    assert exercise_at(document, "squat") == "goblet-squat"
    document.undo_stack.undo()
    assert document.session == session


def test_a_gym_that_has_changed_since_can_be_taken_again(
    qtbot: QtBot, header: SessionHeader, document: Document
) -> None:
    document.push("gym", lambda s: edits.describe(s, gym=HOME.name, equipment=()))
    QTest.mouseClick(header.gym, LEFT)
    menu = header.gym.gyms
    qtbot.waitUntil(menu.isVisible)
    assert row(menu, "Home && <b>garden</b>, as it was").isChecked()
    assert not row(menu, "Home && <b>garden</b>").isChecked()
    QTest.mouseClick(menu, LEFT, pos=hover(menu, "Home && <b>garden</b>"))
    assert document.session.equipment == HOME.equipment


def test_the_gyms_are_asked_for(qtbot: QtBot, menu: GymMenu) -> None:
    with qtbot.waitSignal(menu.gyms_asked):
        QTest.mouseClick(menu, LEFT, pos=hover(menu, "Gyms and plates\u2026"))


def test_a_list_for_once_swaps_too_and_one_only_looked_at_does_nothing(
    header: SessionHeader, document: Document, session: Session
) -> None:
    document.push("gym", lambda s: edits.describe(s, equipment=()))
    header.gym.choose_equipment().accept()
    assert document.undo_stack.count() == 1
    popup = header.gym.choose_equipment()
    popup.name.setText("Hotel")
    popup.accept()
    assert document.session.blocks == session.blocks
    assert document.session.gym == "Hotel"
    popup = header.gym.choose_equipment()
    for at in range(popup.list.count()):
        if popup.list.item(at).text() == "Dumbbell":
            popup.list.item(at).setCheckState(Qt.CheckState.Checked)
    popup.accept()
    assert exercise_at(document, "squat") == "goblet-squat"
    assert document.undo_stack.count() == 3


def test_words_of_swaps() -> None:
    assert swapped_words(()) == ""
    assert swapped_words([("Leg press", None)]) == "Nothing here for Leg press."
    assert swapped_words([("A", "B"), ("C", "C"), ("D", None)]) == (
        "2 swapped: A \u2192 B, C in another form; nothing here for D."
    )
    many = [(letter, "Z") for letter in "ABCDEF"]
    assert swapped_words(many) == ("6 swapped: A \u2192 Z, B \u2192 Z, C \u2192 Z, 3 more.")
    long = swapped_words([("x" * 10_000, "<b>" * 9_000)])
    assert len(long) < 120


def test_cards_of_the_week_change_gym_in_one_edit(
    session: Session, library: dict[str, Exercise]
) -> None:
    other = replace(session, id="other")
    agenda = Agenda({session.id: session, other.id: other})
    edit = change_gym({session.id}, Place("Home", HOME.equipment), library, Settings())
    after = edit(agenda)
    assert after.sessions["other"] is other
    assert after.sessions[session.id].gym == "Home"
    assert find_item(after.sessions[session.id], "squat")[1].exercise == "goblet-squat"
    assert list(after.sessions) == list(agenda.sessions)
