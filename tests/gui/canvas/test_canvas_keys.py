from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.exercises import Purpose
from hemipelvi_gui.domain.grammar import parse, write
from hemipelvi_gui.domain.session import BlockKind, Section, find_item, items

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.session import Item, Session
    from hemipelvi_gui.ui.canvas_actions import CanvasActions
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.canvas import Canvas

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def ids(document: Document) -> list[str]:
    return [item.id for item in items(document.session)]


def item(session: Session, item_id: str) -> Item:
    return find_item(session, item_id)[1]


def middle(canvas: Canvas, item_id: str) -> QPoint:
    row = canvas.visualRect(canvas.session_model.index_of(item_id))
    return row.center() - QPoint(0, 16)


def is_typing(canvas: Canvas) -> bool:
    return canvas.editor is not None


def words(canvas: Canvas, item_id: str) -> QPoint:
    index = canvas.session_model.index_of(item_id)
    card = canvas.session_model.card(index)
    assert card is not None
    return canvas.cards.line_rect(canvas.visualRect(index), card).topLeft() + QPoint(10, 8)


# Selection


def test_click_ctrl_click_and_shift_click_select(canvas: Canvas) -> None:
    viewport = canvas.viewport()
    QTest.mouseClick(viewport, LEFT, NONE, middle(canvas, "squat"))
    assert canvas.selected_ids() == ("squat",)
    QTest.mouseClick(viewport, LEFT, CTRL, middle(canvas, "goblet"))
    assert canvas.selected_ids() == ("squat", "goblet")
    QTest.mouseClick(viewport, LEFT, NONE, middle(canvas, "squat"))
    QTest.mouseClick(viewport, LEFT, SHIFT, middle(canvas, "split"))
    assert canvas.selected_ids() == ("squat", "lunge", "split")


def test_who_follows_the_selection_is_told_the_card_that_was_selected(canvas: Canvas) -> None:
    canvas.select({"squat"})
    seen: list[str] = []

    def note() -> None:
        card = canvas.current_card()
        seen.append(card.item.id if card else "")

    canvas.picked.connect(note)
    canvas.select({"rock"})
    canvas.add("split-squat")
    added = canvas.selected_ids()[0]
    assert set(seen) == {"rock", added}
    assert seen[-1] == added


def test_arrows_go_from_card_to_card_and_pass_headings(canvas: Canvas) -> None:
    canvas.select({"lift"})
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selected_ids() == ("squat",)
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.selected_ids() == ("rock",)
    QTest.keyClick(canvas, Qt.Key.Key_Up, SHIFT)
    assert canvas.selected_ids() == ("goblet", "rock")
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.selected_ids() == ("lift",)


def test_selection_survives_every_edit(
    canvas: Canvas, actions: CanvasActions, document: Document
) -> None:
    canvas.select({"goblet", "rock"})
    QTest.keyClick(canvas, Qt.Key.Key_Up, ALT)
    assert set(canvas.selected_ids()) == {"goblet", "rock"}
    document.undo_stack.undo()
    assert set(canvas.selected_ids()) == {"goblet", "rock"}


# Actions


def test_keys_move_duplicate_delete_and_group(
    canvas: Canvas, actions: CanvasActions, document: Document
) -> None:
    canvas.select({"goblet"})
    QTest.keyClick(canvas, Qt.Key.Key_Up, ALT)
    assert find_item(document.session, "goblet")[0].id == "b3"
    assert document.undo_stack.undoText() == "move Goblet squat"
    QTest.keyClick(canvas, Qt.Key.Key_D, CTRL)
    assert len(ids(document)) == 7
    assert document.undo_stack.undoText() == "duplicate Goblet squat"
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert document.undo_stack.undoText() == "delete Goblet squat"
    assert len(ids(document)) == 6
    canvas.select({"squat", "lift", "rock"})
    QTest.keyClick(canvas, Qt.Key.Key_G, CTRL)
    block, _ = find_item(document.session, "rock")
    assert block.kind is BlockKind.SUPERSET
    assert [each.id for each in block.items] == ["lift", "squat", "rock"]
    QTest.keyClick(canvas, Qt.Key.Key_G, CTRL | SHIFT)
    assert find_item(document.session, "rock")[0].kind is BlockKind.STRAIGHT
    QTest.keyClick(canvas, Qt.Key.Key_A, CTRL)
    assert len(canvas.selected_ids()) == 6
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert document.undo_stack.undoText() == "delete 6 exercises"
    assert document.session.blocks == ()


def test_after_deleting_the_next_card_is_selected(canvas: Canvas, actions: CanvasActions) -> None:
    canvas.select({"squat"})
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.selected_ids() == ("lunge",)
    canvas.select({"rock"})
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.selected_ids() == ("goblet",)


def test_a_circuit_is_made_from_a_superset(
    canvas: Canvas, actions: CanvasActions, document: Document
) -> None:
    canvas.select({"lunge", "split"})
    assert not actions.superset.isEnabled()
    assert actions.circuit.isEnabled()
    actions.circuit.trigger()
    assert find_item(document.session, "lunge")[0].kind is BlockKind.CIRCUIT


def test_actions_are_enabled_where_they_would_do_something(
    canvas: Canvas, actions: CanvasActions
) -> None:
    canvas.select(())
    assert not any(
        action.isEnabled() for action in actions.all() if action is not actions.select_all
    )
    canvas.select({"lift"})
    assert not actions.move_up.isEnabled()
    assert actions.move_down.isEnabled()
    assert not actions.superset.isEnabled()
    assert not actions.ungroup.isEnabled()
    canvas.select({"lunge"})
    assert actions.ungroup.isEnabled()
    assert actions.swap.menuAction().isEnabled()
    assert all(action.text() for action in actions.all())


def test_a_swap_is_a_step_towards_running_and_keeps_the_sets(
    canvas: Canvas, actions: CanvasActions, document: Document
) -> None:
    canvas.select({"squat"})
    actions.swap.aboutToShow.emit()
    rows = [action for action in actions.swap.actions() if action.isEnabled()]
    offered = [row.text().split("\t")[0] for row in rows if row.text()]
    assert set(offered[:2]) == {"Split squat", "Walking lunge"}
    assert not any(row.icon().isNull() for row in rows if row.text())
    next(row for row in rows if row.text().startswith("Split squat")).trigger()
    swapped = item(document.session, "squat")
    assert swapped.exercise == "split-squat"
    assert write(swapped.prescription) == "3x8/side @7 rest 150"
    assert document.undo_stack.undoText() == "swap Back squat for Split squat"


def test_variant_purpose_and_uneven_are_set_from_the_menu(
    canvas: Canvas, actions: CanvasActions, document: Document
) -> None:
    canvas.select({"lunge"})
    actions.variant.aboutToShow.emit()
    usual, dumbbell = actions.variant.actions()
    assert usual.isChecked()
    dumbbell.trigger()
    assert item(document.session, "lunge").variant == "dumbbell"
    actions.purpose.aboutToShow.emit()
    actions.purpose.actions()[1].trigger()
    assert item(document.session, "lunge").purpose is Purpose.PREPARE
    actions.purpose.aboutToShow.emit()
    actions.purpose.actions()[0].trigger()
    assert item(document.session, "lunge").purpose is None
    actions.uneven.trigger()
    assert item(document.session, "lunge").uneven_on_purpose
    assert actions.uneven.isChecked()
    actions.uneven.trigger()
    assert not item(document.session, "lunge").uneven_on_purpose


def test_choosing_the_form_it_already_has_changes_nothing(
    canvas: Canvas, actions: CanvasActions, document: Document
) -> None:
    document.push("load", lambda s: edits.prescribe(s, "lunge", parse("3x8/side 20kg")))
    canvas.select({"lunge"})
    actions.variant.aboutToShow.emit()
    actions.variant.actions()[0].trigger()
    assert item(document.session, "lunge").prescription == parse("3x8/side 20kg")


def test_notes_are_kept_with_ctrl_enter_and_left_with_escape(
    canvas: Canvas, actions: CanvasActions, document: Document
) -> None:
    canvas.select({"lunge"})
    popup = actions.write_notes()
    assert popup is not None
    QTest.keyClicks(popup.edit, "Long strides")
    QTest.keyClick(popup.edit, Qt.Key.Key_Return, CTRL)
    assert item(document.session, "lunge").notes == "Long strides"
    again = actions.write_notes()
    assert again is not None
    QTest.keyClicks(again.edit, "no")
    QTest.keyClick(again.edit, Qt.Key.Key_Escape)
    assert item(document.session, "lunge").notes == "Long strides"


# Adding


def test_an_exercise_is_added_where_it_fits_or_after_the_selection(
    canvas: Canvas, document: Document
) -> None:
    canvas.select(())
    added = canvas.add("skip")
    assert added is not None
    assert find_item(document.session, added)[0].section is Section.POWER
    assert canvas.selected_ids() == (added,)
    canvas.select({"squat"})
    after = canvas.add("calf-raise")
    assert after is not None
    assert ids(document).index(after) == ids(document).index("squat") + 1
    assert canvas.add("nothing-like-it") is None


def test_clicking_the_last_row_asks_for_an_exercise(qtbot: QtBot, canvas: Canvas) -> None:
    last = canvas.session_model.index(canvas.session_model.rowCount() - 1)
    with qtbot.waitSignal(canvas.invited):
        QTest.mouseClick(canvas.viewport(), LEFT, NONE, canvas.visualRect(last).center())


# Typing


def test_f2_opens_the_prescription_as_it_is_typed(canvas: Canvas) -> None:
    canvas.select({"squat"})
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    assert canvas.editor is not None
    assert canvas.editor.text() == "3x5 @7 60kg rest 150"


def test_typing_a_prescription_previews_and_keeps_it(canvas: Canvas, document: Document) -> None:
    canvas.select({"squat"})
    QTest.keyClick(canvas, Qt.Key.Key_4)
    assert canvas.editor is not None
    QTest.keyClicks(canvas.editor, "x6 @8")
    preview = document.preview_reading
    assert preview is not None
    assert preview.balance.hse == document.reading.balance.hse + 1
    QTest.keyClick(canvas.editor, Qt.Key.Key_Return)
    assert not is_typing(canvas)
    assert document.preview_reading is None
    assert item(document.session, "squat").prescription == parse("4x6 @8")
    assert document.undo_stack.undoText() == "change Back squat"
    assert canvas.hasFocus()


def test_what_cannot_be_read_stays_open_with_a_caret_at_it(
    canvas: Canvas, document: Document
) -> None:
    before = document.session
    canvas.select({"squat"})
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    editor = canvas.editor
    assert editor is not None
    editor.clear()
    QTest.keyClicks(editor, "3x8 foo")
    assert document.preview_reading is None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert canvas.editor is editor
    assert editor.property("wrong") is True
    assert editor.note.isVisible()
    assert "“foo” can't be read." in editor.note.accessibleName()
    assert editor.cursorPosition() == 4
    assert document.session is before
    for _ in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert not editor.note.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert item(document.session, "squat").prescription == parse("3x8")


def test_escape_leaves_the_editor_without_a_trace(canvas: Canvas, document: Document) -> None:
    before = document.session
    canvas.select({"squat"})
    QTest.keyClick(canvas, Qt.Key.Key_9)
    assert canvas.editor is not None
    QTest.keyClicks(canvas.editor, "x9")
    QTest.keyClick(canvas.editor, Qt.Key.Key_Escape)
    assert not is_typing(canvas)
    assert document.preview_reading is None
    assert document.session is before


def test_the_second_click_on_the_words_types_and_one_on_the_name_does_not(canvas: Canvas) -> None:
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, words(canvas, "goblet"))
    assert not is_typing(canvas)
    assert canvas.selected_ids() == ("goblet",)
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, middle(canvas, "goblet"))
    assert not is_typing(canvas)
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, words(canvas, "goblet"))
    assert canvas.editor is not None
    assert canvas.editor.text() == "2x10 16kg"


def test_going_elsewhere_keeps_what_can_be_read(canvas: Canvas, document: Document) -> None:
    canvas.select({"squat"})
    QTest.keyClick(canvas, Qt.Key.Key_5)
    assert canvas.editor is not None
    QTest.keyClicks(canvas.editor, "x5")
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, middle(canvas, "goblet"))
    assert not is_typing(canvas)
    assert item(document.session, "squat").prescription == parse("5x5")


def test_the_first_click_of_a_selection_of_several_does_not_type(canvas: Canvas) -> None:
    canvas.select({"goblet", "squat"})
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, words(canvas, "goblet"))
    assert not is_typing(canvas)
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, words(canvas, "goblet"))
    assert is_typing(canvas)


def test_what_cannot_be_read_is_not_lost_to_another_card(
    canvas: Canvas, document: Document
) -> None:
    canvas.select({"squat"})
    QTest.keyClick(canvas, Qt.Key.Key_3)
    first = canvas.editor
    canvas.edit_card(canvas.session_model.card(canvas.session_model.index_of("goblet")))
    assert canvas.editor is first
    assert first is not None
    assert first.text() == "3"
    assert first.note.isVisible()
    QTest.keyClick(first, Qt.Key.Key_End)
    QTest.keyClicks(first, "x4")
    canvas.edit_card(canvas.session_model.card(canvas.session_model.index_of("goblet")))
    assert item(document.session, "squat").prescription == parse("3x4")
    assert canvas.editor is not None
    assert canvas.editor.text() == "2x10 16kg"


def test_a_larger_text_size_keeps_what_cannot_be_read(canvas: Canvas, theme: Theme) -> None:
    canvas.select({"squat"})
    QTest.keyClick(canvas, Qt.Key.Key_3)
    theme.enlarge(1.5)
    assert canvas.editor is not None
    assert canvas.editor.text() == "3"
    assert canvas.editor.font().pixelSize() == theme.font(12).pixelSize()


def test_undo_while_typing_closes_an_editor_whose_item_is_gone(
    canvas: Canvas, document: Document
) -> None:
    added = canvas.add("skip")
    assert canvas.edit_card()
    document.undo_stack.undo()
    assert not is_typing(canvas)
    assert added not in ids(document)


def test_exercises_added_one_after_the_other_each_go_where_they_fit(
    canvas: Canvas, document: Document
) -> None:
    canvas.select(())
    for exercise in ("split-squat", "calf-raise", "hip-rock"):
        canvas.add(exercise)
    ends = {block.section: block.items[-1].exercise for block in document.session.blocks}
    assert ends[Section.STRENGTH] == "split-squat"
    assert ends[Section.ACCESSORY] == "calf-raise"
    assert ends[Section.RESET] == "hip-rock"
