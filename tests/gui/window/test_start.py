from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import acquire, open_store
from hemipelvi_gui.ui import window as windows
from hemipelvi_gui.ui.main_window import MainWindow
from tests.saving import saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "hemipelvi.sqlite"
IGNORE, CLOSE = QMessageBox.StandardButton.Ignore, QMessageBox.StandardButton.Close


def newer(path: Path) -> None:
    open_store(path.parent).close()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA user_version = 99")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE pictures (name)")


def damaged(path: Path) -> None:
    store = open_store(path.parent)
    for number in range(40):
        saved(store, Session(f"s{number}", "Monday", notes="x" * 4000))
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:40960] = b"\xff" * 36864
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.touch()


def no_database(path: Path) -> None:
    path.write_bytes(b"# Shopping\nbananas\n" * 40)


FAULTS: dict[Callable[[Path], None], str] = {
    newer: "newer Hemipelvi",
    foreign: "another program",
    damaged: "damaged",
    empty: "empty",
    no_database: "not a database",
}


class Answer:
    """Presses a button of the message box as soon as it stands there."""

    def __init__(self, button: QMessageBox.StandardButton) -> None:
        self.words = ""
        self.markup = True
        self._button = button
        self._timer = QTimer()
        self._timer.timeout.connect(self._press)
        self._timer.start(10)

    def _press(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self._timer.stop()
            self.words = box.text()
            self.markup = box.textFormat() is not Qt.TextFormat.PlainText
            QTest.mouseClick(box.button(self._button), Qt.MouseButton.LeftButton)


def shown_window() -> MainWindow | None:
    tops = QApplication.topLevelWidgets()
    return next((each for each in tops if isinstance(each, MainWindow) and each.isVisible()), None)


class Visit:
    """Looks at the window as soon as it is there, then closes it."""

    def __init__(self, look: Callable[[MainWindow], None]) -> None:
        self.seen = False
        self._look = look
        self._timer = QTimer()
        self._timer.timeout.connect(self._visit)
        self._timer.start(10)

    def _visit(self) -> None:
        window = shown_window()
        if window is not None:
            self._timer.stop()
            self.seen = True
            try:
                self._look(window)
            finally:
                window.close()
                window.desk.theme.deleteLater()
                window.deleteLater()


@pytest.mark.parametrize("make", FAULTS, ids=lambda each: each.__name__)
def test_a_store_that_cannot_be_used_is_said_and_left_as_it_is(
    application: QApplication, home: Path, make: Callable[[Path], None]
) -> None:
    home.mkdir()
    make(home / NAME)
    before = (home / NAME).read_bytes()
    answer = Answer(CLOSE)
    assert windows.open_window(home, []) == windows.REFUSED
    assert FAULTS[make] in answer.words
    assert NAME in answer.words
    assert not answer.markup
    assert shown_window() is None
    assert (home / NAME).read_bytes() == before
    lock = acquire(home)
    assert lock is not None
    lock.release()


@pytest.mark.parametrize("make", FAULTS, ids=lambda each: each.__name__)
def test_one_can_go_on_without_saving(
    application: QApplication, home: Path, make: Callable[[Path], None]
) -> None:
    home.mkdir()
    make(home / NAME)
    before = (home / NAME).read_bytes()
    answer = Answer(IGNORE)

    def look(window: MainWindow) -> None:
        assert "Nothing is saved" in {each.text() for each in window.findChildren(QLabel)}
        window.build.add_lunge()
        first = window.desk.document.session
        window.sessions.new()
        window.sessions.open(first.id)
        assert window.desk.document.session == first
        window.sessions.delete()
        window.desk.document.undo_stack.undo()
        assert window.desk.document.session == first

    visit = Visit(look)
    assert windows.open_window(home, []) == 0
    assert answer.words
    assert visit.seen
    assert (home / NAME).read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(application: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    answer = Answer(CLOSE)
    assert windows.open_window(tmp_path / "file" / "data", []) == windows.REFUSED
    assert "data" in answer.words


def test_a_window_that_does_not_answer_is_named(
    application: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "PATIENCE_MS", 60)
    lock = acquire(home)
    assert lock is not None
    with lock:
        answer = Answer(CLOSE)
        assert windows.open_window(home, []) == windows.REFUSED
    assert "does not answer" in answer.words
    assert str(home) in answer.words
    assert not (home / NAME).exists()


def test_a_window_that_is_just_closing_is_waited_for(application: QApplication, home: Path) -> None:
    lock = acquire(home)
    assert lock is not None
    leaving = threading.Timer(0.2, lock.release)
    leaving.start()
    visit = Visit(lambda window: window.build.add_lunge())
    assert windows.open_window(home, []) == 0
    leaving.join()
    assert visit.seen


def test_settings_of_another_version_do_no_harm(application: QApplication, home: Path) -> None:
    store = open_store(home)
    store.save_settings(
        {
            "theme": "plaid",
            "text_scale": 90,
            "welcomed": "yes",
            "window": "not base64 at all \u2603",
            "last_session": "gone",
            "from_the_future": {"a": 1},
        }
    )
    store.close()

    def look(window: MainWindow) -> None:
        assert window.desk.document.settings.text_scale == 1.0

    visit = Visit(look)
    assert windows.open_window(home, []) == 0
    assert visit.seen
    store = open_store(home)
    assert store.settings()["from_the_future"] == {"a": 1}
    store.close()
