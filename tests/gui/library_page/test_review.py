from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QTest

from hemipelvi_gui.coach.reasons import as_data, because
from hemipelvi_gui.domain.exercises import Family, Muscle, Pattern
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


def test_the_list_and_the_figure_follow_what_is_looked_at(
    page: LibraryPage, review: ReviewPanel
) -> None:
    def listed() -> str:
        current = page.library.list.current
        return "" if current is None else current.name

    assert listed() == "Guess 1"
    assert review.figure.isVisible()
    QTest.keyClick(review, Key.Key_S)
    assert review.name.text() == "Guess 2"
    assert listed() == "Guess 2"
    assert review.isVisible()
    QTest.keyClick(review, Key.Key_1)
    assert review.isVisible()
    QTest.keyClick(review, Key.Key_Return)
    assert listed() == "Guess 3"
    assert review.isVisible()


class German(QTranslator):
    """Knows one sentence."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803  # Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """The sentence in German, all others as they are."""
        known = ("Laterality", "Read as {movement}, by the words \u201c{words}\u201d.")
        if (context, sourceText) == known:
            return "Als {movement} gelesen: {words}."
        return sourceText

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        """Qt asks an empty translator nothing."""
        return False


def test_the_reason_is_told_in_the_language_of_the_window(
    review: ReviewPanel, window: MainWindow
) -> None:
    reason = because("movement", movement="lunge", words="lunge + walking")
    inferred = {"confidence": 0.5, "reason": as_data(reason), "match": None}
    known = guess(1, extra={"review": True, "inferred": inferred})
    german = German()
    QCoreApplication.installTranslator(german)
    try:
        window.desk.document.add_exercises("import exercises", [known])
        window.pages.library.go_to("guess-1")
        review.refresh()
        told = window.pages.library.detail.facts.words["How it was read"]
    finally:
        QCoreApplication.removeTranslator(german)
    assert review.reason.text() == "Als lunge gelesen: lunge + walking."
    assert told == review.reason.text()


def test_enter_accepts_and_goes_on(review: ReviewPanel, window: MainWindow) -> None:
    QTest.keyClick(review, Key.Key_Return)
    assert review.progress.text() == "2 of 4"
    assert open_guesses(window) == 3
    assert window.pages.library.isVisible()


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
    guess_row, known = dialog.list.rows.row_at(1), dialog.list.rows.row_at(3)
    assert guess_row.line.endswith("a guess to look at")
    assert "in the library already as Back squat" in known.line
    assert "Symmetric · Level feet · paired" in known.line
    assert known.note == "left out"
    said = "1 will be added · 1 in the library already · 1 guess to look at"
    assert dialog.said.text() == said
    assert not window.desk.document.own_exercises
    dialog.go.click()
    (came,) = window.desk.document.own_exercises.values()
    assert came.name == "Isometric Wipers"
    assert window.pages.library.isVisible()
    assert window.pages.library.review.text() == "Review 1 guess"
    window.desk.document.undo_stack.undo()
    assert not window.desk.document.own_exercises
    assert not window.pages.library.review.isVisible()


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


def test_what_is_chosen_is_there_when_all_of_it_is_edited(
    page: LibraryPage, window: MainWindow
) -> None:
    press = guess(1, facets=None, pattern=Pattern.PUSH, family=Family.UPPER, share=0.0)
    window.desk.document.add_exercises("import exercises", [press])
    page.review.click()
    QTest.keyClick(page.review_panel, Key.Key_4)
    QTest.keyClick(page.review_panel, Key.Key_E)
    assert not page.form.facets.upper.isChecked()
    assert page.form.facets.head.words == "0.80 Gait-like"
    assert page.form.is_changed
    page.form.save.click()
    (kept,) = window.desk.document.own_exercises.values()
    assert (kept.asymmetry, kept.pattern, kept.share) == (0.8, Pattern.LUNGE, 1.0)
    page.go_to(kept.id)
    assert page.detail.facts.words["How it was read"] == "Decided by you."


def test_a_long_line_is_whole_after_going_on(page: LibraryPage, window: MainWindow) -> None:
    many = tuple(Muscle)[:8]
    guesses = [guess(1), guess(2, muscles=many, cue="Stand on the left foot and wait. " * 4)]
    window.desk.document.add_exercises("import exercises", guesses)
    page.review.click()
    QTest.keyClick(page.review_panel, Key.Key_Return)
    QCoreApplication.processEvents()
    about = page.review_panel.about
    assert "wait" in about.text()
    assert about.height() >= about.heightForWidth(about.width())


def test_a_list_leaves_out_what_the_library_has_unless_all_is_wanted(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(ROWS), encoding="utf-8")
    window.files.open_files([path])
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
    (dialog,) = window.findChildren(ImportDialog)
    add_all, add_none = dialog.for_all
    add_none.click()
    assert not dialog.go.isEnabled()
    add_all.click()
    assert dialog.said.text() == "2 will be added \u00b7 1 guess to look at"
    dialog.go.click()
    filters = window.pages.library.library.filters
    assert not filters.own_chip.isVisible()
    filters.imported_chip.click()
    assert window.pages.library.library.list.exercises.rowCount() == 2
