from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.coach.history import LEAVE_OUT, NEW
from tests.gui.log_import.conftest import click, hevy_file, kept, settle, whole_log

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.dialogs.log_import_dialog import LogImportDialog
    from hemipelvi_gui.ui.dialogs.name_review import NameReview
    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.log_import.conftest import ReadLogs

# Two that nothing here is called like, and one that everybody knows.
ODD = ("Zercher wobble squat", "Blorp")


@pytest.fixture
def dialog(read: ReadLogs, tmp_path: Path) -> LogImportDialog:
    return read(hevy_file(tmp_path, "Back squat", *ODD))


@pytest.fixture
def review(dialog: LogImportDialog) -> NameReview:
    click(dialog.shown.review)
    assert dialog.review is not None
    return dialog.review


def press(review: NameReview, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(review.list, key)


def titles(review: NameReview) -> list[str]:
    rows = review.list.rows
    return [rows.row_at(number).title for number in range(rows.rowCount())]


def exercises(window: MainWindow) -> set[str]:
    return {item.exercise for done in whole_log(window).diary.values() for item in done.items}


def test_it_says_how_many_names_are_known(dialog: LogImportDialog) -> None:
    assert dialog.shown.names.text() == "Exercise names: 1 of 3 are clear, 2 to look at."


def test_each_name_has_a_proposal_and_its_reason(review: NameReview) -> None:
    assert review.name.text() == ODD[0]
    assert review.progress.text() == "1 of 2"
    assert review.reason.text().startswith("1 set \u00b7 Not in the library.")
    first = review.list.rows.row_at(0)
    assert first.title == f"New exercise: {ODD[0]}"
    assert first.note == "proposed \u00b7 Symmetric as guessed"
    assert titles(review)[1] == "Zercher squat"
    assert titles(review)[-1] == "Leave out"
    assert review.list.hasFocus() or review.list is review.window().focusWidget()


def test_enter_accepts_and_goes_on(review: NameReview) -> None:
    press(review, Qt.Key.Key_Return)
    assert review.queue.decisions == {ODD[0]: NEW}
    assert review.name.text() == ODD[1]


def test_arrows_choose_another_meaning(review: NameReview) -> None:
    press(review, Qt.Key.Key_Down)
    chosen = review.list.key
    press(review, Qt.Key.Key_Return)
    assert review.queue.decisions == {ODD[0]: chosen}


def test_typing_searches_the_library(
    qtbot: QtBot, window: MainWindow, dialog: LogImportDialog, review: NameReview
) -> None:
    QTest.keyClick(review.list, Qt.Key.Key_G)
    assert review.window().focusWidget() is review.field
    QTest.keyClicks(review.field, "oblet squat")
    assert titles(review)[0] == "Goblet squat"
    QTest.keyClick(review.field, Qt.Key.Key_Return)
    assert review.queue.decisions == {ODD[0]: "goblet-squat"}
    assert review.window().focusWidget() is review.list
    press(review, Qt.Key.Key_Escape)
    settle(qtbot, dialog)
    click(dialog.go)
    assert "goblet-squat" in exercises(window)


def test_the_next_file_with_the_name_is_not_asked_about(
    qtbot: QtBot, window: MainWindow, dialog: LogImportDialog, review: NameReview, read: ReadLogs,
    tmp_path: Path,
) -> None:  # fmt: skip
    QTest.keyClicks(review.field, "goblet squat")
    QTest.keyClick(review.field, Qt.Key.Key_Return)
    press(review, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: dialog.go.isVisible())
    settle(qtbot, dialog)
    click(dialog.go)
    assert kept(window).names == 2
    again = read(hevy_file(tmp_path, *ODD, name="again.csv"))
    assert again.shown.names.text() == "Exercise names: 2 of 2 are clear."
    assert not again.shown.review.isVisible()


def test_n_makes_a_new_exercise_and_l_leaves_the_name_out(
    qtbot: QtBot, window: MainWindow, dialog: LogImportDialog, review: NameReview
) -> None:
    press(review, Qt.Key.Key_N, Qt.Key.Key_L)
    assert review.queue.decisions == {ODD[0]: NEW, ODD[1]: LEAVE_OUT}
    qtbot.waitUntil(lambda: dialog.go.isVisible())
    settle(qtbot, dialog)
    assert dialog.shown.said.text() == "1 session with 2 sets comes in"
    assert "1 line left out" in dialog.shown.more.text()
    click(dialog.go)
    own = window.desk.document.own_exercises
    assert [each.name for each in own.values()] == [ODD[0]]
    window.desk.document.undo_stack.undo()
    assert kept(window) == (0, 0, 0, 0)


def test_a_word_that_begins_with_l_is_no_decision(review: NameReview) -> None:
    QTest.keyClick(review.list, Qt.Key.Key_L)
    assert review.name.text() == ODD[1]
    QTest.keyClick(review.list, Qt.Key.Key_U)
    assert review.name.text() == ODD[0]
    assert review.field.text() == "lu"
    assert review.queue.decisions == {}
    QTest.keyClicks(review.field, "nge")
    assert "lunge" in titles(review)[0].lower()


def test_a_letter_that_begins_no_word_with_it_leaves_the_decision(review: NameReview) -> None:
    QTest.keyClick(review.list, Qt.Key.Key_L)
    QTest.keyClick(review.list, Qt.Key.Key_R)
    assert review.name.text() == ODD[1]
    assert review.field.text() == "r"
    assert review.queue.decisions == {ODD[0]: LEAVE_OUT}


def test_nor_is_it_at_the_last_name(review: NameReview, dialog: LogImportDialog) -> None:
    press(review, Qt.Key.Key_Return, Qt.Key.Key_L)
    assert review.isVisible()
    QTest.keyClick(review.list, Qt.Key.Key_E)
    assert review.name.text() == ODD[1]
    assert review.field.text() == "le"
    assert not dialog.go.isVisible()


def test_backspace_goes_back_to_what_was_decided(review: NameReview) -> None:
    press(review, Qt.Key.Key_Down, Qt.Key.Key_Down)
    chosen = review.list.key
    press(review, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    assert review.name.text() == ODD[0]
    assert review.list.key == chosen


def test_escape_keeps_what_was_decided(
    qtbot: QtBot, dialog: LogImportDialog, review: NameReview
) -> None:
    press(review, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    settle(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.wish.decisions == {ODD[0]: NEW}
    assert dialog.shown.names.text() == "Exercise names: 2 of 3 are clear, 1 to look at."


def test_all_that_is_left_can_be_accepted_at_once(
    qtbot: QtBot, dialog: LogImportDialog, review: NameReview
) -> None:
    assert review.rest.text() == "Accept all 2 left"
    click(review.rest)
    settle(qtbot, dialog)
    assert dialog.wish.decisions == dict.fromkeys(ODD, NEW)
    assert not dialog.shown.review.isVisible()


def test_a_name_that_was_known_can_be_changed_too(dialog: LogImportDialog) -> None:
    click(dialog.shown.every)
    assert dialog.review is not None
    assert [each.name for each in dialog.review.queue.names] == [*ODD, "Back squat"]


def test_a_search_that_finds_nothing_says_so(review: NameReview) -> None:
    QTest.keyClicks(review.field, "qqqqqq")
    assert titles(review) == ["The library has nothing of that name."]
    assert not review.accept.isEnabled()
    QTest.keyClick(review.field, Qt.Key.Key_Return)
    assert review.queue.decisions == {}
    QTest.keyClick(review.field, Qt.Key.Key_Escape)
    assert review.accept.isEnabled()


def test_import_waits_for_what_a_decision_makes(
    qtbot: QtBot, window: MainWindow, dialog: LogImportDialog, review: NameReview
) -> None:
    press(review, Qt.Key.Key_L, Qt.Key.Key_Escape)
    click(dialog.go)
    qtbot.waitUntil(lambda: kept(window).sessions == 1)
    assert len(exercises(window)) == 2
