from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.session import Block, Item, Section, Session
from hemipelvi_gui.ui.filenames import LONGEST_BYTES, safe_name
from hemipelvi_gui.ui.messages import MessageBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.main_window import MainWindow

OVERRIDE = "\u202e"
NAMES = {
    "picture": '<img src="file://{picture}"> legs',
    "style": "<style>* {{ background: url(file://{picture}) }}</style>",
    "bidi": f"{OVERRIDE}sgel yadnoM",
    "long": "legs " * 2000,
    "one word": "x" * 10_000,
    "emoji": "🦵🏽👩‍👩‍👧 jambes été \U0001f3c3\u200d\u2642\ufe0f",
    "arabic": "تمرين الساق",
    "lines": "Monday\nTuesday\tWednesday\r\x00end",
    "mnemonic": "Push & pull && carry",
    "percent": "100 % {{name}} %1 %n",
    "blank": "   ",
    "none": "",
}
opened: list[str] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes):
        opened.append(str(arguments[0]))


sys.addaudithook(_note)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture that nobody should ever look at."""
    from PySide6.QtGui import QImage

    path = tmp_path / "secret.png"
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    assert image.save(str(path))
    return path


def reads(path: Path) -> int:
    """When the file was read last, as far as the disk keeps account of that."""
    return path.stat().st_atime_ns


def everything_open(window: MainWindow) -> None:
    """Go through all that shows a session's name."""
    window.build.rename()
    window.build.header.name_edit.clearFocus()
    window.sessions.browse()
    window.sessions.history()
    window.files.sheet()
    window.view.show_sum()
    QApplication.processEvents()
    for top in QApplication.topLevelWidgets():
        if top is not window and top.isVisible():
            top.grab()
            top.close()
    window.grab()


@pytest.mark.parametrize("kind", NAMES)
def test_a_name_is_shown_as_it_is_and_nothing_is_loaded(
    qtbot: QtBot,
    window: MainWindow,
    picture: Path,
    own_exercise: Callable[[str, str], Exercise],
    kind: str,
) -> None:
    name = NAMES[kind].format(picture=picture)
    exercise = own_exercise("mine", name)
    item = Item("i1", "mine", parse("3x8/side @7 20kg"), notes=name)
    unknown = Item("i2", name or "?", parse("3x8"))
    blocks = tuple(Block(f"b{i.id}", Section.STRENGTH, (i,)) for i in (item, unknown))
    session = Session("s1", name, blocks, gym=name, notes=name)
    before = reads(picture)
    opened.clear()
    document = window.desk.document
    document.add_exercises("import exercises", [exercise])
    document.replace_session("import session", None, session)
    window.build.library.search.setText(name[:100])
    everything_open(window)
    window.sessions.delete()
    window.actions_by_name["undo"].trigger()
    assert document.session == session
    assert window.desk.saver.settle()
    assert window.desk.saver.waiting == 0

    assert not any("secret" in each for each in opened)
    assert reads(picture) == before
    assert window.windowTitle().endswith(" – Hemipelvi")
    assert len(window.windowTitle()) < 120
    assert window.width() < 2000
    for label in window.findChildren(QLabel):
        if "<" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()[:80]
    for widget in window.findChildren(QWidget):
        if "secret" in widget.toolTip():
            assert "<img" not in widget.toolTip()
            assert "<style" not in widget.toolTip()


def test_the_title_is_one_line_without_marks_that_turn_it(window: MainWindow) -> None:
    document = window.desk.document
    document.push("rename session", lambda s: replace(s, name=f"Legs\n{OVERRIDE}day"))
    assert window.windowTitle() == "Legs day – Hemipelvi"


def test_messages_about_a_session_cut_its_name(window: MainWindow) -> None:
    window.desk.document.push("rename session", lambda s: replace(s, name="legs " * 2000))
    window.sessions.delete()
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    assert len(bar.text) < 100


def test_undo_texts_stay_short_and_keep_their_ampersand(window: MainWindow) -> None:
    document = window.desk.document
    document.push("rename session", lambda s: replace(s, name="Push & pull " * 50))
    window.build.add_lunge()
    window.sessions.duplicate()
    menu = window.menus["edit"]
    assert isinstance(menu, QMenu)
    assert len(window.actions_by_name["undo"].text()) < 90


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Strength A", "Strength A"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        ('<img src="x">', "img src= x"),
        ("..", "session"),
        ("", "session"),
        ("   ", "session"),
        ("CON", "CON session"),
        ("lpt1.old", "lpt1.old session"),
        ("été 🦵", "été 🦵"),
        (f"{OVERRIDE}fdp", "fdp"),
        ("trailing. . .", "trailing"),
    ],
)
def test_file_names_are_safe_everywhere(name: str, expected: str) -> None:
    assert safe_name(name) == expected


@pytest.mark.parametrize("name", ["x" * 10_000, "🦵" * 5000, "é " * 5000])
def test_file_names_fit_any_disk(name: str, tmp_path: Path) -> None:
    made = safe_name(name)
    assert 0 < len(made.encode()) <= LONGEST_BYTES
    (tmp_path / f"{made}.hemiplan").touch()
