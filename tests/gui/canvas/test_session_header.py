from __future__ import annotations

from datetime import date, time
from math import ceil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.ui.models.session_rows import Heading, rows_of
from hemipelvi_gui.ui.widgets.session_header import SessionHeader, sets_words, when_words
from hemipelvi_gui.ui.widgets.time_popup import TimePopup

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def header(qtbot: QtBot, theme: Theme, document: Document) -> SessionHeader:
    made = SessionHeader(theme, document)
    qtbot.addWidget(made)
    made.resize(640, 70)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def of(document: Document) -> Session:
    return document.session


def test_the_header_says_where_when_how_long_and_how_much(
    header: SessionHeader, document: Document
) -> None:
    minutes = -(-document.reading.seconds // 60)
    assert header.name.text() == "Tuesday"
    assert header.gym.text() == "Gym"
    assert header.day.text() == "No date"
    assert header.budget.text() == "60 min"
    assert header.rest.text() == f"{minutes:.0f} min of 60 · 11 hard sets"


def test_a_click_renames_and_enter_keeps_it(header: SessionHeader, document: Document) -> None:
    QTest.mouseClick(header.name, LEFT)
    QTest.keyClicks(header.name_edit, "Hill day")
    QTest.keyClick(header.name_edit, Qt.Key.Key_Return)
    assert of(document).name == "Hill day"
    assert header.name.isVisible()
    assert document.undo_stack.undoText() == "rename session"
    assert document.undo_stack.count() == 1


def test_escape_and_an_empty_name_keep_the_old_one(
    header: SessionHeader, document: Document
) -> None:
    header.rename()
    QTest.keyClicks(header.name_edit, "No")
    QTest.keyClick(header.name_edit, Qt.Key.Key_Escape)
    header.rename()
    QTest.keyClick(header.name_edit, Qt.Key.Key_Delete)
    QTest.keyClick(header.name_edit, Qt.Key.Key_Return)
    assert of(document).name == "Tuesday"
    assert not document.undo_stack.canUndo()


def test_a_day_and_a_time_are_chosen(
    qtbot: QtBot, header: SessionHeader, document: Document
) -> None:
    popup = header.choose_day()
    popup.calendar.setSelectedDate(QDate(2026, 11, 24))
    popup.has_start.click()
    popup.start.setTime(QTime(6, 30))
    popup.done.click()
    assert of(document).date == date(2026, 11, 24)
    assert of(document).start == time(6, 30)
    qtbot.waitUntil(lambda: "24" in header.day.text() and "06:30" in header.day.text())
    header.choose_day().no_date.click()
    assert of(document).date is None
    assert of(document).start == time(6, 30)


def test_escape_leaves_the_day_as_it_was(header: SessionHeader, document: Document) -> None:
    popup = header.choose_day()
    popup.calendar.setSelectedDate(QDate(2026, 1, 1))
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert of(document).date is None


def test_the_time_at_hand_is_chosen_from_the_menu(
    header: SessionHeader, document: Document
) -> None:
    header.budget_menu.aboutToShow.emit()
    rows = {action.text(): action for action in header.budget_menu.actions()}
    assert rows["60 min"].isChecked()
    rows["45 min"].trigger()
    assert of(document).minutes == 45
    header.budget_menu.aboutToShow.emit()
    next(a for a in header.budget_menu.actions() if a.text() == "No limit").trigger()
    assert of(document).minutes is None
    assert header.budget.text() == "No limit"


def test_the_gym_is_a_usual_place_or_a_list(
    qtbot: QtBot, header: SessionHeader, document: Document
) -> None:
    header.gym.gyms.aboutToShow.emit()
    everything, home, travel = header.gym.gyms.actions()[:3]
    assert everything.isChecked()
    home.trigger()
    assert of(document).gym == "Home"
    assert of(document).equipment == (Equipment.DUMBBELL, Equipment.BAND, Equipment.BENCH)
    travel.trigger()
    assert of(document).equipment == ()
    popup = header.gym.choose_equipment()
    row = next(
        popup.list.item(at)
        for at in range(popup.list.count())
        if popup.list.item(at).text() == "Kettlebell"
    )
    row.setCheckState(Qt.CheckState.Checked)
    popup.name.setText("Garage <b>")
    popup.accept()
    assert of(document).equipment == (Equipment.KETTLEBELL,)
    qtbot.waitUntil(lambda: header.gym.text() == "Garage <b>")
    assert document.undo_stack.undoText() == "change gym to Garage <b>"


def test_a_gym_that_is_none_of_the_usual_ones_is_listed_and_ticked(
    header: SessionHeader, document: Document
) -> None:
    rack = (Equipment.BARBELL, Equipment.RACK)
    document.push("gym", lambda s: edits.describe(s, gym="Rack & more", equipment=rack))
    header.gym.gyms.aboutToShow.emit()
    ticked = [action for action in header.gym.gyms.actions() if action.isChecked()]
    assert [action.text() for action in ticked] == ["Rack && more"]
    ticked[0].trigger()
    assert of(document).equipment == rack
    assert document.undo_stack.count() == 1
    header.gym.gyms.actions()[1].trigger()
    header.gym.gyms.aboutToShow.emit()
    assert "Rack && more" not in [action.text() for action in header.gym.gyms.actions()]


def test_any_other_time_is_typed(header: SessionHeader, document: Document) -> None:
    header.budget_menu.aboutToShow.emit()
    other = next(a for a in header.budget_menu.actions() if a.text() == "Other\u2026")
    other.trigger()
    popup = header.findChild(TimePopup)
    assert popup is not None
    assert (popup.minutes.minimum(), popup.minutes.maximum()) == (5, 240)
    QTest.keyClicks(popup.minutes, "35")
    QTest.keyClick(popup.minutes, Qt.Key.Key_Return)
    assert of(document).minutes == 35
    assert document.undo_stack.undoText() == "set time"
    header.budget_menu.aboutToShow.emit()
    ticked = [action.text() for action in header.budget_menu.actions() if action.isChecked()]
    assert ticked == ["35 min"]


def test_a_time_that_nobody_touched_stays_no_limit(
    header: SessionHeader, document: Document
) -> None:
    document.push("time", lambda s: edits.describe(s, minutes=None))
    header.choose_budget().close()
    assert of(document).minutes is None
    header.choose_budget().done.click()
    assert of(document).minutes == 60
    popup = header.choose_budget()
    popup.minutes.stepUp()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert of(document).minutes == 60


@pytest.mark.parametrize("minutes", [1, 900])
def test_a_time_from_a_file_that_is_out_of_the_usual_range_is_kept(
    header: SessionHeader, document: Document, minutes: int
) -> None:
    document.push("time", lambda s: edits.describe(s, minutes=minutes))
    header.choose_budget().done.click()
    assert of(document).minutes == minutes


def test_the_minutes_of_the_sections_add_up_to_the_header_s(document: Document) -> None:
    rows = [row for row in rows_of(document.reading) if isinstance(row, Heading)]
    assert sum(row.minutes for row in rows) == ceil(document.reading.seconds / 60)


def test_a_long_gym_does_not_widen_the_window(
    qtbot: QtBot, header: SessionHeader, document: Document
) -> None:
    document.push("gym", lambda s: edits.describe(s, gym="Garage & " * 30))
    assert header.minimumSizeHint().width() < 500
    qtbot.waitUntil(lambda: header.gym.text().startswith("Garage && "))
    assert header.gym.text().endswith("\u2026")


def test_a_long_name_is_elided_and_never_markup(header: SessionHeader, document: Document) -> None:
    name = "<img src='x'>" + "very long " * 1000
    document.push("rename", lambda s: edits.describe(s, name=name))
    assert header.name.minimumSizeHint().width() < 200
    assert header.minimumSizeHint().width() < 640
    assert header.name.textFormat() is Qt.TextFormat.PlainText


def test_words_of_the_header(document: Document) -> None:
    assert sets_words(1.0) == "1 hard set"
    assert sets_words(10.5) == "10.5 hard sets"
    assert when_words(document.session) == "No date"
