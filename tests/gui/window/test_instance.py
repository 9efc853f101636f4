from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket

from hemipelvi_gui.ui.instance import Doorbell, ask_first, socket_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def bell(qtbot: QtBot, home: Path) -> Iterator[Doorbell]:
    made = Doorbell(home)
    yield made
    made.close()
    made.deleteLater()


ASK = """
import sys
from pathlib import Path
from hemipelvi_gui.ui.instance import ask_first
raise SystemExit(not ask_first(Path(sys.argv[1]), sys.argv[2:]))
"""


def ask_elsewhere(qtbot: QtBot, folder: Path, files: list[str]) -> bool:
    """Ask from another process while this one answers."""
    asker = subprocess.Popen([sys.executable, "-c", ASK, str(folder), *files], cwd=ROOT)
    qtbot.waitUntil(lambda: asker.poll() is not None)
    return asker.returncode == 0


def send(qtbot: QtBot, folder: Path, content: bytes) -> None:
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    assert socket.waitForConnected(1000)
    socket.write(content)
    socket.flush()
    qtbot.wait(30)
    socket.abort()
    qtbot.wait(10)


def test_folders_have_names_of_their_own_however_they_are_spelt(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert socket_name(tmp_path / "a" / "b" / "..") == socket_name(tmp_path / "a")
    assert socket_name(tmp_path / "a") != socket_name(tmp_path / "a" / "b")
    assert len(socket_name(tmp_path)) < 40


def test_nobody_answers_where_no_window_is(qtbot: QtBot, home: Path) -> None:
    assert not ask_first(home, [])


def test_the_first_window_hears_of_the_files(qtbot: QtBot, bell: Doorbell, home: Path) -> None:
    with qtbot.waitSignal(bell.rung) as rung:
        assert ask_elsewhere(qtbot, home, ["/gym/Über plan.hemiplan", "/gym/b.hemiplan"])
    assert rung.args == [["/gym/Über plan.hemiplan", "/gym/b.hemiplan"]]


def test_a_line_that_comes_in_pieces_is_put_together(
    qtbot: QtBot, bell: Doorbell, home: Path
) -> None:
    heard: list[list[str]] = []
    bell.rung.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(socket_name(home))
    assert socket.waitForConnected(1000)
    line = json.dumps(["/gym/a.hemiplan"]).encode() + b"\n"
    for piece in (line[:7], line[7:]):
        socket.write(piece)
        socket.flush()
        qtbot.wait(20)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [["/gym/a.hemiplan"]]
    socket.disconnectFromServer()


@pytest.mark.parametrize("content", [b"{}\n", b"\xff\xfe\n", b"[1, null]\n", b'"x"\n', b"\n"])
def test_nonsense_only_shows_the_window(
    qtbot: QtBot, bell: Doorbell, home: Path, content: bytes
) -> None:
    with qtbot.waitSignal(bell.rung) as rung:
        send(qtbot, home, content)
    assert rung.args == [[]]


def test_a_caller_that_hangs_up_at_once_does_no_harm(
    qtbot: QtBot, bell: Doorbell, home: Path
) -> None:
    send(qtbot, home, b"")
    assert ask_elsewhere(qtbot, home, [])


def test_a_name_left_by_a_crash_is_taken_over(qtbot: QtBot, home: Path) -> None:
    crashed = Doorbell(home)
    taken = Doorbell(home)
    with qtbot.waitSignal(taken.rung):
        assert ask_elsewhere(qtbot, home, [])
    for bell in (taken, crashed):
        bell.close()
        bell.deleteLater()


def test_the_window_comes_back_from_the_taskbar(qtbot: QtBot, window: MainWindow) -> None:
    window.showMinimized()
    assert window.windowState() & Qt.WindowState.WindowMinimized
    window.raise_with([])
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isVisible()
