"""Sessions that are over, that were broken off, or that stand on another day of the week."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.log.conftest import LUNGE, SQUAT, TODAY, click, diary, easy_run, planned, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.log import LogPage
    from tests.gui.log.conftest import OpenLog


def test_a_session_that_is_over_opens_with_what_was_done(open_log: OpenLog) -> None:
    page = open_log(planned(SQUAT), runs=(easy_run(),))
    click(page.start.go)
    for _ in range(3):
        click(page.view.done)
    page.finish.minutes.setValue(52)
    press("7", Qt.Key.Key_Return)
    assert page.start.words.text() == "Still planned: Easy 8 km"
    click(page.sessions.first)
    assert page.summary.isVisible()
    assert not page.view.done.isVisible()
    assert page.summary.facts.text().endswith("52 min \u00b7 RPE 7")
    assert page.summary.rows.text() == "Back squat: 2 \u00d7 5 \u00b7 100 kg \u00b7 @8"
    press(Qt.Key.Key_Return)
    assert page.view.isVisible()
    click(page.view.chips.buttons[0])
    press("3", Qt.Key.Key_Return)
    assert diary(page)[0].items[0].sets[0].amount == 3
    assert not diary(page)[0].going


def test_what_is_undone_of_the_end_goes_on_with_the_sets(open_log: OpenLog) -> None:
    page = open_log(planned(SQUAT))
    click(page.start.go)
    click(page.view.done)
    page.show_finish()
    page.finish.write()
    QApplication.processEvents()
    click(page.sessions.first)
    assert page.summary.isVisible()
    QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.view.isVisible()
    assert page.view.done.text() == "Set done"


def test_sessions_of_other_days_of_the_week_can_be_done_today(open_log: OpenLog) -> None:
    wednesday = planned(LUNGE, id="s2", name="Strength B", date=date(2026, 11, 25))
    page = open_log(planned(SQUAT), wednesday)
    menu = page.sessions.open_menu()
    first = menu.actions()[0]
    assert first.text() == "Strength B, planned for Wed 25 Nov"
    first.trigger()
    menu.close()
    click(page.view.done)
    (done,) = diary(page)
    assert (done.session, done.date) == ("s2", TODAY)


def test_what_is_open_is_marked_and_asks_for_nothing(page: LogPage) -> None:
    click(page.start.go)
    click(page.view.done)
    (button,) = page.sessions.buttons.values()
    assert (button.property("kind"), button.isChecked()) == ("answer", True)


def test_a_home_test_says_how_it_is_done_and_that_it_is_kept(open_log: OpenLog) -> None:
    page = open_log()
    page.show_tests()
    panel = page.tests
    for index in range(panel.kind.count()):
        panel.kind.setCurrentIndex(index)
        assert "Count" in panel.how.text()
    panel.lines["left"][0].setText("4")
    said: list[str] = []
    panel.wrote.connect(said.append)
    click(panel.save)
    assert said == ["Written down: Toe touch."]


def test_after_a_crash_the_window_opens_on_the_session_that_is_going(
    open_log: OpenLog, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    page = open_log(planned(SQUAT))
    click(page.start.go)
    click(page.view.done)
    page.window().pages.show_build()  # type: ignore[attr-defined]
    open_window.shut()  # type: ignore[attr-defined]
    window = open_window(show=False)
    window.plans.clock = window.logs.clock = lambda: TODAY
    window.show()
    qtbot.waitUntil(lambda: window.pages.name() == "log")
    assert window.pages.log.start.go.text() == "Go on with Strength A"
