from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.exercises import Pattern
from hemipelvi_gui.domain.facets import Stance
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.library.facet_words import LEVELS
from tests.builders import library, session_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

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


def test_a_built_in_exercise_is_copied_or_hidden_and_never_changed(
    page: LibraryPage, window: MainWindow
) -> None:
    for exercise_id in ("walking-lunge", "push-up"):
        page.go_to(exercise_id)
        detail = page.detail
        offered = (detail.copy, detail.hide_button, detail.edit, detail.delete)
        assert [each.isVisible() for each in offered] == [True, True, False, False]
        for key in (Key.Key_Delete, Key.Key_F2):
            QTest.keyClick(page.library.list, key)
        page.edit(exercise_id)
        assert not page.form.isVisible()
        assert window.desk.document.library[exercise_id] == library()[exercise_id]
        assert not window.desk.document.undo_stack.canUndo()


def test_an_exercise_of_ones_own_is_edited_in_one_step_to_undo(
    page: LibraryPage, window: MainWindow
) -> None:
    page.go_to("walking-lunge")
    page.detail.copy.click()
    page.form.save.click()
    mine = page.exercise
    assert mine is not None
    page.detail.edit.click()
    assert page.form.isVisible()
    choose(page, "trunk", "offset")
    assert page.form.facets.head.words == "0.88 Gait-like"
    page.form.save.click()
    assert page.detail.bars.head.words == "0.88 Gait-like"
    assert window.desk.document.own_exercises[mine.id].asymmetry == 0.875
    stack = window.desk.document.undo_stack
    assert stack.undoText() == "edit Walking lunge (mine)"
    stack.undo()
    assert window.desk.document.own_exercises[mine.id] == mine


def test_copying_and_saving_is_one_step_to_undo(page: LibraryPage, window: MainWindow) -> None:
    stack = window.desk.document.undo_stack
    before = stack.count()
    page.go_to("walking-lunge")
    page.detail.copy.click()
    assert page.form.name.text() == "Walking lunge (mine)"
    assert stack.count() == before
    page.form.save.click()
    assert stack.count() == before + 1
    assert stack.undoText() == "add Walking lunge (mine)"
    assert page.exercise is not None
    assert page.exercise.name == "Walking lunge (mine)"
    stack.undo()
    assert not window.desk.document.own_exercises


def test_a_copy_that_is_not_saved_leaves_nothing(page: LibraryPage, window: MainWindow) -> None:
    before = window.desk.document.undo_stack.count()
    page.go_to("walking-lunge")
    page.detail.copy.click()
    page.form.name.setText("Hill lunge")
    page.form.cancel.click()
    assert not window.desk.document.own_exercises
    assert window.desk.document.undo_stack.count() == before
    assert page.detail.isVisible()
    assert page.detail.name.text() == "Walking lunge"


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
    page.form.save.click()
    mine = page.exercise
    assert mine is not None
    window.desk.document.add_session("add", session_of("walking-lunge"))
    window.build.canvas.add(mine.id)
    window.pages.show_library()
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


def test_a_name_of_the_library_with_other_facets_is_remarked_on(
    page: LibraryPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.new.click()
    form = page.form
    QTest.keyClicks(form.name, "back squat")
    qtbot.waitUntil(form.remark.isVisible)
    said = "\u201cBack squat\u201d is in the library as symmetric, 0.000."
    assert form.remark.words.text() == said
    form.remark.take.click()
    assert form.draft.asymmetry == 0.0
    assert (form.draft.pattern, form.draft.compound) == (Pattern.SQUAT, True)
    assert not form.remark.take.isVisible()
    choose(page, "stance", Stance.SPLIT)
    assert form.remark.take.isVisible()
    QTest.keyClick(form.name, Key.Key_Return)
    (mine,) = window.desk.document.own_exercises.values()
    page.library.search.setText("back squat")
    assert page.library.list.current != mine


def test_a_name_that_says_another_class_is_remarked_on(page: LibraryPage, qtbot: QtBot) -> None:
    page.new.click()
    QTest.keyClicks(page.form.name, "Sandbag zercher march")
    qtbot.waitUntil(page.form.remark.isVisible)
    assert page.form.remark.words.text() == "By its name it is gait-like, 0.850."
    choose(page, "sequence", "alternating")
    assert not page.form.remark.isVisible()


def test_what_it_locks_and_resets_follows_until_somebody_chooses(page: LibraryPage) -> None:
    page.library.list.select(page.library.list.exercises.index_of("back-squat"))
    page.detail.copy.click()
    form = page.form
    assert set(form.locks.values) == set(library()["back-squat"].locks)
    choose(page, "jobs", "opposite")
    choose(page, "stance", Stance.SPLIT)
    assert form.draft.locks == form.locks.values == ()
    form.locks.menu_of_values.actions()[0].trigger()
    form.resets.menu_of_values.actions()[0].trigger()
    assert form.draft.locks == form.locks.values != ()
    choose(page, "stance", Stance.GAIT)
    assert form.draft.locks == form.locks.values != ()
    assert form.draft.resets == form.resets.values != ()


def test_facets_that_hardly_go_together_get_a_hint(page: LibraryPage) -> None:
    page.new.click()
    assert not page.form.facets.odd.isVisible()
    choose(page, "jobs", "same")
    assert page.form.facets.odd.text().startswith("Unusual")


def test_the_score_stays_in_sight(page: LibraryPage, window: MainWindow, qtbot: QtBot) -> None:
    window.desk.theme.enlarge(2.0)
    window.resize(1280, 800)
    page.new.click()
    form = page.form
    qtbot.waitUntil(form.score.isVisible)
    assert form.score.text() == "0.73 Asymmetric"
    choose(page, "sequence", "alternating")
    qtbot.waitUntil(lambda: form.score.text() == "0.80 Gait-like")
    form.area.ensureWidgetVisible(form.facets.head)
    qtbot.waitUntil(lambda: not form.score.isVisible())
