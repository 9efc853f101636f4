from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from hemipelvi_gui.domain.log_files import Question
from hemipelvi_gui.domain.prescription import Load
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.ui.dialogs.log_import_dialog import LogImportDialog
from hemipelvi_gui.ui.dialogs.replay_dialog import ReplayDialog
from hemipelvi_gui.ui.errand import Errand
from tests.gui.log_import.conftest import (
    HEVY,
    SAMPLES,
    STRONG,
    click,
    hevy_file,
    kept,
    said,
    settle,
    shown,
    whole_log,
)

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.log_import.conftest import ReadLogs

NOTHING = (0, 0, 0, 0)


def notes(dialog: LogImportDialog) -> dict[str, str]:
    rows = dialog.shown.list.rows
    found = [rows.row_at(number) for number in range(rows.rowCount())]
    return {row.title: row.note for row in found if row.key.isdigit()}


def drop(target: QWidget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, button, key)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), copy, mime, button, key))


def asked(qtbot: QtBot, window: MainWindow) -> LogImportDialog:
    qtbot.waitUntil(lambda: bool(shown(window, LogImportDialog)), timeout=10_000)
    dialog = shown(window, LogImportDialog)[0]
    assert isinstance(dialog, LogImportDialog)
    settle(qtbot, dialog)
    return dialog


def test_two_sources_come_in_as_one_step_and_go_as_one(
    qtbot: QtBot, window: MainWindow, read: ReadLogs
) -> None:
    garmin = SAMPLES / "garmin-activities-decimal-comma.csv"
    dialog = read(HEVY, garmin)
    assert dialog.shown.said.text() == "17 sessions with 330 sets and 1131 runs come in"
    assert "1 Feb 2019 \u2013 4 Jan 2026" in dialog.shown.more.text()
    assert notes(dialog) == {"hevy.csv": "330 new", garmin.name: "1131 new"}
    assert kept(window) == NOTHING
    click(dialog.go)
    assert said(window) == "17 sessions with 330 sets and 1131 runs came in."
    there = kept(window)
    assert (there.sessions, there.runs) == (17, 1131)
    assert window.actions_by_name["undo"].text() == "Undo import a log"
    window.actions_by_name["undo"].trigger()
    assert kept(window) == NOTHING
    window.actions_by_name["redo"].trigger()
    assert kept(window) == there


def test_the_message_offers_to_take_the_import_back(window: MainWindow, read: ReadLogs) -> None:
    click(read(HEVY).go)
    window.desk.document.undo_stack.undo()
    assert kept(window) == NOTHING
    assert said(window) == "17 sessions with 330 sets taken out again."


def test_the_same_file_again_is_there_already(window: MainWindow, read: ReadLogs) -> None:
    click(read(HEVY).go)
    there = kept(window)
    dialog = read(HEVY)
    assert dialog.shown.said.text() == "Everything in there is in your log already."
    assert notes(dialog) == {"hevy.csv": "330 there already"}
    assert not dialog.go.isEnabled()
    assert dialog.leave.text() == "Close"
    click(dialog.leave)
    assert kept(window) == there


def test_a_run_that_two_files_tell_of_is_one(
    window: MainWindow, read: ReadLogs, tmp_path: Path
) -> None:
    run = SAMPLES / "run-fenix5.fit"
    again = tmp_path / "again.fit"
    again.write_bytes(run.read_bytes())
    dialog = read(run, again)
    assert "1 the same in two files" in dialog.shown.more.text()
    assert notes(dialog) == {run.name: "1 new", "again.fit": "1 the same as above"}
    assert dialog.shown.said.text() == "1 run comes in"
    click(dialog.go)
    assert kept(window).runs == 1


def test_units_are_asked_only_where_the_file_does_not_tell(read: ReadLogs) -> None:
    assert not read(HEVY).shown.questions.isVisible()


def test_an_answer_decides_at_once_what_comes_in(
    qtbot: QtBot, window: MainWindow, read: ReadLogs
) -> None:
    dialog = read(STRONG)
    units = dialog.shown.questions.rows[Question.UNITS]
    assert notes(dialog) == {STRONG.name: "waits for your answer"}
    assert not dialog.go.isEnabled()
    assert "heaviest set is" in units.hint.text()
    # The first open question has the keyboard.
    assert dialog.focusWidget() is units.buttons[MassUnit.KG]
    QTest.keyClick(units.buttons[MassUnit.KG], Qt.Key.Key_Tab)
    QTest.keyClick(units.buttons[MassUnit.LB], Qt.Key.Key_Space)
    settle(qtbot, dialog)
    assert notes(dialog) == {STRONG.name: "250 new"}
    assert units.buttons[MassUnit.LB].isChecked()
    click(dialog.go)
    loads = [
        each.load
        for done in whole_log(window).diary.values()
        for item in done.items
        for each in item.sets
    ]
    assert {load.unit for load in loads if isinstance(load, Load)} == {MassUnit.LB}


def test_an_answer_can_be_changed(qtbot: QtBot, read: ReadLogs) -> None:
    dialog = read(STRONG)
    for unit in (MassUnit.KG, MassUnit.LB):
        click(dialog.shown.questions.rows[Question.UNITS].buttons[unit])
        settle(qtbot, dialog)
        assert dialog.wish.answers.units is unit
    assert notes(dialog) == {STRONG.name: "250 new"}


def test_the_order_of_dates_is_asked_with_the_days_it_makes(
    qtbot: QtBot, window: MainWindow, read: ReadLogs, tmp_path: Path
) -> None:
    path = hevy_file(tmp_path, "Back squat")
    text = path.read_text(encoding="utf-8").replace("30 Jun 2025", "3/7/2024")
    path.write_text(text, encoding="utf-8")
    dialog = read(path)
    buttons = dialog.shown.questions.rows[Question.DATE_ORDER].buttons
    assert [each.text() for each in buttons.values()] == ["Day: 3 Jul 2024", "Month: 7 Mar 2024"]
    click(buttons[False])
    settle(qtbot, dialog)
    assert "7 Mar 2024" in dialog.shown.more.text()
    click(dialog.go)
    assert [str(each.date) for each in whole_log(window).diary.values()] == ["2024-03-07"]


def test_what_needs_no_answer_comes_in_without_one(window: MainWindow, read: ReadLogs) -> None:
    dialog = read(STRONG, HEVY)
    assert "1 file waits for your answer" in dialog.shown.more.text()
    click(dialog.go)
    assert kept(window).sessions == 17


def test_a_bad_file_says_why_and_keeps_no_other_out(
    window: MainWindow, read: ReadLogs, tmp_path: Path
) -> None:
    bad, cut = tmp_path / "bad.csv", tmp_path / "cut.fit"
    bad.write_bytes(b"\x00\x01 nothing that anybody reads")
    cut.write_bytes((SAMPLES / "run-fenix5.fit").read_bytes()[:200])
    dialog = read(HEVY, bad, cut)
    rows = dialog.shown.list.rows
    assert rows.row_at(0).title == "To look at"
    assert notes(dialog)["bad.csv"] == "not read"
    dialog.shown.list.choose("1")
    click(dialog.shown.unfold)
    assert "this is no log that Hemipelvi can read" in dialog.shown.details.toPlainText()
    click(dialog.shown.copy)
    assert "bad.csv" in QGuiApplication.clipboard().text()
    click(dialog.go)
    assert kept(window).sessions == 17


def test_bad_files_alone_bring_nothing(window: MainWindow, read: ReadLogs, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"\xff\xfe\x00")
    dialog = read(bad)
    assert dialog.shown.said.text() == "This file could not be read."
    assert "It reads FIT" in dialog.shown.details.toPlainText()
    assert not dialog.go.isEnabled()
    QTest.keyClick(dialog.shown.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert kept(window) == NOTHING


def test_lines_left_out_are_listed_with_their_reason(read: ReadLogs, tmp_path: Path) -> None:
    path = hevy_file(tmp_path, "Back squat", "Back squat")
    with path.open("a", encoding="utf-8") as file:
        file.write('"Legs","30 Jun 2025, 18:00","","","Back squat",,"",1,"normal",,,,,\n')
    dialog = read(path)
    assert "1 line left out" in dialog.shown.more.text()
    click(dialog.shown.unfold)
    assert dialog.shown.details.toPlainText().splitlines()[-1].startswith("Line 4: ")


def test_escape_leaves_everything_as_it_was(window: MainWindow, read: ReadLogs) -> None:
    dialog = read(HEVY)
    QTest.keyClick(dialog.shown.list, Qt.Key.Key_Escape)
    assert not shown(window, LogImportDialog)
    assert kept(window) == NOTHING
    assert not window.desk.document.undo_stack.canUndo()


def test_enter_imports(window: MainWindow, read: ReadLogs) -> None:
    QTest.keyClick(read(HEVY).shown.list, Qt.Key.Key_Return)
    assert kept(window).sessions == 17


def test_reading_can_be_called_off(
    qtbot: QtBot, window: MainWindow, read: ReadLogs, tmp_path: Path
) -> None:
    path = large_file(tmp_path)
    dialog = read()
    dialog.read([path])
    qtbot.waitUntil(lambda: dialog.reading.bar.value() > 0, timeout=20_000)
    assert dialog.busy
    click(dialog.leave)
    assert not shown(window, LogImportDialog)
    # The thread hears of it at once, and nothing is left of it.
    qtbot.waitUntil(lambda: not window.logs.findChildren(Errand), timeout=1000)
    assert kept(window) == NOTHING
    assert not window.desk.document.undo_stack.canUndo()


def test_the_window_stays_alive_while_a_large_log_is_read(
    qtbot: QtBot, window: MainWindow, read: ReadLogs, tmp_path: Path
) -> None:
    ticks = QTimer()
    beats: list[int] = []
    ticks.timeout.connect(lambda: beats.append(1))
    dialog = read()
    ticks.start(5)
    dialog.read([large_file(tmp_path)])
    settle(qtbot, dialog)
    # Had the loop stood still meanwhile, there would be two or three.
    assert len(beats) > 5
    assert "20000 sets" in dialog.shown.said.text()


def test_a_folder_dropped_on_the_window_is_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    hevy_file(tmp_path, "Back squat")
    (tmp_path / "notes.txt").write_text("buy chalk", encoding="utf-8")
    drop(window, tmp_path)
    dialog = asked(qtbot, window)
    assert dialog.shown.said.text() == "1 session with 1 set comes in"
    assert dialog.shown.list.rows.rowCount() == 2


def test_an_archive_opened_with_the_program_is_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(hevy_file(tmp_path, "Back squat"), "logs/mine.csv")
    window.raise_with([str(path)])
    dialog = asked(qtbot, window)
    assert list(notes(dialog)) == ["export.zip \u203a logs/mine.csv"]


def test_a_log_without_a_suffix_is_known_by_its_content(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = hevy_file(tmp_path, "Back squat").rename(tmp_path / "mine")
    window.files.open_files([path])
    assert notes(asked(qtbot, window)) == {"mine": "1 new"}


def test_more_files_can_be_dropped_on_the_dialog(
    qtbot: QtBot, read: ReadLogs, tmp_path: Path
) -> None:
    dialog = read(hevy_file(tmp_path, "Back squat"))
    drop(dialog, SAMPLES / "run-fenix5.fit")
    settle(qtbot, dialog)
    assert len(notes(dialog)) == 2


def test_the_dialog_begins_with_what_it_can_read(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = str(hevy_file(tmp_path, "Back squat"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([path], ""))
    window.logs.ask_and_open()
    dialog = shown(window, LogImportDialog)[0]
    assert isinstance(dialog, LogImportDialog)
    assert dialog.focusWidget() is dialog.start.files
    QTest.keyClick(dialog.start.files, Qt.Key.Key_Space)
    settle(qtbot, dialog)
    assert notes(dialog) == {"mine.csv": "1 new"}


def test_after_an_import_the_last_weeks_are_shown(window: MainWindow, read: ReadLogs) -> None:
    click(read(HEVY).go)
    assert len(shown(window, ReplayDialog)) == 1


def test_hostile_names_stay_plain(window: MainWindow, read: ReadLogs, tmp_path: Path) -> None:
    name = "<b>Squat</b> & " + "very " * 60 + "long"
    dialog = read(hevy_file(tmp_path, name, name="<i>mine.csv"))
    assert dialog.shown.list.rows.row_at(0).title == "<i>mine.csv"
    click(dialog.shown.review)
    assert dialog.review is not None
    assert dialog.review.name.text().startswith("<b>Squat</b> & very")
    assert dialog.review.name.textFormat() is Qt.TextFormat.PlainText


def large_file(folder: Path) -> Path:
    """A log that takes a moment to read: 400 sessions of 50 sets."""
    sessions = [
        "".join(
            f'"Legs","{day} {month} {year}, 18:00","","","Back squat",,"",{number},"normal",60,'
            f"{number % 9 + 1},,,\n"
            for number in range(50)
        )
        for year in (2019, 2020, 2021, 2022, 2023)
        for month in ("Jan", "Mar", "May", "Jul")
        for day in range(1, 21)
    ]
    return _with_rows(folder, sessions)


def _with_rows(folder: Path, sessions: list[str]) -> Path:
    path = hevy_file(folder, name="large.csv")
    with path.open("a", encoding="utf-8") as file:
        file.writelines(sessions)
    return path
