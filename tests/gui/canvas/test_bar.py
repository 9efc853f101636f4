from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.gyms import Gym, Plates
from hemipelvi_gui.ui.bar_words import bar_words

if TYPE_CHECKING:
    from hemipelvi_gui.ui.canvas_actions import CanvasActions
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.widgets.canvas import Canvas

CLUB = Gym(
    "club",
    "Club",
    tuple(Equipment),
    plates=(Plates(20, 4), Plates(15, 2), Plates(10, 2), Plates(2.5, 2), Plates(1.25, 2)),
)


@pytest.fixture
def at_club(document: Document) -> Document:
    document.ask_for_gyms(lambda: (CLUB,))
    document.push("gym", lambda s: edits.describe(s, gym="Club"))
    return document


def typed(canvas: Canvas, item_id: str, text: str) -> str:
    """What is said while this is typed over a card's prescription; "" for nothing."""
    canvas.select({item_id})
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    editor = canvas.editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, text)
    return editor.remark.text() if editor.remark.isVisible() else ""


@pytest.mark.usefixtures("at_club")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3x5 55kg", "20 kg bar, each side 15 + 2.5"),
        ("3x5 81kg", "81 kg can\u2019t be loaded: 80 or 82.5"),
        ("3x5 180lb", "180 lb can\u2019t be loaded: 80 or 82.5 kg"),
        ("3x5 20kg", "The empty bar, 20 kg"),
        ("3x5 15kg", "15 kg is less than the empty bar, 20 kg"),
        ("3x5 500kg", "500 kg can\u2019t be loaded: at most 157.5"),
        ("3x5 75%", ""),
        ("3x5 @7", ""),
        ("3x5 2x16kg", ""),
    ],
)
def test_the_editor_says_what_goes_on_the_bar(canvas: Canvas, text: str, said: str) -> None:
    assert typed(canvas, "squat", text) == said


@pytest.mark.usefixtures("at_club")
def test_it_is_said_as_soon_as_the_editor_opens(canvas: Canvas) -> None:
    canvas.select({"squat"})
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    assert canvas.editor is not None
    assert canvas.editor.remark.text() == "20 kg bar, each side 20"
    assert canvas.editor.accessibleDescription() == "20 kg bar, each side 20"
    remark = canvas.editor.remark
    QTest.keyClick(canvas.editor, Qt.Key.Key_Escape)
    assert not remark.isVisible()


@pytest.mark.usefixtures("at_club")
def test_nothing_is_said_where_no_bar_is_lifted(canvas: Canvas) -> None:
    assert typed(canvas, "goblet", "2x10 55kg") == ""


def test_nothing_is_said_where_nothing_is_known(canvas: Canvas, document: Document) -> None:
    document.ask_for_gyms(lambda: (replace(CLUB, plates=()),))
    document.push("gym", lambda s: edits.describe(s, gym="Club"))
    assert typed(canvas, "squat", "3x5 55kg") == ""
    canvas.close_editor()
    document.ask_for_gyms(lambda: (CLUB,))
    document.push("gym", lambda s: edits.describe(s, gym="Elsewhere"))
    assert typed(canvas, "squat", "3x5 55kg") == ""


@pytest.mark.usefixtures("at_club")
def test_a_fault_goes_before_the_bar(canvas: Canvas) -> None:
    typed(canvas, "squat", "3x5 55kg nonsense")
    editor = canvas.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.note.isVisible()
    assert not editor.remark.isVisible()
    editor.end(False)
    for _ in " nonsense":
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert not editor.note.isVisible()
    assert editor.remark.isVisible()


def test_the_card_s_tooltip_says_it_too(canvas: Canvas, at_club: Document) -> None:
    index = canvas.session_model.index_of("squat")
    said = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "20 kg bar, each side 20" in said
    goblet = canvas.session_model.index_of("goblet")
    assert "bar" not in str(goblet.data(Qt.ItemDataRole.ToolTipRole))
    item = at_club.session.blocks[1].items[0]
    assert bar_words(at_club, item) == "20 kg bar, each side 20"


@pytest.mark.usefixtures("at_club")
def test_a_key_shows_what_to_put_on_the_bar(canvas: Canvas, actions: CanvasActions) -> None:
    canvas.select({"goblet"})
    assert not actions.bar.isEnabled()
    canvas.select({"squat"})
    assert actions.bar.isEnabled()
    assert actions.bar in actions.menu.actions()
    popup = actions.show_bar()
    assert popup is not None
    assert popup.words.text() == "20 kg bar, each side 20"
    assert popup.picture.plates == [20]
    assert "Back squat" in popup.accessibleName()
    popup.grab()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert canvas.selected_ids() == ("squat",)


def test_many_small_plates_are_drawn_as_far_as_there_is_room(
    canvas: Canvas, actions: CanvasActions, at_club: Document
) -> None:
    small = replace(CLUB, plates=(Plates(1.25, 100),))
    at_club.ask_for_gyms(lambda: (small,))
    canvas.select({"squat"})
    popup = actions.show_bar()
    assert popup is not None
    assert len(popup.picture.plates) == 16
    popup.grab()
    popup.reject()
