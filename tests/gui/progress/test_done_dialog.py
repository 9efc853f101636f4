"""What was done is written down, and tells the numbers of the next time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hemipelvi_gui.domain.agenda_edits import skip
from hemipelvi_gui.domain.diary import DoneItem, DoneSession
from hemipelvi_gui.domain.diary_edits import done_as_planned
from hemipelvi_gui.domain.grammar import write
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.ui.dialogs.done_dialog import DoneDialog
from hemipelvi_gui.ui.dialogs.progress_dialog import ProgressDialog
from tests.builders import session_of
from tests.gui.progress.conftest import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.progress.conftest import Open


def opened(window: MainWindow, session_id: str = "week-1") -> DoneDialog:
    window.plans.done(session_id)
    QApplication.processEvents()
    found = [each for each in window.findChildren(DoneDialog) if each.isVisible()]
    assert len(found) == 1
    found[0].activateWindow()
    return found[0]


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> DoneDialog:
    made = opened(window)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def diary(window: MainWindow) -> list[DoneSession]:
    return list(window.plans.weeks.whole("p").diary.values())


def numbers(window: MainWindow, session_id: str) -> dict[str, str]:
    session = window.plans.weeks.whole("p").sessions[session_id]
    return {item.id: write(item.prescription) for item in items(session)}


def put(dialog: DoneDialog, item_id: str, text: str) -> None:
    line = dialog.lines.lines[item_id]
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)


def test_lines_are_filled_in_as_planned(dialog: DoneDialog) -> None:
    said = {key: line.text() for key, line in dialog.lines.lines.items()}
    assert said == {"i1": "3x5 @8 100kg", "i2": "3x9/side @7 2x16kg", "i3": "2x20m @5"}
    assert dialog.facts.day == date(2026, 11, 17)
    assert (dialog.facts.rpe.text(), dialog.facts.minutes.text()) == ("not given", "not given")
    assert not dialog.delete.isVisible()


def test_enter_writes_it_down_as_one_step(window: MainWindow, dialog: DoneDialog) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    (done,) = diary(window)
    assert (done.session, done.name, done.start) == ("week-1", "Strength A", time(18))
    assert {each.item: len(each.sets) for each in done.items} == {"i1": 3, "i2": 3, "i3": 2}
    assert (done.rpe, done.seconds) == (None, None)
    stack = window.desk.document.undo_stack
    assert (stack.count(), stack.undoText()) == (1, "write down Strength A")
    stack.undo()
    assert diary(window) == []
    stack.redo()
    assert diary(window) == [done]


def test_by_keyboard_alone_with_effort_minutes_and_notes(
    window: MainWindow, dialog: DoneDialog
) -> None:
    lines = list(dialog.lines.lines.values())
    assert focus() is lines[0]
    QTest.keyClicks(lines[0], "2x20m @9")
    for following in lines[1:]:
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        assert focus() is following
    facts = dialog.facts
    for field, typed in ((facts.rpe, "7.5"), (facts.minutes, "55"), (facts.notes, "Good")):
        for _ in range(9):
            QTest.keyClick(focus(), Qt.Key.Key_Tab)
            if focus() is field:
                break
        assert focus() is field
        QTest.keyClicks(field, typed)
    QTest.keyClick(facts.notes, Qt.Key.Key_Return)
    assert diary(window) == []
    QTest.keyClick(facts.notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (done,) = diary(window)
    assert (done.rpe, done.seconds, done.notes) == (7.5, 55 * 60, "Good")
    assert {each.rpe for each in done.items[0].sets} == {9}


def test_what_cant_be_read_is_said_under_its_line(window: MainWindow, dialog: DoneDialog) -> None:
    put(dialog, "i2", "3x8 2x16k")
    line = dialog.lines.lines["i2"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert diary(window) == []
    assert line.note.isVisible()
    assert "2x16k" in line.note.accessibleName()
    assert line.cursorPosition() == 4
    put(dialog, "i2", "3x8 2x16kg")
    assert not line.note.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert len(diary(window)) == 1


def test_an_empty_line_was_not_done(window: MainWindow, dialog: DoneDialog) -> None:
    put(dialog, "i3", "")
    dialog.write()
    assert {each.item for each in diary(window)[0].items} == {"i1", "i2"}


def test_nothing_at_all_is_not_written(window: MainWindow, dialog: DoneDialog) -> None:
    for item_id in ("i1", "i2", "i3"):
        put(dialog, item_id, "")
    dialog.write()
    assert dialog.fault.isVisible()
    assert diary(window) == []


def test_the_next_time_is_shown_with_reasons_and_not_taken_by_itself(
    window: MainWindow, dialog: DoneDialog
) -> None:
    put(dialog, "i2", "3x10 2x16kg @7")
    before = numbers(window, "week-2")
    dialog.write()
    page = dialog.next_time
    assert page is not None
    said = {tick.text(): str(each.reason) for tick, each in page.ticks.items()}
    assert said["Back squat: 3 × 5 · 100 kg → 102.5 kg"].startswith("All 3 × 5 done at RPE 8")
    assert len(said) == 2
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert numbers(window, "week-2") == before
    page.leave.click()
    assert not dialog.isVisible()
    assert numbers(window, "week-2") == before


def test_later_sessions_with_other_numbers_are_told_of_and_lead_to_the_progress(
    qtbot: QtBot, window: MainWindow, dialog: DoneDialog
) -> None:
    dialog.write()
    page = dialog.next_time
    assert page is not None
    assert page.progress.isVisible()
    assert page.progress.text().endswith(
        "later sessions were planned from other numbers. Progress\u2026"
    )
    page.progress.click()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(ProgressDialog)))


def test_ticked_numbers_are_taken_as_one_step(window: MainWindow, dialog: DoneDialog) -> None:
    put(dialog, "i2", "3x10 2x16kg @7")
    dialog.write()
    page = dialog.next_time
    assert page is not None
    squat, lunge = page.ticks
    middle = QPoint(10, lunge.height() // 2)
    QTest.mouseClick(lunge, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert squat.text().startswith("Back squat")
    taken = numbers(window, "week-2")
    assert (taken["i1"], taken["i2"]) == ("3x5 @8 102.5kg", "3x8-10/side @7 2x16kg")
    stack = window.desk.document.undo_stack
    assert (stack.count(), stack.undoText()) == (2, "take the next numbers of Strength A")
    stack.undo()
    assert numbers(window, "week-2")["i1"] == "3x5 @8 100kg"
    assert len(diary(window)) == 1


def test_what_stays_is_said_too(window: MainWindow, dialog: DoneDialog) -> None:
    put(dialog, "i1", "2x5 100kg then 1x3")
    put(dialog, "i2", "3x6 2x16kg")
    dialog.write()
    page = dialog.next_time
    assert page is not None
    assert page.ticks == {}
    assert not page.take.isVisible()
    page.leave.click()
    assert numbers(window, "week-2")["i1"] == "3x5 @8 100kg"


def test_an_entry_is_opened_again_and_keeps_what_a_line_cant_say(window: MainWindow) -> None:
    session = window.plans.weeks.whole("p").sessions["week-1"]
    done = done_as_planned(session, TODAY, lambda: "d1")
    _, squat, lunge = done.items
    lunge = replace(lunge, notes="left knee")
    beside = DoneItem("pull-up", sets=squat.sets)
    entry = replace(done, items=(squat, lunge, beside), rpe=7.25, seconds=90.0)
    window.plans.weeks.push("log", lambda agenda: replace(agenda, diary={"d1": entry}))
    dialog = opened(window)
    assert (dialog.facts.day, dialog.lines.lines["i3"].text()) == (TODAY, "")
    assert dialog.delete.isVisible()
    put(dialog, "i1", "3x5 105kg")
    put(dialog, "i2", "3x7/side 2x16kg")
    dialog.write()
    (kept,) = diary(window)
    assert (kept.id, kept.rpe, kept.seconds) == ("d1", 7.25, 90.0)
    assert [each.exercise for each in kept.items] == ["back-squat", "walking-lunge", "pull-up"]
    assert kept.items[1].notes == "left knee"
    assert {each.amount for each in kept.items[1].sets} == {7}


def test_saving_what_was_not_changed_is_no_step(window: MainWindow, dialog: DoneDialog) -> None:
    dialog.write()
    dialog.accept()
    again = opened(window)
    again.write()
    again.accept()
    assert window.desk.document.undo_stack.count() == 1


def test_an_entry_is_deleted_and_comes_back(window: MainWindow, dialog: DoneDialog) -> None:
    dialog.write()
    dialog.accept()
    again = opened(window)
    QTest.mouseClick(again.delete, Qt.MouseButton.LeftButton)
    assert not again.isVisible()
    assert diary(window) == []
    window.desk.document.undo_stack.undo()
    assert len(diary(window)) == 1


def test_what_was_skipped_and_done_all_the_same_is_not_skipped(window: MainWindow) -> None:
    def skipped(agenda: Agenda) -> Agenda:
        return skip(agenda, ("week-1",))

    window.plans.weeks.push("skip", skipped)
    opened(window).write()
    assert not window.plans.weeks.whole("p").sessions["week-1"].skipped


def test_nothing_is_done_in_the_future(window: MainWindow) -> None:
    dialog = opened(window, "week-3")
    assert dialog.facts.day == TODAY
    dialog.reject()


def test_the_session_menu_writes_down_the_shown_session(open_on: Open) -> None:
    window = open_on()
    window.actions_by_name["done"].trigger()
    assert [each for each in window.findChildren(DoneDialog) if each.isVisible()] == []
    session = session_of("back-squat 3x5 @8 100kg")
    window.desk.document.add_session("new session", session)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    (dialog,) = [each for each in window.findChildren(DoneDialog) if each.isVisible()]
    dialog.write()
    assert not dialog.isVisible()
    (done,) = window.plans.weeks.agenda.diary.values()
    assert (done.session, done.date) == (session.id, TODAY)


def test_what_was_done_long_ago_is_found_in_its_plan(window: MainWindow) -> None:
    opened(window).write()
    weeks = window.plans.weeks
    weeks.show_day(date(2028, 1, 3))
    session = weeks.whole("p").sessions["week-1"]
    done = weeks.logged(session)
    assert done is not None
    assert done.session == "week-1"
