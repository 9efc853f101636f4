"""What an import says of files that it knows, in part or in whole, and of what they leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.log_files import Question
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.ui.dialogs.log_import_dialog import LogImportDialog
from hemipelvi_gui.ui.pages.welcome import WelcomePage
from tests.gui.log_import.conftest import (
    HEVY,
    SAMPLES,
    STRONG,
    click,
    hevy_file,
    kept,
    settle,
    shown,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.log_import.conftest import ReadLogs

NOTHING = (0, 0, 0, 0)


def test_sets_of_two_files_are_not_said_to_be_there(
    window: MainWindow, read: ReadLogs, tmp_path: Path
) -> None:
    again = tmp_path / "again.csv"
    again.write_bytes(HEVY.read_bytes())
    dialog = read(HEVY, again)
    assert "330 the same in two files" in dialog.shown.more.text()
    assert "there already" not in dialog.shown.more.text()
    assert kept(window) == NOTHING


def test_the_days_are_those_of_what_comes_in(window: MainWindow, read: ReadLogs) -> None:
    click(read(HEVY).go)
    dialog = read(HEVY, SAMPLES / "run-fenix5.fit")
    assert dialog.shown.said.text() == "1 run comes in"
    assert dialog.shown.more.text().startswith("11 Jun 2017 ")
    assert "330 there already" in dialog.shown.more.text()


def test_the_unit_is_asked_once_and_shown_as_answered_the_next_time(
    qtbot: QtBot, window: MainWindow, read: ReadLogs
) -> None:
    legacy = SAMPLES / "strong-legacy.csv"
    dialog = read(legacy)
    assert dialog.shown.questions.open
    click(dialog.shown.questions.rows[Question.UNITS].buttons[MassUnit.LB])
    settle(qtbot, dialog)
    click(dialog.go)
    there = kept(window)
    again = read(legacy)
    row = again.shown.questions.rows[Question.UNITS]
    assert (row.choice, again.shown.questions.open) == (MassUnit.LB, False)
    assert again.shown.said.text() == "Everything in there is in your log already."
    click(row.buttons[MassUnit.KG])
    settle(qtbot, again)
    assert again.shown.said.text() == "Everything in there is in your log already."
    assert kept(window) == there


def test_the_heaviest_set_is_told_of_each_file(read: ReadLogs) -> None:
    dialog = read(SAMPLES / "strong-legacy.csv", STRONG)
    hint = dialog.shown.questions.rows[Question.UNITS].hint.text()
    assert "strong-legacy.csv" in hint
    assert STRONG.name in hint


def test_what_was_left_out_is_shown_whole(read: ReadLogs, tmp_path: Path) -> None:
    path = hevy_file(tmp_path, "Squat (Barbell)", "Plank")
    path.write_text(path.read_text("utf-8").replace(",60,5,", ",heavy,5,"), "utf-8")
    dialog = read(path)
    details = dialog.shown.details
    dialog.shown.unfold.setChecked(True)
    dialog.shown.unfold.clicked.emit()
    QApplication.processEvents()
    assert details.isVisible()
    assert details.verticalScrollBar().maximum() == 0


def test_the_first_page_offers_to_begin_with_a_log(window: MainWindow) -> None:
    window.pages.show_welcome()
    page = window.pages.currentWidget()
    assert isinstance(page, WelcomePage)
    click(page.log)
    assert len(shown(window, LogImportDialog)) == 1
