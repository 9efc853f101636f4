from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHoverEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hemipelvi_gui.domain.plan import week_of
from hemipelvi_gui.ui.mime import CARDS_MIME, EXERCISE_MIME, pack, unpack
from tests.gui.week_board.conftest import MONDAY, TODAY, picture

if TYPE_CHECKING:
    from datetime import date

    import pytest
    from PySide6.QtCore import QMimeData

    from hemipelvi_gui.ui.week.board import WeekBoard
    from hemipelvi_gui.ui.weeks import Weeks
    from tests.gui.week_board.conftest import OpenBoard

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
THURSDAY, FRIDAY, SATURDAY = 3, 4, 5


def on_day(board: WeekBoard, day: int, *, down: float = 0.5) -> QPoint:
    area = board.columns[day].geometry()
    return QPoint(area.center().x(), area.top() + round(area.height() * down))


def enter(board: WeekBoard, mime: QMimeData, at: QPoint) -> bool:
    event = QDragEnterEvent(at, BOTH, mime, LEFT, NONE)
    QApplication.sendEvent(board.days, event)
    return event.isAccepted()


def over(
    board: WeekBoard, mime: QMimeData, at: QPoint, keys: Qt.KeyboardModifier = NONE
) -> QDragMoveEvent:
    event = QDragMoveEvent(at, BOTH, mime, LEFT, keys)
    QApplication.sendEvent(board.days, event)
    return event


def drop(
    board: WeekBoard, mime: QMimeData, at: QPoint, keys: Qt.KeyboardModifier = NONE
) -> QDropEvent:
    enter(board, mime, at)
    over(board, mime, at, keys)
    event = QDropEvent(QPointF(at), BOTH, mime, LEFT, keys)
    QApplication.sendEvent(board.days, event)
    return event


def hover(viewport: QWidget, at: QPoint) -> None:
    """As the window system tells of the pointer; offscreen it tells of clicks alone."""
    point, spot = QPointF(at), QPointF(viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, QHoverEvent(QEvent.Type.HoverMove, point, spot, point))


def day_of(weeks: Weeks, entry_id: str) -> date | None:
    agenda = weeks.agenda
    return (agenda.sessions.get(entry_id) or agenda.runs[entry_id]).date


def in_week(days: int) -> date:
    return MONDAY + timedelta(days=days)


def center_of(board: WeekBoard, entry_id: str) -> tuple[int, QPoint]:
    for at, column in enumerate(board.columns):
        index = column.model.index_of(entry_id)
        if index.isValid():
            return at, column.list.cards.rect(column.list.visualRect(index)).center()
    raise AssertionError(entry_id)


def press(board: WeekBoard, entry_id: str, keys: Qt.KeyboardModifier = NONE) -> None:
    at, point = center_of(board, entry_id)
    QTest.mouseClick(board.columns[at].list.viewport(), LEFT, keys, point)


def test_a_drag_over_a_day_shows_on_the_week_what_a_drop_would_make(
    board: WeekBoard, weeks: Weeks
) -> None:
    mime = pack(CARDS_MIME, ["sat"])
    assert enter(board, mime, on_day(board, FRIDAY))
    over(board, mime, on_day(board, FRIDAY))
    preview = weeks.preview_reading
    assert preview is not None
    assert not [each for each in preview.findings if each.rule == "big-lift-too-close"]
    awaited = board.columns[FRIDAY].list.awaited
    assert awaited is not None
    assert awaited.after == ""
    assert board.columns[SATURDAY].list.cards.lifted == {"sat"}
    assert day_of(weeks, "sat") == in_week(SATURDAY)


def test_the_week_is_worked_out_once_a_day_and_again_with_ctrl(
    board: WeekBoard, weeks: Weeks
) -> None:
    seen: list[object] = []
    weeks.previewed.connect(lambda: seen.append(weeks.preview_reading))
    mime = pack(CARDS_MIME, ["sat"])
    enter(board, mime, on_day(board, FRIDAY))
    for down in (0.1, 0.3, 0.6, 0.9):
        over(board, mime, on_day(board, FRIDAY, down=down))
    assert len(seen) == 1
    over(board, mime, on_day(board, FRIDAY), CTRL)
    assert len(seen) == 2
    over(board, mime, on_day(board, FRIDAY + 1), CTRL)
    assert len(seen) == 3


def test_with_ctrl_the_day_says_that_a_copy_would_come(board: WeekBoard) -> None:
    mime = pack(CARDS_MIME, ["sat"])
    enter(board, mime, on_day(board, FRIDAY))
    over(board, mime, on_day(board, FRIDAY))

    def copies() -> bool:
        return board.columns[FRIDAY].head.copies

    assert not copies()
    over(board, mime, on_day(board, FRIDAY), CTRL)
    assert copies()
    over(board, mime, on_day(board, FRIDAY))
    assert not copies()
    over(board, mime, on_day(board, FRIDAY), CTRL)
    QApplication.sendEvent(board.days, QDragLeaveEvent())
    assert not copies()


def test_what_a_drop_would_bring_on_is_said_before_it(board: WeekBoard) -> None:
    mime = pack(CARDS_MIME, ["sat"])
    enter(board, mime, on_day(board, 2))
    over(board, mime, on_day(board, 2))
    awaited = board.columns[2].list.awaited
    assert awaited is not None
    assert awaited.warning is not None
    assert awaited.warning.words == "Big lift 13 h before the hard run"


def test_leaving_or_escape_leaves_no_trace(board: WeekBoard, weeks: Weeks) -> None:
    before, picture_before = weeks.agenda, board.grab().toImage()
    mime = pack(CARDS_MIME, ["sat"])
    enter(board, mime, on_day(board, 0))
    over(board, mime, on_day(board, 0))
    assert board.grab().toImage() != picture_before
    QApplication.sendEvent(board.days, QDragLeaveEvent())
    assert weeks.preview_reading is None
    assert weeks.agenda is before
    assert board.grab().toImage() == picture_before
    assert not board.plans.desk.document.undo_stack.canUndo()


def test_a_drop_moves_and_the_card_stays_selected(board: WeekBoard, weeks: Weeks) -> None:
    event = drop(board, pack(CARDS_MIME, ["sat"]), on_day(board, FRIDAY))
    assert event.dropAction() == Qt.DropAction.MoveAction
    assert day_of(weeks, "sat") == in_week(FRIDAY)
    assert weeks.preview_reading is None
    assert board.selection.selected_ids() == ("sat",)
    assert board.columns[FRIDAY].list.hasFocus()
    assert board.plans.desk.document.undo_stack.undoText() == "move Strength B to Friday"


def test_with_ctrl_a_copy_comes_and_is_selected(board: WeekBoard, weeks: Weeks) -> None:
    event = drop(board, pack(CARDS_MIME, ["sun"]), on_day(board, 2), CTRL)
    assert event.dropAction() == Qt.DropAction.CopyAction
    assert day_of(weeks, "sun") == in_week(6)
    copy = board.columns[2].model.cards[0].entry
    assert copy.name == "Long 22 km"
    assert board.selection.selected_ids() == (copy.id,)


def test_several_cards_go_at_once_in_one_step(board: WeekBoard, weeks: Weeks) -> None:
    drop(board, pack(CARDS_MIME, ["mon", "sat"]), on_day(board, 2))
    assert [day_of(weeks, each) for each in ("mon", "sat")] == [in_week(2), in_week(2)]
    stack = board.plans.desk.document.undo_stack
    assert stack.undoText() == "move 2 cards to Wednesday"
    stack.undo()
    assert [day_of(weeks, each) for each in ("mon", "sat")] == [in_week(0), in_week(5)]
    assert not stack.canUndo()


def test_a_drop_where_it_was_is_no_step(board: WeekBoard) -> None:
    drop(board, pack(CARDS_MIME, ["sat"]), on_day(board, SATURDAY))
    assert not board.plans.desk.document.undo_stack.canUndo()
    assert board.selection.selected_ids() == ("sat",)


def test_an_exercise_is_refused(board: WeekBoard, weeks: Weeks) -> None:
    mime = pack(EXERCISE_MIME, ["walking-lunge"])
    assert not enter(board, mime, on_day(board, 0))
    assert not over(board, mime, on_day(board, 0)).isAccepted()
    assert not drop(board, mime, on_day(board, 0)).isAccepted()
    assert weeks.preview_reading is None


def test_cards_can_be_dropped_on_past_days(board: WeekBoard, weeks: Weeks) -> None:
    weeks.step(-1)
    past = weeks.week.first
    assert past < TODAY
    drop(board, pack(CARDS_MIME, ["sat"]), on_day(board, 0))
    assert day_of(weeks, "sat") == past


def test_a_drag_takes_the_selected_cards_of_all_days_the_grabbed_one_first(
    board: WeekBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[tuple[str, ...]] = []

    def taken(drag: QDrag, *_actions: object) -> Qt.DropAction:
        dragged.append(unpack(drag.mimeData(), CARDS_MIME))
        assert not drag.pixmap().isNull()
        assert not drag.dragCursor(Qt.DropAction.CopyAction).isNull()
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", taken)
    press(board, "mon")
    press(board, "sat", CTRL)
    assert board.selection.selected_ids() == ("mon", "sat")
    at, point = center_of(board, "sat")
    viewport = board.columns[at].list.viewport()
    QTest.mousePress(viewport, LEFT, NONE, point)
    for step in (6, 12, 30):
        QTest.mouseMove(viewport, point + QPoint(step, step))
    assert dragged == [("sat", "mon")]
    assert board.selection.selected_ids() == ("mon", "sat")


def drag_with_ctrl(board: WeekBoard, card: str) -> None:
    at, point = center_of(board, card)
    viewport = board.columns[at].list.viewport()
    QTest.mousePress(viewport, LEFT, CTRL, point)
    for step in (6, 12, 30):
        QTest.mouseMove(viewport, point + QPoint(step, step))


def test_a_drag_begun_with_ctrl_takes_only_the_card_under_it(
    board: WeekBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[tuple[str, ...]] = []
    monkeypatch.setattr(
        QDrag, "exec", lambda drag, *_: dragged.append(unpack(drag.mimeData(), CARDS_MIME))
    )
    press(board, "mon")
    drag_with_ctrl(board, "sat")
    assert dragged == [("sat",)]
    assert board.selection.selected_ids() == ("sat",)
    # Of the same day, too.
    press(board, "strides")
    drag_with_ctrl(board, "tue")
    assert dragged[1:] == [("tue",)]


def test_a_drag_begun_with_ctrl_on_a_selected_card_takes_all_that_is_selected(
    board: WeekBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[tuple[str, ...]] = []
    monkeypatch.setattr(
        QDrag, "exec", lambda drag, *_: dragged.append(unpack(drag.mimeData(), CARDS_MIME))
    )
    press(board, "mon")
    press(board, "sat", CTRL)
    drag_with_ctrl(board, "sat")
    assert dragged == [("sat", "mon")]


def test_a_click_with_ctrl_adds_to_what_is_selected_and_takes_from_it(board: WeekBoard) -> None:
    press(board, "mon")
    press(board, "sat", CTRL)
    press(board, "mon", CTRL)
    assert board.selection.selected_ids() == ("sat",)


def test_the_card_in_the_hand_hangs_below_the_pointer(
    board: WeekBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    clear: list[bool] = []

    def taken(drag: QDrag, *_actions: object) -> None:
        spot, picture = drag.hotSpot(), drag.pixmap().toImage()
        ratio = picture.devicePixelRatio()
        near = [(spot + QPoint(step, step)) * ratio for step in range(13)]
        clear.extend(picture.pixelColor(each).alpha() == 0 for each in near)

    monkeypatch.setattr(QDrag, "exec", taken)
    press(board, "sat")
    at, point = center_of(board, "sat")
    viewport = board.columns[at].list.viewport()
    QTest.mousePress(viewport, LEFT, NONE, point)
    for step in (6, 12, 30):
        QTest.mouseMove(viewport, point + QPoint(step, step))
    assert clear
    assert all(clear)


def test_a_click_on_one_of_several_selected_leaves_it_alone(board: WeekBoard) -> None:
    press(board, "mon")
    press(board, "sat", CTRL)
    press(board, "mon")
    assert board.selection.selected_ids() == ("mon",)
    press(board, "sun")
    assert board.selection.selected_ids() == ("sun",)


def test_cards_dropped_on_another_week_go_to_their_own_days_there(
    board: WeekBoard, weeks: Weeks
) -> None:
    said: list[str] = []
    board.plans.desk.messages.shown.connect(lambda message: said.append(message.text))
    later = week_of(weeks.plan, MONDAY + timedelta(weeks=2))
    board.drop_on_week(later, ["tue", "sat"], False)
    assert day_of(weeks, "tue") == in_week(1 + 14)
    assert day_of(weeks, "sat") == in_week(5 + 14)
    assert said == ["2 cards: now in the week of 7\u201313 December."]
    stack = board.plans.desk.document.undo_stack
    assert stack.undoText() == "move 2 cards to another week"
    board.drop_on_week(later, ["sun"], True)
    assert day_of(weeks, "sun") == in_week(6)
    assert stack.undoText() == "copy Long 22 km to another week"


def test_a_click_on_a_chip_mends_and_hovering_shows_how(board: WeekBoard, weeks: Weeks) -> None:
    shown = board.columns[SATURDAY].list
    chip = shown.cards.rect(shown.visualRect(shown.day_model.index(1))).center()
    hover(shown.viewport(), chip)
    preview = weeks.preview_reading
    assert preview is not None
    assert preview.agenda.sessions["sat"].date == in_week(THURSDAY)
    assert board.columns[THURSDAY].list.awaited is not None
    QTest.mouseClick(shown.viewport(), LEFT, NONE, chip)
    assert day_of(weeks, "sat") == in_week(THURSDAY)
    assert weeks.preview_reading is None
    assert board.selection.selected_ids() == ("sat",)
    assert board.plans.desk.document.undo_stack.undoText() == "move Strength B to Thursday"


def test_many_cards_are_painted_from_pixmaps_made_once(open_board: OpenBoard) -> None:
    board = open_board(*picture())
    board.grab()
    painted = board.art.painted
    board.grab()
    board.weeks.preview(lambda agenda: agenda)
    board.grab()
    assert board.art.painted == painted
