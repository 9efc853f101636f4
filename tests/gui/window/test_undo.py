from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QToolButton

from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.edits import Gap
from hemipelvi_gui.domain.session import Section, Session, items
from hemipelvi_gui.ui.models.session_places import Carried

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Item
    from hemipelvi_gui.ui.main_window import MainWindow


def add(window: MainWindow, exercise: str) -> Item:
    item_id = window.build.canvas.add(exercise)
    assert item_id is not None
    return next(item for item in items(window.desk.document.session) if item.id == item_id)


def ghost(window: MainWindow) -> float | None:
    return window.build.balance.gauge.ghost


def undo_text(window: MainWindow) -> str:
    return window.actions_by_name["undo"].text()


def test_the_menu_says_what_undo_will_undo(window: MainWindow) -> None:
    squat = add(window, "back-squat")
    lunge = add(window, "walking-lunge")
    assert undo_text(window) == "Undo add Walking lunge"
    model = window.build.canvas.session_model
    model.drop(Carried(moved=(lunge.id,)), Gap(Section.STRENGTH, 0))
    assert undo_text(window) == "Undo move Walking lunge"
    window.build.canvas.select({squat.id})
    window.build.canvas_actions.remove.trigger()
    assert undo_text(window) == "Undo delete Back squat"
    window.actions_by_name["undo"].trigger()
    assert undo_text(window) == "Undo move Walking lunge"
    assert window.actions_by_name["redo"].text() == "Redo delete Back squat"


def test_the_bars_buttons_stay_short(window: MainWindow) -> None:
    add(window, "walking-lunge-with-opposite-side-load")
    shown = {button.text() for button in window.findChildren(QToolButton)}
    assert {"Undo", "Redo"} <= shown
    assert "opposite" in window.actions_by_name["undo"].text()


def test_undo_goes_back_to_the_very_first_state_and_redo_to_the_last(window: MainWindow) -> None:
    document = window.desk.document
    states = [document.session]
    for exercise in ("back-squat", "walking-lunge", "calf-raise", "dead-bug"):
        add(window, exercise)
        states.append(document.session)
    window.build.mirror()
    window.build.add_lunge()
    last = document.session
    while document.undo_stack.canUndo():
        window.actions_by_name["undo"].trigger()
    assert document.session == states[0]
    while document.undo_stack.canRedo():
        window.actions_by_name["redo"].trigger()
    assert document.session == last


def test_undo_reaches_across_sessions(window: MainWindow) -> None:
    document = window.desk.document
    add(window, "walking-lunge")
    first = document.session
    window.sessions.new()
    add(window, "back-squat")
    window.sessions.open(first.id)
    add(window, "calf-raise")
    window.actions_by_name["undo"].trigger()
    assert document.session == first
    window.actions_by_name["undo"].trigger()
    assert document.session.id != first.id
    assert not document.session.blocks


def test_an_edit_that_changes_nothing_is_no_step(window: MainWindow) -> None:
    document = window.desk.document
    assert not document.push("move nothing", lambda session: session)
    assert not document.undo_stack.canUndo()


def test_a_preview_leaves_nothing_behind(window: MainWindow) -> None:
    document = window.desk.document
    item = new_item(document.library["walking-lunge"], None)
    before = document.session, document.reading
    document.preview(lambda session: edits.insert(session, item, Gap(Section.STRENGTH, 0)))
    assert ghost(window) == 1.0
    document.preview(None)
    assert ghost(window) is None
    assert (document.session, document.reading) == before
    assert not document.undo_stack.canUndo()


def test_an_edit_that_fails_changes_nothing(window: MainWindow) -> None:
    document = window.desk.document
    before = document.session

    def broken(_session: Session) -> Session:
        raise KeyError("gone")

    with pytest.raises(KeyError):
        document.push("break", broken)
    assert document.session is before


def test_own_exercises_come_and_go_with_undo(
    window: MainWindow, own_exercise: Callable[[str, str], Exercise]
) -> None:
    document = window.desk.document
    mine = own_exercise("my-lunge", "My lunge")
    document.add_exercises("import exercises", [mine])
    assert document.library["my-lunge"] == mine
    assert window.build.library.list.exercises.index_of("my-lunge").isValid()
    document.undo_stack.undo()
    assert "my-lunge" not in document.library
    assert not window.build.library.list.exercises.index_of("my-lunge").isValid()
    document.undo_stack.redo()
    assert document.own_exercises == {"my-lunge": mine}


def test_an_own_exercise_put_over_a_built_in_one_gives_it_back_on_undo(
    window: MainWindow, own_exercise: Callable[[str, str], Exercise]
) -> None:
    document = window.desk.document
    built_in = document.library["walking-lunge"]
    mine = own_exercise("walking-lunge", "My way to lunge")
    document.add_exercises("import exercises", [mine])
    document.undo_stack.undo()
    assert document.library["walking-lunge"] == built_in
    assert "walking-lunge" not in document.own_exercises
