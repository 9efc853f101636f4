from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.widgets.instance_strip import InstanceStrip
from tests.builders import session_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.window.conftest import OpenWindow

TUESDAY = date(2026, 11, 24)
LUNGES = session_of("walking-lunge 3x8/side @7", "calf-raise 3x8 @7")
FIVES = parse("5x5/side @8")


@pytest.fixture
def planned(open_window: OpenWindow, home: Path) -> MainWindow:
    """The window on the second of four Tuesdays of a plan."""
    every = [
        instance(LUNGES, TUESDAY + timedelta(days=7 * week), "base", entry_id=f"gym {week}")
        for week in range(4)
    ]
    store = open_store(home)
    base = Plan("base", "Autumn base", date(2026, 11, 23), 8)
    store.apply(Changes({each.id: each for each in every}, plans={"base": base}))
    settings = replace(Settings(), welcomed=True, theme="light", last_session="gym 1")
    store.save_settings(vars(settings))
    store.close()
    window = open_window()
    window.pages.furnish()
    return window


def strip(window: MainWindow) -> InstanceStrip:
    found = window.findChild(InstanceStrip)
    assert isinstance(found, InstanceStrip)
    return found


def click(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def change_lunge(window: MainWindow, words: str = "5x5/side @8") -> None:
    document = window.desk.document
    lunge = next(items(document.session)).id
    edit = partial(edits.prescribe, item_id=lunge, prescription=parse(words))
    assert document.push("change lunge", edit)


def lunges(window: MainWindow) -> list[str]:
    sessions = window.plans.weeks.whole("base").sessions
    found = [next(items(sessions[f"gym {week}"])).prescription for week in range(4)]
    return ["new" if each == FIVES else "old" for each in found]


def test_the_strip_says_where_the_session_stands(planned: MainWindow) -> None:
    assert strip(planned).words.text().startswith("Autumn base, week 2 of 8")
    assert not strip(planned).every.isVisible()


def test_an_edit_goes_to_this_one_first_and_asks_about_the_others(planned: MainWindow) -> None:
    change_lunge(planned)
    assert lunges(planned) == ["old", "new", "old", "old"]
    assert strip(planned).from_here.text() == "From here on (3)"
    assert strip(planned).every.text() == "All (4)"


def test_from_here_on_takes_this_and_all_later_changes(planned: MainWindow) -> None:
    change_lunge(planned, "4x6/side")
    change_lunge(planned)
    click(strip(planned).from_here)
    assert lunges(planned) == ["old", "new", "new", "new"]
    change_lunge(planned, "2x12/side")
    assert lunges(planned) == ["old", "old", "old", "old"]
    planned.desk.document.undo_stack.undo()
    assert lunges(planned) == ["old", "new", "new", "new"]


def test_all_reaches_those_before_too_and_undo_takes_it_back_in_one_step(
    planned: MainWindow,
) -> None:
    change_lunge(planned)
    click(strip(planned).every)
    assert lunges(planned) == ["new"] * 4
    planned.desk.document.undo_stack.undo()
    assert lunges(planned) == ["old", "new", "old", "old"]
    planned.desk.document.undo_stack.undo()
    assert lunges(planned) == ["old"] * 4


def test_only_this_one_is_an_answer_that_holds(planned: MainWindow) -> None:
    change_lunge(planned)
    click(strip(planned).only_this)
    assert not strip(planned).every.isVisible()
    change_lunge(planned, "4x6/side")
    assert not strip(planned).every.isVisible()
    assert lunges(planned) == ["old"] * 4


def test_what_is_undone_is_not_asked_about(planned: MainWindow) -> None:
    change_lunge(planned)
    planned.desk.document.undo_stack.undo()
    assert not strip(planned).every.isVisible()


def test_another_session_begins_with_this_one_alone(planned: MainWindow) -> None:
    change_lunge(planned)
    click(strip(planned).every)
    planned.sessions.open("gym 2")
    change_lunge(planned, "2x12/side")
    assert lunges(planned) == ["new", "new", "old", "new"]


def test_a_session_in_no_plan_has_no_strip(planned: MainWindow) -> None:
    planned.sessions.new()
    assert not strip(planned).isVisible()


def test_the_question_and_its_answers_are_whole_where_there_is_little_room(
    planned: MainWindow,
) -> None:
    planned.resize(1400, 800)
    change_lunge(planned)
    for scale, in_one_line in ((1.0, True), (2.0, False), (1.0, True)):
        planned.desk.theme.enlarge(scale)
        for _ in range(3):
            QApplication.processEvents()
        asked = strip(planned)
        answers = (asked.from_here, asked.every, asked.only_this)
        for each in (asked.words, *answers):
            assert each.width() >= each.sizeHint().width()
        left = asked.from_here.mapTo(asked, QPoint()).x()
        assert (asked.words.geometry().right() < left) is in_one_line


def test_the_question_makes_no_window_wider_than_a_small_screen(planned: MainWindow) -> None:
    change_lunge(planned)
    for scale in (2.0, 1.0):
        planned.desk.theme.enlarge(scale)
        planned.resize(1280, 800)
        for _ in range(3):
            QApplication.processEvents()
        asked = strip(planned)
        assert asked.every.isVisible()
        assert planned.minimumSizeHint().width() <= 1280
        assert asked.words.width() >= asked.words.sizeHint().width()
