from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.facets import Stance
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.library.facet_words import LEVELS
from tests.builders import session_of

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.library import LibraryPage

Key = Qt.Key


def choose(page: LibraryPage, facet: str, level: str) -> None:
    page.form.facets.boxes[facet].setCurrentIndex([*LEVELS[facet]].index(level))  # type: ignore[arg-type]


def test_a_new_exercise_is_one_step_to_undo(page: LibraryPage, window: MainWindow) -> None:
    stack = window.desk.document.undo_stack
    before = stack.count()
    page.new.click()
    QTest.keyClicks(page.form.name, "Band step-down")
    QTest.keyClick(page.form.name, Key.Key_Return)
    assert stack.count() == before + 1
    assert stack.undoText() == "add Band step-down"
    (mine,) = window.desk.document.own_exercises.values()
    assert page.exercise == mine
    assert page.detail.isVisible()
    assert page.detail.edit.isVisible()
    stack.undo()
    assert not window.desk.document.own_exercises
    assert page.isVisible()
    assert page.exercise is not None
    assert page.exercise.name != "Band step-down"


def test_the_score_follows_the_facets(page: LibraryPage) -> None:
    page.new.click()
    form = page.form
    assert form.facets.head.words == "0.73 Asymmetric"
    choose(page, "sequence", "alternating")
    assert form.facets.head.words == "0.80 Gait-like"
    choose(page, "stance", Stance.SINGLE_LEG)
    assert form.facets.head.words == "0.85 Gait-like"
    assert form.draft.asymmetry == 0.85
    form.facets.upper.setChecked(True)
    assert form.draft.facets is None
    assert form.draft.share == 0.0


def test_what_is_missing_is_said_where_it_is_missing(page: LibraryPage, window: MainWindow) -> None:
    before = window.desk.document.undo_stack.count()
    page.new.click()
    form = page.form
    form.prescription.setText("3x8 rest 9O")
    QTest.keyClick(form, Key.Key_Return)
    assert form.isVisible()
    assert form.notes["name"].text() == "Give it a name."
    assert "9O" in form.notes["prescription"].text()
    assert form.name.hasFocus()
    assert window.desk.document.undo_stack.count() == before
    form.prescription.setText("3x8 rest 90")
    assert form.notes["prescription"].text() == "3 × 8 · rest 90 s"


def test_a_copy_can_be_changed_and_the_built_in_stays(
    page: LibraryPage, window: MainWindow
) -> None:
    page.go_to("walking-lunge")
    page.detail.copy.click()
    assert page.form.isVisible()
    page.form.name.setText("Hill lunge")
    page.form.save.click()
    names = {each.name for each in window.desk.document.own_exercises.values()}
    assert names == {"Hill lunge"}
    assert window.desk.document.library["walking-lunge"].name == "Walking lunge"


def test_escape_keeps_nothing(page: LibraryPage, window: MainWindow) -> None:
    page.new.click()
    page.form.name.setText("Nothing")
    QTest.keyClick(page.form, Key.Key_Escape)
    assert page.detail.isVisible()
    assert not window.desk.document.own_exercises


def test_a_half_filled_form_is_not_lost_to_a_click(page: LibraryPage) -> None:
    page.new.click()
    page.form.name.setText("Half")
    page.go_to("back-squat")
    page.library.list.select(page.library.list.exercises.index_of("back-squat"))
    assert page.form.isVisible()
    assert page.form.hold.text() == "Save or cancel this first."
    page.form.cancel.click()
    page.go_to("back-squat")
    assert page.detail.isVisible()


def test_deleting_says_who_used_it_and_can_be_undone(
    page: LibraryPage, window: MainWindow, home: Path
) -> None:
    page.go_to("walking-lunge")
    page.detail.copy.click()
    page.form.cancel.click()
    mine = page.exercise
    assert mine is not None
    window.desk.document.add_session("add", session_of("walking-lunge"))
    window.build.canvas.add(mine.id)
    window.show_library()
    page.go_to(mine.id)
    said: list[str] = []
    window.desk.messages.shown.connect(lambda message: said.append(message.text))
    page.detail.delete.click()
    assert "1 session keeps it as unknown" in said[-1]
    assert mine.id not in window.desk.document.library
    assert page.isVisible()
    window.desk.document.undo_stack.undo()
    assert window.desk.document.library[mine.id] == mine
    assert window.desk.saver.settle()
    store = open_store(home)
    assert [each.id for each in store.exercises()] == [mine.id]
    store.close()
