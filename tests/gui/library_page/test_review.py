from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.own import is_undecided
from hemipelvi_gui.ui.dialogs.import_dialog import ImportDialog
from tests.gui.library_page.conftest import guess

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.library.review_panel import ReviewPanel
    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.library import LibraryPage

Key = Qt.Key
ROWS = [
    {
        "id": "Squat",
        "name": "Barbell Squat",
        "primaryMuscles": ["quadriceps"],
        "secondaryMuscles": ["glutes"],
        "instructions": ["Stand."],
        "category": "strength",
        "mechanic": "compound",
    },
    {
        "id": "Wipers",
        "name": "Isometric Wipers",
        "primaryMuscles": ["chest"],
        "secondaryMuscles": [],
        "instructions": ["Lie."],
        "category": "strength",
    },
]


@pytest.fixture
def review(page: LibraryPage, window: MainWindow) -> ReviewPanel:
    window.desk.document.add_exercises("import exercises", [guess(each) for each in range(1, 5)])
    page.review.click()
    return page.review_panel


def open_guesses(window: MainWindow) -> int:
    return sum(is_undecided(each) for each in window.desk.document.own_exercises.values())


def test_a_guess_is_shown_with_its_reason(review: ReviewPanel) -> None:
    assert review.progress.text() == "1 of 4"
    assert review.name.text() == "Guess 1"
    assert "50 % sure" in review.guess.text()
    assert review.reason.text() == "Read as lunge."
    assert review.choice is Laterality.GAIT_LIKE


def test_enter_accepts_and_goes_on(review: ReviewPanel, window: MainWindow) -> None:
    QTest.keyClick(review, Key.Key_Return)
    assert review.progress.text() == "2 of 4"
    assert open_guesses(window) == 3
    assert window.library.isVisible()


def test_a_number_chooses_another_class(review: ReviewPanel, window: MainWindow) -> None:
    QTest.keyClick(review, Key.Key_1)
    QTest.keyClick(review, Key.Key_Return)
    decided = window.desk.document.own_exercises["guess-1"]
    assert decided.laterality is Laterality.SYMMETRIC
    QTest.keyClick(review, Key.Key_5)
    QTest.keyClick(review, Key.Key_Return)
    assert window.desk.document.own_exercises["guess-2"].share == 0.0


def test_skipping_and_going_back_decide_nothing(review: ReviewPanel, window: MainWindow) -> None:
    QTest.keyClick(review, Key.Key_S)
    assert review.name.text() == "Guess 2"
    QTest.keyClick(review, Key.Key_Backspace)
    assert review.name.text() == "Guess 1"
    assert open_guesses(window) == 4


def test_a_decision_can_be_taken_anew_after_going_back(
    review: ReviewPanel, window: MainWindow
) -> None:
    QTest.keyClick(review, Key.Key_Return)
    QTest.keyClick(review, Key.Key_Backspace)
    assert review.guess.text().startswith("Decided")
    QTest.keyClick(review, Key.Key_2)
    QTest.keyClick(review, Key.Key_Return)
    decided = window.desk.document.own_exercises["guess-1"]
    assert decided.laterality is Laterality.BIASED


def test_undo_takes_a_decision_back_and_returns_to_it(
    review: ReviewPanel, window: MainWindow
) -> None:
    QTest.keyClick(review, Key.Key_Return)
    QTest.keyClick(review, Key.Key_Return)
    assert window.desk.document.undo_stack.undoText() == "review Guess 2"
    window.desk.document.undo_stack.undo()
    assert review.name.text() == "Guess 2"
    assert open_guesses(window) == 3
    assert review.isVisible()


def test_editing_one_of_them_comes_back_to_the_next(
    review: ReviewPanel, window: MainWindow, page: LibraryPage
) -> None:
    QTest.keyClick(review, Key.Key_E)
    assert page.form.isVisible()
    QTest.keyClick(page.form, Key.Key_Escape)
    assert review.isVisible()
    assert open_guesses(window) == 4
    QTest.keyClick(review, Key.Key_E)
    page.form.facets.upper.setChecked(True)
    page.form.save.click()
    assert review.isVisible()
    assert review.name.text() == "Guess 2"
    assert open_guesses(window) == 3


def test_the_end_says_what_is_left(
    review: ReviewPanel, window: MainWindow, page: LibraryPage
) -> None:
    for key in (Key.Key_Return, Key.Key_S, Key.Key_Return, Key.Key_Return):
        QTest.keyClick(review, key)
    assert "One was skipped" in review.name.text()
    assert page.review.text() == "Review 1 guess"
    QTest.keyClick(review, Key.Key_Escape)
    assert page.detail.isVisible()
    page.review.click()
    assert review.progress.text() == "1 of 1"


def test_a_list_of_exercises_is_shown_before_it_is_taken(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(ROWS), encoding="utf-8")
    window.files.open_files([path])
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
    (dialog,) = window.findChildren(ImportDialog)
    lines = [dialog.list.rows.row_at(row).line for row in (1, 2)]
    assert "Symmetric · Level feet · paired" in lines[0]
    assert lines[1].endswith("a guess to look at")
    assert not window.desk.document.own_exercises
    dialog.go.click()
    assert window.library.isVisible()
    assert window.library.review.text() == "Review 1 guess"
    window.desk.document.undo_stack.undo()
    assert not window.desk.document.own_exercises
    assert not window.library.review.isVisible()


def test_guesses_come_back_into_the_review_with_undo_and_redo(
    review: ReviewPanel, window: MainWindow
) -> None:
    QTest.keyClick(review, Key.Key_S)
    steps = window.desk.document.undo_stack
    steps.undo()
    assert review.progress.text() == "0 of 0"
    steps.redo()
    assert review.progress.text() == "1 of 4"
    assert review.name.text() == "Guess 1"
    assert review.bar.value() == 0


def test_a_deleted_guess_comes_back_to_its_place_in_the_review(
    review: ReviewPanel, window: MainWindow
) -> None:
    QTest.keyClick(review, Key.Key_S)
    document = window.desk.document
    document.replace_exercises("delete", {"guess-1": None, "guess-2": None})
    assert (review.progress.text(), review.name.text()) == ("1 of 2", "Guess 3")
    document.undo_stack.undo()
    assert (review.progress.text(), review.name.text()) == ("1 of 4", "Guess 1")
    QTest.keyClick(review, Key.Key_S)
    assert review.name.text() == "Guess 2"


def test_guesses_imported_during_the_review_come_last(
    review: ReviewPanel, window: MainWindow
) -> None:
    QTest.keyClick(review, Key.Key_S)
    window.desk.document.add_exercises("import exercises", [guess(0)])
    assert (review.progress.text(), review.name.text()) == ("2 of 5", "Guess 2")
