from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.edits import Gap, Within
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.session import BlockKind, Section, Session, find_item, items
from hemipelvi_gui.ui.mime import EXERCISE_MIME, ITEMS_MIME, pack, unpack
from hemipelvi_gui.ui.models.session_rows import Card, Heading

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.canvas_actions import CanvasActions
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.widgets.canvas import Canvas

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def point(canvas: Canvas, item_id: str, fraction: float) -> QPoint:
    card = canvas.cards.card_rect(canvas.visualRect(canvas.session_model.index_of(item_id)))
    return QPoint(card.center().x(), card.top() + round(card.height() * fraction))


def on_heading(canvas: Canvas, section: Section) -> QPoint:
    at = next(
        at
        for at, row in enumerate(canvas.session_model.rows)
        if isinstance(row, Heading) and row.section is section
    )
    return canvas.visualRect(canvas.session_model.index(at)).center() + QPoint(0, 4)


def enter(canvas: Canvas, mime: QMimeData, at: QPoint) -> bool:
    event = QDragEnterEvent(at, BOTH, mime, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(canvas.viewport(), event)
    return event.isAccepted()


def over(
    canvas: Canvas, mime: QMimeData, at: QPoint, keys: Qt.KeyboardModifier = NONE
) -> QDragMoveEvent:
    event = QDragMoveEvent(at, BOTH, mime, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(canvas.viewport(), event)
    return event


def drop(canvas: Canvas, mime: QMimeData, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    enter(canvas, mime, at)
    over(canvas, mime, at, keys)
    event = QDropEvent(QPointF(at), BOTH, mime, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(canvas.viewport(), event)


def shape(session: Session) -> list[tuple[Section, BlockKind, tuple[str, ...]]]:
    """Sections, kinds and exercises, whatever the ids of new blocks are."""
    return [
        (block.section, block.kind, tuple(item.exercise for item in block.items))
        for block in session.blocks
    ]


def test_an_exercise_from_the_library_is_previewed_and_dropped(
    canvas: Canvas, document: Document
) -> None:
    mime = pack(EXERCISE_MIME, ["split-squat"])
    at = point(canvas, "squat", 0.9)
    before = document.reading.balance.asymmetric_share
    assert enter(canvas, mime, at)
    over(canvas, mime, at)
    preview = document.preview_reading
    assert preview is not None
    share = preview.balance.asymmetric_share
    assert share is not None
    assert before is not None
    assert share > before
    drop(canvas, mime, at)
    assert document.preview_reading is None
    assert document.reading.balance.asymmetric_share == share
    assert [block.items[0].exercise for block in document.session.blocks][2] == "split-squat"
    assert document.undo_stack.undoText() == "add Split squat"
    assert canvas.selected_ids() == (document.session.blocks[2].items[0].id,)


def test_the_preview_is_worked_out_only_where_the_place_changes(
    canvas: Canvas, document: Document
) -> None:
    seen: list[object] = []
    document.previewed.connect(lambda: seen.append(document.preview_reading))
    mime = pack(ITEMS_MIME, ["rock"])
    enter(canvas, mime, point(canvas, "squat", 0.05))
    for fraction in (0.05, 0.1, 0.15, 0.2):
        over(canvas, mime, point(canvas, "squat", fraction))
    assert len(seen) == 1
    over(canvas, mime, point(canvas, "squat", 0.5))
    assert len(seen) == 2


def test_leaving_or_escape_leaves_no_trace(canvas: Canvas, document: Document) -> None:
    before, picture = document.session, canvas.viewport().grab().toImage()
    mime = pack(ITEMS_MIME, ["squat"])
    enter(canvas, mime, point(canvas, "rock", 0.9))
    over(canvas, mime, point(canvas, "rock", 0.9))
    assert canvas.viewport().grab().toImage() != picture
    QApplication.sendEvent(canvas.viewport(), QDragLeaveEvent())
    assert document.preview_reading is None
    assert document.session is before
    assert not document.undo_stack.canUndo()
    assert canvas.viewport().grab().toImage() == picture


def test_the_middle_of_a_card_is_marked_and_makes_a_superset(
    canvas: Canvas, document: Document
) -> None:
    mime, at = pack(ITEMS_MIME, ["rock"]), point(canvas, "goblet", 0.5)
    enter(canvas, mime, at)
    over(canvas, mime, at)
    assert canvas.guide.target is not None
    assert canvas.guide.target.place == Within("b4", 1)
    drop(canvas, mime, at)
    block, _ = find_item(document.session, "rock")
    assert block.kind is BlockKind.SUPERSET
    assert [item.id for item in block.items] == ["goblet", "rock"]


def test_a_card_is_dragged_out_of_a_superset_into_an_empty_section(
    canvas: Canvas, document: Document
) -> None:
    drop(canvas, pack(ITEMS_MIME, ["split"]), on_heading(canvas, Section.ACCESSORY))
    block, _ = find_item(document.session, "split")
    assert block.section is Section.ACCESSORY
    assert find_item(document.session, "lunge")[0].kind is BlockKind.STRAIGHT


def test_with_ctrl_the_card_is_copied(canvas: Canvas, document: Document) -> None:
    mime, at = pack(ITEMS_MIME, ["squat"]), point(canvas, "rock", 0.95)
    enter(canvas, mime, at)
    assert over(canvas, mime, at, CTRL).dropAction() == Qt.DropAction.CopyAction
    drop(canvas, mime, at, CTRL)
    squats = [item for item in items(document.session) if item.exercise == "back-squat"]
    assert len(squats) == 2
    assert document.undo_stack.undoText() == "copy Back squat"


def test_a_copied_card_stays_as_it_is_and_a_moved_one_turns_pale(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    pale: list[frozenset[str]] = []

    def run(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        enter(canvas, drag.mimeData(), point(canvas, "rock", 0.9))
        for keys in (NONE, CTRL, NONE):
            over(canvas, drag.mimeData(), point(canvas, "rock", 0.9), keys)
            pale.append(canvas.cards.lifted)
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", run)
    canvas.select({"squat"})
    canvas.startDrag(Qt.DropAction.MoveAction)
    assert pale == [{"squat"}, frozenset(), {"squat"}]
    assert canvas.cards.lifted == frozenset()


@pytest.mark.parametrize("dragged", ["squat", "goblet"])
def test_what_is_half_typed_outlives_a_drag(
    canvas: Canvas, document: Document, monkeypatch: pytest.MonkeyPatch, dragged: str
) -> None:
    def run(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        drop(canvas, drag.mimeData(), point(canvas, "rock", 0.95))
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", run)
    canvas.select({"squat"})
    canvas.edit_card(text="3x8 re")
    canvas.select({dragged})
    canvas.startDrag(Qt.DropAction.MoveAction)
    assert [item.id for item in items(document.session)][-1] == dragged
    editor = canvas.editor
    assert editor is not None
    assert editor.text() == "3x8 re"
    assert canvas.visualRect(canvas.session_model.index_of("squat")).contains(editor.pos())


def test_what_reads_is_kept_when_a_drag_starts(
    canvas: Canvas, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDrag, "exec", lambda *_: Qt.DropAction.IgnoreAction)
    canvas.select({"squat"})
    canvas.edit_card(text="3x8 rest 30")
    canvas.startDrag(Qt.DropAction.MoveAction)
    assert canvas.editor is None
    assert find_item(document.session, "squat")[1].prescription == parse("3x8 rest 30")


def test_several_cards_are_dragged_at_once(canvas: Canvas, document: Document) -> None:
    canvas.select({"lift", "goblet"})
    drag = canvas.drag_of(canvas.selected_ids())
    assert unpack(drag.mimeData(), ITEMS_MIME) == ("lift", "goblet")
    assert not drag.pixmap().isNull()
    drop(canvas, drag.mimeData(), point(canvas, "rock", 0.9))
    assert [item.id for item in items(document.session)][-3:] == ["rock", "lift", "goblet"]
    assert canvas.selected_ids() == ("lift", "goblet")


def test_a_drag_of_something_else_is_refused(canvas: Canvas, document: Document) -> None:
    mime = pack("text/plain", ["squat"])
    assert not enter(canvas, mime, point(canvas, "squat", 0.5))
    over(canvas, mime, point(canvas, "squat", 0.5))
    assert document.preview_reading is None


def test_a_drag_near_the_edge_scrolls(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.resize(704, 260)
    qtbot.waitUntil(lambda: canvas.verticalScrollBar().maximum() > 0)
    mime = pack(ITEMS_MIME, ["lift"])
    bottom = QPoint(300, canvas.viewport().height() - 3)
    enter(canvas, mime, bottom)
    over(canvas, mime, bottom)
    qtbot.waitUntil(
        lambda: canvas.verticalScrollBar().value() == canvas.verticalScrollBar().maximum()
    )
    assert canvas.guide.target is not None
    QApplication.sendEvent(canvas.viewport(), QDragLeaveEvent())
    assert canvas.guide.target is None


def test_the_mouse_starts_a_drag_of_the_selected_cards(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[tuple[str, ...]] = []

    def run(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        carried.append(unpack(drag.mimeData(), ITEMS_MIME))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", run)
    start = point(canvas, "squat", 0.2)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, NONE, start)
    for away in (5, 15, 40):
        QTest.mouseMove(canvas.viewport(), start + QPoint(0, away))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, NONE, start)
    assert carried == [("squat",)]
    assert canvas.cards.lifted == frozenset()


@pytest.mark.parametrize(
    ("item_id", "presses", "onto", "fraction"),
    [
        ("goblet", 1, "split", 0.6),
        ("goblet", 4, "lunge", 0.1),
        ("squat", 1, "lunge", 0.4),
        ("lunge", 1, "split", 0.6),
        ("split", 2, "lunge", 0.1),
    ],
)
def test_a_key_does_what_the_drag_does(
    canvas: Canvas,
    actions: CanvasActions,
    document: Document,
    session: Session,
    item_id: str,
    presses: int,
    onto: str,
    fraction: float,
) -> None:
    drop(canvas, pack(ITEMS_MIME, [item_id]), point(canvas, onto, fraction))
    dragged, name = shape(document.session), document.undo_stack.undoText()
    document.open(session)
    canvas.select({item_id})
    down = item_id in ("squat", "lunge")
    for _ in range(presses):
        (actions.move_down if down else actions.move_up).trigger()
    assert dragged != shape(session)
    assert shape(document.session) == dragged
    assert document.undo_stack.undoText() == name


@pytest.mark.parametrize("section", list(Section))
def test_the_menu_does_what_the_drag_does(
    canvas: Canvas,
    actions: CanvasActions,
    document: Document,
    session: Session,
    section: Section,
) -> None:
    place = Gap(section, 9)
    document.push("x", lambda s: edits.move(s, {"split"}, place))
    dragged = shape(document.session)
    document.open(session)
    canvas.select({"split"})
    actions.move_to.aboutToShow.emit()
    actions.move_to.actions()[list(Section).index(section)].trigger()
    assert shape(document.session) == dragged
    assert document.undo_stack.undoText() == "move Split squat"
    assert canvas.selected_ids() == ("split",)


def test_a_drop_paints_only_the_cards_that_changed(canvas: Canvas, document: Document) -> None:
    canvas.viewport().grab()
    painted = canvas.cards.painted
    document.push("move", lambda s: edits.move(s, {"lift"}, Gap(Section.RESET, 1)))
    canvas.viewport().grab()
    cards = sum(isinstance(row, Card) for row in canvas.session_model.rows)
    assert canvas.cards.painted - painted < cards
    painted = canvas.cards.painted
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.UpdateRequest))
    canvas.viewport().grab()
    assert canvas.cards.painted == painted
