from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.ui.mime import CARDS_MIME, pack
from hemipelvi_gui.ui.week.days import across_in
from tests.gui.week_board.conftest import START, a_run, picture, plan_of
from tests.gui.week_board.test_board_drag import enter, over

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.runs import Run
    from tests.gui.week_board.conftest import OpenBoard

READABLE = 110


@pytest.mark.parametrize(("days", "across"), [(7, 7), (8, 8), (9, 5), (10, 5), (14, 7)])
def test_longer_weeks_stand_in_two_rows_where_one_would_be_too_narrow(
    open_board: OpenBoard, days: int, across: int
) -> None:
    board = open_board(plan_of(cycle_days=days, weeks=4), a_run("r", START))
    assert len(board.columns) == days
    assert board.days.across == across
    assert all(column.isVisible() for column in board.columns)
    assert min(column.list.cards.wide for column in board.columns) >= READABLE


def test_the_columns_follow_from_one_cycle_to_another(open_board: OpenBoard) -> None:
    board = open_board(
        plan_of(cycle_days=10, weeks=4),
        plan_of(id="q", name="Short", start=START + timedelta(days=60), cycle_days=5),
    )
    board.weeks.show_plan("p")
    assert len(board.columns) == 10
    board.weeks.show_plan("q")
    assert len(board.columns) == 5
    board.weeks.show_plan("p")
    assert len(board.columns) == 10
    assert board.selection.current_column.list.hasFocus()


def test_at_twice_the_size_the_days_scroll_sideways(open_board: OpenBoard) -> None:
    board = open_board(*picture(), scale=2.0)
    assert board.days.width() > board.width()
    assert min(column.list.cards.wide for column in board.columns) >= 2 * READABLE
    board.select(("sun",))
    QApplication.processEvents()
    last = board.columns[6]
    right = last.mapTo(board, last.rect().topRight()).x()
    assert right <= board.width()


def many(days: int, each: int) -> list[Run]:
    return [
        a_run(f"r{day}-{at}", START + timedelta(days=day))
        for day in range(days)
        for at in range(each)
    ]


def test_in_two_rows_no_day_cuts_a_card_and_the_board_scrolls(open_board: OpenBoard) -> None:
    board = open_board(plan_of(cycle_days=10, weeks=4), *many(10, 6))
    board.weeks.show_day(START)
    QApplication.processEvents()
    assert all(each.list.verticalScrollBar().maximum() == 0 for each in board.columns)
    assert board.days.height() > board.height()
    board.select(("r9-5",))
    QApplication.processEvents()
    shown = board.columns[9].list
    card = shown.visualRect(shown.currentIndex())
    low = shown.viewport().mapTo(board, card.bottomLeft()).y()
    assert 0 < low <= board.height()


def test_a_drag_at_the_lower_edge_scrolls_the_second_row_into_view(
    open_board: OpenBoard, qtbot: QtBot
) -> None:
    board = open_board(plan_of(cycle_days=10, weeks=4), *many(10, 6))
    board.weeks.show_day(START)
    QApplication.processEvents()
    mime = pack(CARDS_MIME, ["r0-0"])
    at_edge = board.days.mapFrom(board, QPoint(300, board.height() - 5))
    enter(board, mime, at_edge)
    over(board, mime, at_edge)
    qtbot.waitUntil(lambda: board.days.mapTo(board, QPoint(0, 0)).y() < -60)
    assert board.days.mapTo(board, QPoint(0, 0)).x() == 0


def test_room_decides_how_many_stand_beside_each_other() -> None:
    assert across_in(7, 100, 130, 10) == 7
    assert across_in(14, 1232, 130, 10) == 7
    assert across_in(14, 2000, 130, 10) == 14
    assert across_in(9, 1400, 130, 10) == 9


def test_a_drag_at_the_edge_scrolls_the_other_days_into_view(
    open_board: OpenBoard, qtbot: QtBot
) -> None:
    board = open_board(*picture(), scale=2.0)
    mime = pack(CARDS_MIME, ["mon"])
    edge = board.days.edge
    assert edge is not None
    at_edge = board.days.mapFrom(board, QPoint(board.width() - 5, 200))
    enter(board, mime, at_edge)
    over(board, mime, at_edge)
    assert edge.scrolls
    qtbot.waitUntil(lambda: board.days.mapTo(board, QPoint(0, 0)).x() < -60)
    QApplication.sendEvent(board.days, QDragLeaveEvent())
    assert not edge.scrolls


def test_cards_never_leave_the_calendar(open_board: OpenBoard) -> None:
    board = open_board(plan_of(), a_run("r", START))
    assert board.edits.by_days(("r",), 3_000_000) == ()
    assert board.edits.by_days(("r",), -3_000_000) == ()
    assert not board.plans.desk.document.undo_stack.canUndo()
