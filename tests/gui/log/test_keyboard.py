"""The keyboard on the Log page: Tab comes to every field, and it is never nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hemipelvi_gui.ui.log.exercise_menu import ExercisePopup
from tests.gui.log.conftest import LUNGE, SQUAT, OpenLog, click, keys_with_alt, planned, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.pages.log import LogPage

MOST_STOPS = 80


def stops(qtbot: QtBot, page: LogPage) -> list[QWidget]:
    """Where Tab comes to, once round."""
    page.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    visited: list[QWidget] = []
    for _ in range(MOST_STOPS):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in visited:
            break
        visited.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return visited


def test_tab_comes_to_all_of_a_session_and_of_the_day(qtbot: QtBot, page: LogPage) -> None:
    click(page.sessions.first)
    visited = stops(qtbot, page)
    assert visited[0] is page.view.done
    fields = page.view.fields
    for widget in (
        *(fields.amount.line, fields.load.line, fields.rpe.line),
        *(page.view.done, page.sets.tasks, page.sets.buttons["end"]),
        *(page.runs.line.field, page.check_in.rows["hip_flexor_left"], page.header.field.line),
    ):
        assert widget in visited, widget.accessibleName()


def test_tab_comes_to_all_while_no_session_is_open(qtbot: QtBot, page: LogPage) -> None:
    visited = stops(qtbot, page)
    for widget in (page.start.go, page.start.run, page.runs.line.field, page.header.field.line):
        assert widget in visited


def test_an_exercise_that_is_chosen_can_be_done_at_once(qtbot: QtBot, open_log: OpenLog) -> None:
    page = open_log()
    menu = page.sessions.open_menu()
    menu.actions()[-1].trigger()
    menu.close()
    popup = page.sets.open_exercises()
    assert isinstance(popup, ExercisePopup)
    popup.search.setText("back squat")
    popup.accept()
    qtbot.waitUntil(page.view.done.hasFocus)
    press(Qt.Key.Key_Space)
    assert [len(each.sets) for each in page.bench.workout.tasks] == [1]  # type: ignore[union-attr]


def test_after_a_press_in_the_list_space_and_enter_tick_the_set(page: LogPage) -> None:
    click(page.start.go)
    tasks = page.sets.tasks
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        place = tasks.visualItemRect(tasks.item(2)).center()
        QTest.mouseClick(tasks.viewport(), Qt.MouseButton.LeftButton, pos=place)
        press(key)
    workout = page.bench.workout
    assert workout is not None
    assert [len(each.sets) for each in workout.tasks] == [0, 0, 2]


def test_enter_presses_every_button_that_has_the_keyboard(page: LogPage) -> None:
    page.start.tests.setFocus()
    press(Qt.Key.Key_Return)
    assert page.tests.isVisible()
    page.tests.close_it.setFocus()
    press(Qt.Key.Key_Return)
    assert page.start.isVisible()
    page.runs.buttons["r1"].setFocus()
    press(Qt.Key.Key_Return)
    assert page.runs.line.field.hasFocus()
    page.start.go.setFocus()
    press(Qt.Key.Key_Return)
    assert page.view.isVisible()


def test_no_key_with_alt_means_two_things(page: LogPage) -> None:
    click(page.start.go)
    page.paper.table.plan_all()
    states = (page.start, page.sets, page.paper, page.finish, page.summary, page.tests)
    for state in states:
        page._show(state)  # noqa: SLF001
        QApplication.processEvents()
        keys = keys_with_alt(page)
        assert "Alt+T" in keys
        assert len(keys) == len(set(keys)), (type(state).__name__, sorted(keys))


def test_what_can_be_chosen_leaves_the_large_button_in_sight(open_log: OpenLog) -> None:
    page = open_log(planned(SQUAT, LUNGE))
    click(page.start.go)
    popup = page.sets.open_swaps()
    assert popup is not None
    QApplication.processEvents()
    done = page.view.done.rect().translated(page.view.done.mapToGlobal(page.view.done.pos() * 0))
    assert not popup.geometry().intersects(done)
    assert popup.list.sizeHintForRow(0) >= 32
    first = page._document.library[popup.list.item(0).data(Qt.ItemDataRole.UserRole)]  # noqa: SLF001
    squat = page.bench.exercise
    assert squat is not None
    assert first.pattern is squat.pattern
    popup.reject()
