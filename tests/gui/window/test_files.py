from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.importing import Choice
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.session import Block, Item, Section, Session, items
from hemipelvi_gui.exchange import read, write
from hemipelvi_gui.ui.dialogs.import_dialog import ImportDialog
from hemipelvi_gui.ui.messages import MessageBar
from hemipelvi_gui.ui.pages.welcome import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.window.conftest import OpenWindow


def said(window: MainWindow) -> str:
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return bar.text if bar.isVisible() else ""


def plan_file(folder: Path, *sessions: Session, **others: object) -> Path:
    path = folder / "plan.hemiplan"
    write(path, Bundle(sessions=sessions, **others))  # type: ignore[arg-type]
    return path


def drop(window: MainWindow, *urls: QUrl) -> bool:
    mime = QMimeData()
    mime.setUrls(list(urls))
    left, none, copy = (
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.DropAction.CopyAction,
    )
    enter = QDragEnterEvent(QPoint(9, 9), copy, mime, left, none)
    # A drag enters with nothing accepted yet.
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, mime, left, none))
    return enter.isAccepted()


def question(window: MainWindow) -> str:
    dialog = asked(window)
    if dialog is None:
        return ""
    return "\n".join(session.name for session in dialog.plan.bundle.sessions)


def asks_about(window: MainWindow, name: str) -> bool:
    return name in question(window)


def asked(window: MainWindow) -> ImportDialog | None:
    dialogs = [each for each in window.findChildren(ImportDialog) if each.isVisible()]
    return dialogs[0] if dialogs else None


def asked_about_monday(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None], folder: Path
) -> tuple[MainWindow, ImportDialog]:
    """A window with a session of one's own, asking about a file that has it otherwise."""
    mine = Session("s1", "Monday", notes="mine")
    keep(mine)
    window = open_window()
    window.files.open_files([plan_file(folder, replace(mine, notes="theirs"))])
    qtbot.waitUntil(lambda: asked(window) is not None)
    dialog = asked(window)
    assert dialog is not None
    return window, dialog


def test_a_dropped_plan_comes_in_as_one_step(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = plan_file(tmp_path, Session("s1", "Monday"), Session("s2", "Friday"))
    assert drop(window, QUrl.fromLocalFile(str(path)))
    qtbot.waitUntil(lambda: said(window) == "2 sessions came in.")
    assert window.desk.document.session.name == "Monday"
    assert window.actions_by_name["undo"].text() == "Undo import"
    window.actions_by_name["undo"].trigger()
    assert window.desk.document.session.name == "New session"
    assert window.desk.shelf.sessions(["s1", "s2"]) == {}


def test_a_dropped_web_address_is_not_taken(window: MainWindow) -> None:
    assert not drop(window, QUrl("https://example.org/plan.hemiplan"))
    assert not drop(window)


def test_a_plan_that_is_the_same_is_shown_and_not_asked_about(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None], tmp_path: Path
) -> None:
    keep(Session("s1", "Monday"), Session("s2", "Friday"))
    window = open_window()
    path = plan_file(tmp_path, window.desk.shelf.session("s1"))
    window.files.open_files([path])
    qtbot.waitUntil(lambda: said(window) == "You have all of that file already.")
    assert window.desk.document.session.name == "Monday"
    assert not window.desk.document.undo_stack.canUndo()
    assert asked(window) is None


def test_a_plan_that_differs_is_asked_about_and_both_are_kept(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None], tmp_path: Path
) -> None:
    mine = Session("s1", "Monday", notes="mine")
    keep(mine)
    window = open_window()
    window.files.open_files([plan_file(tmp_path, replace(mine, notes="theirs"))])
    qtbot.waitUntil(lambda: asked(window) is not None)
    assert window.desk.shelf.session("s1").notes == "mine"
    assert not window.desk.document.undo_stack.canUndo()
    dialog = asked(window)
    assert dialog is not None
    dialog.go.click()
    document = window.desk.document
    assert document.session.notes == "theirs"
    assert document.session.id != "s1"
    assert window.desk.shelf.session("s1").notes == "mine"


def test_a_plan_that_replaces_mine_gives_it_back_on_undo(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None], tmp_path: Path
) -> None:
    window, dialog = asked_about_monday(qtbot, open_window, keep, tmp_path)
    dialog.choose(Choice.REPLACE)
    dialog.go.click()
    assert window.desk.shelf.session("s1").notes == "theirs"
    window.actions_by_name["undo"].trigger()
    assert window.desk.document.session.notes == "mine"
    assert window.desk.shelf.session("s1").notes == "mine"


def test_saying_no_changes_nothing(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None], tmp_path: Path
) -> None:
    window, dialog = asked_about_monday(qtbot, open_window, keep, tmp_path)
    dialog.reject()
    assert window.desk.document.session.notes == "mine"
    assert not window.desk.document.undo_stack.canUndo()


def test_a_plan_deleted_here_is_asked_about(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None], tmp_path: Path
) -> None:
    mine = Session("s1", "Monday")
    keep(mine)
    window = open_window()
    window.sessions.delete()
    window.files.open_files([plan_file(tmp_path, mine)])
    qtbot.waitUntil(lambda: asked(window) is not None)


def test_own_exercises_of_a_file_come_with_its_session(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, own_exercise: Callable[[str, str], Exercise]
) -> None:
    mine = own_exercise("my-lunge", "My lunge")
    item = Item("i1", "my-lunge", parse("3x8/side @7"))
    session = Session("s1", "Monday", (Block("b1", Section.STRENGTH, (item,)),))
    path = plan_file(tmp_path, session, exercises=(mine,))
    window.files.open_files([path])
    qtbot.waitUntil(lambda: window.desk.document.session.name == "Monday")
    assert window.desk.document.reading.balance.asymmetric_share == 1.0
    window.actions_by_name["undo"].trigger()
    assert "my-lunge" not in window.desk.document.library


def test_a_file_of_plans_only_is_kept_and_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.files.open_files([plan_file(tmp_path, plans=(Plan("p1", "Ten weeks"),))])
    qtbot.waitUntil(lambda: said(window) == "“Ten weeks” came in.")
    assert window.desk.saver.settle()
    assert [plan.name for plan in window.desk.shelf.plans()] == ["Ten weeks"]
    window.desk.document.undo_stack.undo()
    assert window.desk.saver.settle()
    assert window.desk.shelf.plans() == []


def test_an_empty_file_brings_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.files.open_files([plan_file(tmp_path)])
    qtbot.waitUntil(lambda: said(window) != "")
    assert not window.desk.document.undo_stack.canUndo()


def test_files_that_cannot_be_read_are_all_said_beside_the_one_that_could(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.hemiplan"
    wrong.write_text('{"format": "hemipelvi-plan", "version": 99}', encoding="utf-8")
    good = plan_file(tmp_path, Session("s1", "Monday"))
    gone = tmp_path / "gone.ics"
    window.files.open_files([tmp_path / "missing.hemiplan", wrong, gone, good])
    qtbot.waitUntil(lambda: "missing.hemiplan" in said(window))
    lines = said(window).splitlines()
    assert lines[0] == "“Monday” came in."
    assert "missing.hemiplan" in lines[1]
    assert "wrong.hemiplan" in lines[2]
    assert len(lines) == 4
    assert window.desk.document.session.name == "Monday"
    window.desk.document.undo_stack.undo()
    assert said(window).splitlines() == lines


def test_two_files_that_differ_are_asked_about_one_after_the_other(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    paths = []
    for number in ("s1", "s2"):
        session = Session(number, f"Mine {number}")
        window.desk.document.add_session("new session", session)
        folder = tmp_path / number
        folder.mkdir()
        paths.append(plan_file(folder, replace(session, name=f"Theirs {number}")))
    window.files.open_files(paths)
    for name in ("Theirs s1", "Theirs s2"):
        qtbot.waitUntil(partial(asks_about, window, name))
        dialog = asked(window)
        assert dialog is not None
        dialog.reject()
    qtbot.waitUntil(lambda: asked(window) is None)


def test_a_file_opened_on_the_first_run_is_shown_instead_of_the_idea(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window()
    window.files.open_files([plan_file(tmp_path, Session("s1", "Monday"))])
    qtbot.waitUntil(lambda: window.windowTitle() == "Monday – Hemipelvi")
    assert window.build.isVisible()
    assert not any(page.isVisible() for page in window.findChildren(WelcomePage))


def test_an_exported_session_is_read_back_equal(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.build.add_lunge()
    session = window.desk.document.session
    window.files.write_plan(tmp_path / "mine")
    path = tmp_path / "mine.hemiplan"
    assert said(window) == f"Written to {path}."
    (there,) = read(path).sessions
    assert [item.exercise for item in items(there)] == [item.exercise for item in items(session)]
    assert there.name == session.name


def test_an_export_that_fails_is_said(window: MainWindow, tmp_path: Path) -> None:
    window.files.write_plan(tmp_path / "nowhere" / "mine.hemiplan")
    assert "mine.hemiplan" in said(window)
    assert not (tmp_path / "nowhere").exists()


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//club//runs//EN
BEGIN:VEVENT
UID:one@club
DTSTAMP:20261101T080000Z
DTSTART:20261124T070000
SUMMARY:Easy 10 km
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_that_is_here_already_is_not_asked_about(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "club.ics"
    path.write_text(CALENDAR.replace("\n", "\r\n"), encoding="utf-8", newline="")
    window.files.open_files([path])
    qtbot.waitUntil(lambda: asked(window) is not None)
    dialog = asked(window)
    assert dialog is not None
    dialog.go.click()
    qtbot.waitUntil(lambda: asked(window) is None)
    window.files.open_files([path])
    qtbot.waitUntil(lambda: said(window) == "You have all of that file already.")
    assert asked(window) is None
