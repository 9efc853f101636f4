from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from hemipelvi_gui.ui.week.add_menu import AddMenu
from hemipelvi_gui.ui.week.board_actions import BoardActions
from hemipelvi_gui.ui.week.clock_popup import ClockPopup
from tests.gui.week_board.conftest import MONDAY, TODAY, picture
from tests.gui.week_board.test_board_drag import day_of, in_week, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.week.board import WeekBoard
    from hemipelvi_gui.ui.weeks import Weeks
    from tests.gui.week_board.conftest import OpenBoard, PutWeek

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> None:
    QGuiApplication.clipboard().clear()


def hit(board: WeekBoard, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert board.isAncestorOf(focused)
    QTest.keyClick(focused, key, keys)


def where(board: WeekBoard) -> tuple[int, int]:
    column = board.selection.current_column
    return board.columns.index(column), column.list.currentIndex().row()


def actions_of(board: WeekBoard) -> BoardActions:
    found = board.findChild(BoardActions)
    assert isinstance(found, BoardActions)
    return found


def steps(board: WeekBoard) -> str:
    return board.plans.desk.document.undo_stack.undoText()


def names_on(board: WeekBoard, day: int) -> list[str]:
    return [card.face.name for card in board.columns[day].model.cards]


def previews(weeks: Weeks) -> bool:
    return weeks.preview_reading is not None


def is_skipped(weeks: Weeks, session_id: str) -> bool:
    return weeks.agenda.sessions[session_id].skipped


def row_of(menu: QMenu, words: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == words)


def test_arrows_go_from_day_to_day_and_keep_the_row(board: WeekBoard) -> None:
    press(board, "strides")
    assert where(board) == (1, 1)
    hit(board, Key.Key_Right)
    assert where(board) == (2, -1)
    assert board.columns[2].list.hasFocus()
    hit(board, Key.Key_Right)
    assert where(board) == (3, 0)
    assert board.selection.selected_ids() == ("thu",)
    for _ in range(9):
        hit(board, Key.Key_Left)
    assert where(board) == (0, 0)
    assert board.selection.selected_ids() == ("mon",)


def test_up_and_down_go_through_cards_and_chips_of_a_day(board: WeekBoard, weeks: Weeks) -> None:
    press(board, "sat")
    hit(board, Key.Key_Down)
    assert where(board) == (5, 1)
    assert previews(weeks)
    hit(board, Key.Key_Up)
    assert not previews(weeks)
    hit(board, Key.Key_Down)
    hit(board, Key.Key_Return)
    assert day_of(weeks, "sat") == in_week(3)
    assert board.selection.selected_ids() == ("sat",)
    assert board.columns[3].list.hasFocus()


def test_alt_and_arrows_move_a_card_by_days_and_it_stays_under_the_keyboard(
    board: WeekBoard, weeks: Weeks
) -> None:
    press(board, "sat")
    hit(board, Key.Key_Left, ALT)
    hit(board, Key.Key_Left, ALT)
    assert day_of(weeks, "sat") == in_week(3)
    assert steps(board) == "move Strength B to Thursday"
    assert board.selection.selected_ids() == ("sat",)
    assert board.columns[3].list.hasFocus()
    hit(board, Key.Key_Right, ALT)
    assert day_of(weeks, "sat") == in_week(4)


def test_alt_and_page_keys_move_a_card_by_weeks_and_the_week_is_shown(
    board: WeekBoard, weeks: Weeks
) -> None:
    press(board, "sat")
    hit(board, Key.Key_PageDown, ALT)
    assert day_of(weeks, "sat") == in_week(5 + 7)
    assert steps(board) == "move Strength B to Sat 5 Dec"
    assert weeks.week.first == MONDAY + timedelta(days=7)
    assert board.selection.selected_ids() == ("sat",)
    hit(board, Key.Key_PageUp, ALT)
    assert weeks.week.first == MONDAY
    assert day_of(weeks, "sat") == in_week(5)


def test_cut_and_pasted_cards_move_and_copied_ones_come_again(
    board: WeekBoard, weeks: Weeks
) -> None:
    press(board, "sat")
    hit(board, Key.Key_X, CTRL)
    assert board.columns[5].list.cards.lifted == {"sat"}
    hit(board, Key.Key_Left)
    hit(board, Key.Key_V, CTRL)
    assert day_of(weeks, "sat") == in_week(4)
    assert steps(board) == "move Strength B to Friday"
    hit(board, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Strength B"
    hit(board, Key.Key_Right)
    hit(board, Key.Key_V, CTRL)
    hit(board, Key.Key_V, CTRL)
    assert names_on(board, 5) == ["Strength B"] * 2
    assert steps(board) == "copy Strength B to Saturday"


def test_pasted_cards_keep_their_distance(board: WeekBoard, weeks: Weeks) -> None:
    press(board, "thu")
    press(board, "sun", CTRL)
    actions_of(board).cut.trigger()
    press(board, "mon")
    hit(board, Key.Key_V, CTRL)
    assert day_of(weeks, "thu") == MONDAY
    assert day_of(weeks, "sun") == in_week(3)


def test_what_else_is_on_the_clipboard_is_not_pasted(board: WeekBoard) -> None:
    press(board, "mon")
    hit(board, Key.Key_C, CTRL)
    QGuiApplication.clipboard().setText("something else")
    hit(board, Key.Key_V, CTRL)
    assert not board.plans.desk.document.undo_stack.canUndo()


def test_duplicate_delete_and_skip(board: WeekBoard, weeks: Weeks) -> None:
    press(board, "strides")
    hit(board, Key.Key_D, CTRL)
    assert names_on(board, 1) == ["Strength A", "Strides 5 km", "Strides 5 km"]
    assert steps(board) == "duplicate Strides 5 km"
    hit(board, Key.Key_Delete)
    assert names_on(board, 1) == ["Strength A", "Strides 5 km"]
    assert steps(board) == "delete Strides 5 km"
    assert board.columns[1].list.hasFocus()
    press(board, "tue")
    hit(board, Key.Key_K, CTRL)
    assert is_skipped(weeks, "tue")
    assert steps(board) == "skip Strength A"
    hit(board, Key.Key_K, CTRL)
    assert not is_skipped(weeks, "tue")
    assert steps(board) == "take Strength A back in"


def test_deleting_again_and_again_never_loses_the_keyboard(board: WeekBoard, weeks: Weeks) -> None:
    press(board, "tue")
    hit(board, Key.Key_Delete)
    hit(board, Key.Key_Delete)
    assert not board.columns[1].model.rows
    assert board.columns[1].list.hasFocus()
    hit(board, Key.Key_Delete)
    assert len(weeks.agenda.sessions) == 1


def test_enter_opens_a_session_and_types_a_run_anew(board: WeekBoard) -> None:
    opened: list[str] = []
    typed: list[tuple[object, object, str]] = []
    board.session_asked.connect(opened.append)
    board.typing_asked.connect(lambda *asked: typed.append(asked))
    press(board, "tue")
    hit(board, Key.Key_Return)
    assert opened == ["tue"]
    press(board, "sun")
    hit(board, Key.Key_Return)
    assert typed == [(in_week(6), board.weeks.agenda.runs["sun"], "")]


def test_letters_and_digits_begin_a_run_on_the_day(board: WeekBoard) -> None:
    typed: list[tuple[object, object, str]] = []
    board.typing_asked.connect(lambda *asked: typed.append(asked))
    press(board, "mon")
    hit(board, Key.Key_Right)
    hit(board, Key.Key_Right)
    hit(board, Key.Key_6)
    hit(board, Key.Key_E)
    assert typed == [(in_week(2), None, "6"), (in_week(2), None, "e")]


def test_any_letter_begins_a_run_on_a_card_too(board: WeekBoard) -> None:
    typed: list[str] = []
    board.typing_asked.connect(lambda _day, _run, letter: typed.append(letter))
    press(board, "sat")
    for letter in "abcdefghijklmnopqrstuvwxyz":
        QTest.keyClicks(board.columns[5].list, letter)
    assert "".join(typed) == "abcdefghijklmnopqrstuvwxyz"
    assert not board.plans.desk.document.undo_stack.canUndo()


def test_the_time_of_day_is_set_by_keys(board: WeekBoard, weeks: Weeks) -> None:
    press(board, "sat")
    hit(board, Key.Key_T, CTRL | SHIFT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ClockPopup)
    QTest.keyClicks(popup.edit, "0630")
    QTest.keyClick(popup.edit, Key.Key_Return)
    assert weeks.agenda.sessions["sat"].start == time(6, 30)
    assert steps(board) == "set the time of Strength B"


def test_a_time_of_day_can_be_taken_away_and_escape_keeps_it(
    board: WeekBoard, weeks: Weeks
) -> None:
    press(board, "sun")
    hit(board, Key.Key_T, CTRL | SHIFT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ClockPopup)
    QTest.keyClick(popup.edit, Key.Key_Escape)
    assert weeks.agenda.runs["sun"].start == time(7)
    hit(board, Key.Key_T, CTRL | SHIFT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ClockPopup)
    popup.none.click()
    assert weeks.agenda.runs["sun"].start is None


def test_select_all_and_escape(board: WeekBoard) -> None:
    press(board, "sat")
    hit(board, Key.Key_A, CTRL)
    assert len(board.selection.selected_ids()) == 7
    hit(board, Key.Key_Escape)
    assert board.selection.selected_ids() == ()
    assert board.columns[5].list.hasFocus()


def test_the_menu_has_everything_and_says_what_fits(board: WeekBoard) -> None:
    actions = actions_of(board)
    press(board, "sun")
    assert actions.open.text() == "Edit run"
    assert not actions.done.isEnabled()
    press(board, "sat")
    assert actions.open.text() == "Open"
    assert actions.done.isEnabled()
    assert actions.sheet.isEnabled()
    shown = board.columns[5].list
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(shown.viewport(), event)
    assert actions.menu.isVisible()
    actions.menu.close()


def test_move_to_offers_the_days_of_this_week_and_the_next(board: WeekBoard, weeks: Weeks) -> None:
    press(board, "sat")
    menu = actions_of(board).move_to
    menu.aboutToShow.emit()
    days = [each for each in menu.actions() if not each.isSeparator()]
    assert len(days) == 14
    assert [each.isEnabled() for each in days].count(False) == 1
    row_of(menu, "Wed 2 Dec").trigger()
    assert day_of(weeks, "sat") == in_week(2 + 7)
    assert weeks.week.first == MONDAY + timedelta(days=7)
    assert board.selection.selected_ids() == ("sat",)


def test_the_plus_adds_rest_ready_sessions_and_those_of_the_plan(
    board: WeekBoard, weeks: Weeks
) -> None:
    menu = AddMenu(board.plans, board.edits, in_week(2), board)
    menu.added.connect(board.select)
    row_of(menu, "Rest").trigger()
    row_of(menu, "Strength B").trigger()
    ready = next(each for each in menu.actions() if each.text() == "Ready sessions").menu()
    assert isinstance(ready, QMenu)
    ready.aboutToShow.emit()
    first = ready.actions()[0]
    first.trigger()
    cards = [card.entry for card in board.columns[2].model.cards]
    assert {card.plan for card in cards} == {"p"}
    assert {"Rest", "Strength B"} < {card.name for card in cards}
    assert steps(board).startswith("add ")
    assert steps(board).endswith(" on Wednesday")
    assert board.columns[2].list.selected_ids()
    assert len(weeks.agenda.sessions) == 4


def test_a_new_session_is_put_on_the_day_and_opened(board: WeekBoard, weeks: Weeks) -> None:
    opened: list[str] = []
    board.session_asked.connect(opened.append)
    menu = AddMenu(board.plans, board.edits, in_week(2), board)
    menu.made.connect(board.session_asked)
    row_of(menu, "New session").trigger()
    (made,) = opened
    assert weeks.agenda.sessions[made].date == in_week(2)
    assert weeks.agenda.sessions[made].plan == "p"


def test_only_the_current_day_is_a_stop_of_the_tab_key(board: WeekBoard) -> None:
    press(board, "thu")
    stops = [bool(c.list.focusPolicy() & Qt.FocusPolicy.TabFocus) for c in board.columns]
    assert stops == [False, False, False, True, False, False, False]


def test_an_empty_week_says_how_to_begin(open_board: OpenBoard) -> None:
    board = open_board()
    typed: list[tuple[object, object, str]] = []
    board.typing_asked.connect(lambda *asked: typed.append(asked))
    assert board.empty.isVisible()
    board.empty.run.click()
    assert typed == [(board.selection.current_day, None, "")]
    board.edits.add_rest(MONDAY)
    assert not board.empty.isVisible()


def test_out_of_sight_the_board_waits_and_catches_up(board: WeekBoard) -> None:
    board.hide()
    board.edits.remove(("mon",))
    assert board.columns[0].model.rows
    board.show()
    QApplication.sendEvent(board, QEvent(QEvent.Type.PolishRequest))
    assert not board.columns[0].model.rows


def test_a_digit_on_a_day_is_typed_in_the_run_line_and_escape_comes_back(
    qtbot: QtBot, open_window: Callable[..., MainWindow], put_week: PutWeek
) -> None:
    put_week(*picture())
    window = open_window(show=False)
    window.plans.clock = lambda: TODAY
    with qtbot.waitSignal(window.furnished):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pages.show_week()
    page = window.pages.week
    page.board.select(("thu",))
    assert page.board.columns[3].list.hasFocus()
    hit(page.board, Key.Key_8)
    assert page.line.field.hasFocus()
    assert page.line.field.text() == "8"
    QTest.keyClick(page.line.field, Key.Key_Escape)
    assert page.board.columns[3].list.hasFocus()
