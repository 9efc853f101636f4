"""Results from a printed sheet, typed cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.ui.log.paper_model import FIRST_SET
from tests.gui.log.conftest import BUG, LUNGE, SQUAT, click, diary, planned, press, undo_names

if TYPE_CHECKING:
    from hemipelvi_gui.ui.log.paper_grid import PaperGrid
    from hemipelvi_gui.ui.pages.log import LogPage
    from tests.gui.log.conftest import OpenLog


@pytest.fixture
def sheet(open_log: OpenLog) -> LogPage:
    """A squat and a superset, on paper."""
    page = open_log(planned(SQUAT, (LUNGE, BUG)))
    page.go_to_session()
    click(page.start.go)
    click(page.tabs["paper"])
    QAbstractItemModelTester(
        page.paper.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    return page


def cells(paper: PaperGrid) -> list[list[str]]:
    model = paper.model
    return [
        [model.index(row, FIRST_SET + number).data() for number in range(2)]
        for row in range(model.rowCount())
    ]


def names(paper: PaperGrid) -> list[str]:
    return [paper.model.index(row, 0).data() for row in range(paper.model.rowCount())]


def here(paper: PaperGrid) -> tuple[int, int]:
    index = paper.table.currentIndex()
    return index.row(), index.column() - FIRST_SET


def test_the_rows_stand_in_the_order_of_the_sheet(sheet: LogPage) -> None:
    assert names(sheet.paper) == ["Back squat", "A1 Walking lunge", "A2 Dead bug"]
    assert here(sheet.paper) == (0, 0)


def test_a_page_is_typed_by_keyboard_alone(sheet: LogPage) -> None:
    typed = ("5", "4 105 @9", "8/7", "=", "-", "8")
    for text in typed:
        press(text, Qt.Key.Key_Return)
    (done,) = diary(sheet)
    by_exercise = {each.exercise: each.sets for each in done.items}
    squat = by_exercise["back-squat"]
    assert [(each.amount, each.rpe) for each in squat] == [(5, None), (4, 9)]
    assert squat[1].load is not None
    assert squat[1].load.value == 105
    lunge = by_exercise["walking-lunge"]
    assert [(each.amount, each.sides) for each in lunge] == [
        (8, Sides.LEFT),
        (7, Sides.RIGHT),
        (8, Sides.EACH),
    ]
    assert len(by_exercise["dead-bug"]) == 1
    assert cells(sheet.paper)[2] == ["-", "8"]
    sheet.paper.ask_finish()
    assert sheet.finish.isVisible()


def test_each_cell_is_kept_at_once_and_undone_alone(sheet: LogPage) -> None:
    press("5", Qt.Key.Key_Return, "4", Qt.Key.Key_Return)
    assert undo_names(sheet) == ["type results of Back squat"] * 2
    QTest.keyClick(sheet.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [each.amount for each in diary(sheet)[0].items[0].sets] == [5]
    assert cells(sheet.paper)[0][1] == ""


def test_ctrl_enter_takes_all_that_is_empty_as_planned(sheet: LogPage) -> None:
    press("3", Qt.Key.Key_Return)
    QTest.keyClick(sheet.paper.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (done,) = diary(sheet)
    assert [len(each.sets) for each in done.items] == [2, 2, 2]
    assert [each.amount for each in done.items[0].sets] == [3, 5]
    assert len(undo_names(sheet)) == 2


def test_what_cant_be_read_stays_and_is_told(sheet: LogPage) -> None:
    press("5", Qt.Key.Key_Return, "4 1O5", Qt.Key.Key_Return, "8", Qt.Key.Key_Return)
    paper = sheet.paper
    assert cells(paper)[0] == ["5", "4 1O5"]
    assert paper.fault.isVisible()
    assert "Back squat, set 2" in paper.fault.text()
    paper.ask_finish()
    assert paper.isVisible()
    assert here(paper) == (0, 1)
    press("4 105", Qt.Key.Key_Return)
    assert not paper.fault.isVisible()
    assert len(diary(sheet)[0].items[0].sets) == 2


def test_cells_are_pasted_as_from_a_spreadsheet(sheet: LogPage) -> None:
    QGuiApplication.clipboard().setText("5 100\t5 105 @9\r\n8/7\t-\r\n8\t8\r\n")
    press(Qt.Key.Key_Home)
    sheet.paper.table.setCurrentIndex(sheet.paper.model.index(0, FIRST_SET))
    QTest.keyClick(sheet.paper.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [len(each.sets) for each in diary(sheet)[0].items] == [2, 2, 2]
    assert len(undo_names(sheet)) == 1


def test_a_cell_is_emptied(sheet: LogPage) -> None:
    press("5", Qt.Key.Key_Return)
    sheet.paper.table.setCurrentIndex(sheet.paper.model.index(0, FIRST_SET))
    press(Qt.Key.Key_Delete)
    assert not any(each.sets for each in diary(sheet)[0].items)


def test_strokes_alone_say_that_it_was_left_out(sheet: LogPage) -> None:
    press("-", Qt.Key.Key_Return, "-", Qt.Key.Key_Return)
    workout = sheet.bench.workout
    assert workout is not None
    assert workout.tasks[0].skipped


def test_more_sets_than_planned_have_room(sheet: LogPage) -> None:
    model = sheet.paper.model
    columns = model.columnCount()
    model.put({(0, number): "5" for number in range(6)})
    assert len(diary(sheet)[0].items[0].sets) == 6
    assert model.columnCount() > columns


def test_sets_that_were_tapped_stand_in_the_grid(sheet: LogPage) -> None:
    click(sheet.tabs["session"])
    click(sheet.view.done)
    QApplication.processEvents()
    click(sheet.tabs["paper"])
    assert cells(sheet.paper)[0] == ["5 100kg @8", ""]
    assert here(sheet.paper) == (0, 1)


def test_nothing_typed_is_lost_by_finishing(sheet: LogPage) -> None:
    press("5", Qt.Key.Key_Return)
    press("banana")
    # The cell is still being typed.
    for ask in (sheet.show_finish, sheet.paper.ask_finish, sheet.sets.buttons["end"].click):
        sheet.go_to_session()
        ask()
        QApplication.processEvents()
        assert sheet.paper.isVisible()
        assert here(sheet.paper) == (0, 1)
        assert "Back squat, set 2" in sheet.paper.fault.text()
        assert cells(sheet.paper)[0] == ["5", "banana"]
    press(Qt.Key.Key_Delete)
    sheet.show_finish()
    assert sheet.finish.isVisible()


def test_nothing_typed_is_lost_by_looking_at_another_day(sheet: LogPage) -> None:
    press("5", Qt.Key.Key_Return, "banana", Qt.Key.Key_Return)
    sheet.day.step(-1)
    sheet.day.step(1)
    click(sheet.start.paper)
    assert cells(sheet.paper)[0] == ["5 100kg", "banana"]
    assert sheet.paper.fault.isVisible()


def test_the_plan_is_shown_whole_and_columns_only_as_needed(sheet: LogPage) -> None:
    model = sheet.paper.model
    assert model.columnCount() == FIRST_SET + 2
    shown = model.index(1, 1).data()
    assert "2\u00a0\u00d7\u00a016\u00a0kg" in shown
    table = sheet.paper.table
    assert table.rowHeight(1) >= table.fontMetrics().height() * 2
    click(sheet.paper.more)
    assert model.columnCount() == FIRST_SET + 3


def test_names_stay_in_sight_while_the_sets_scroll(sheet: LogPage) -> None:
    table = sheet.paper.table
    for _ in range(12):
        sheet.paper.model.widen()
    QApplication.processEvents()
    assert table.names.isVisible()
    table.setCurrentIndex(sheet.paper.model.index(0, FIRST_SET + 12))
    QApplication.processEvents()
    assert table.horizontalScrollBar().value() > 0
    table.setCurrentIndex(sheet.paper.model.index(0, FIRST_SET))
    QApplication.processEvents()
    left = table.visualRect(sheet.paper.model.index(0, FIRST_SET)).left()
    assert left >= table.names.width()


def test_what_was_left_out_is_struck_through(sheet: LogPage) -> None:
    press("-", Qt.Key.Key_Return, "-", Qt.Key.Key_Return)
    font = sheet.paper.model.index(0, 0).data(Qt.ItemDataRole.FontRole)
    assert font.strikeOut()
    assert sheet.paper.model.index(1, 0).data(Qt.ItemDataRole.FontRole) is None


def test_the_start_page_leads_to_paper_at_once(open_log: OpenLog) -> None:
    page = open_log(planned(SQUAT))
    click(page.start.paper)
    assert page.paper.isVisible()
    press("5", Qt.Key.Key_Return)
    assert len(diary(page)) == 1
