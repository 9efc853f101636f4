from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.saver import Saver
from tests.saving import saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.storage import Store
    from hemipelvi_gui.ui.main_window import MainWindow

JOURNAL = "hemipelvi.sqlite-journal"


def names_in_file(folder: Path) -> list[str]:
    store = open_store(folder)
    try:
        return [session.name for session in store.sessions()]
    finally:
        store.close()


def saving(session: Session) -> Callable[[Store], object]:
    return lambda store: saved(store, session)


@pytest.fixture
def saver(qtbot: QtBot, home: Path) -> Iterator[Saver]:
    open_store(home).close()
    made = Saver(home)
    yield made
    made.close()


@pytest.fixture
def full_disk(home: Path) -> Iterator[Path]:
    """A data folder on a disk of its own, so full that no page more fits."""
    home.mkdir()
    tool = shutil.which("mount")
    made = tool and subprocess.run(
        [tool, "-t", "tmpfs", "-o", "size=1m", "none", str(home)], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("only root can make a disk to fill")
    yield home
    subprocess.run(["umount", "-l", str(home)], check=True)


def fill(folder: Path) -> Path:
    """Write until the disk is full; the file that fills it."""
    stuff = folder / "stuff"
    try:
        with stuff.open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
    except OSError:
        pass
    return stuff


def test_what_is_given_is_in_the_file(qtbot: QtBot, saver: Saver, home: Path) -> None:
    with qtbot.waitSignals([saver.begun, saver.saved]):
        saver.write(saving(Session("s1", "Monday")))
    assert saver.idle
    assert names_in_file(home) == ["Monday"]


def test_what_cannot_be_written_waits_in_its_order_and_is_tried_again(
    qtbot: QtBot, saver: Saver, home: Path
) -> None:
    # A folder where the journal should be: nothing can be written, even by root.
    (home / JOURNAL).mkdir()
    with qtbot.waitSignal(saver.failed) as said:
        saver.write(saving(Session("s1", "Monday")))
    assert isinstance(said.args[0], KnownError)
    with qtbot.waitSignal(saver.failed):
        saver.write(saving(Session("s1", "Tuesday")))
    qtbot.waitUntil(lambda: saver.waiting == 2)
    assert not saver.idle
    (home / JOURNAL).rmdir()
    with qtbot.waitSignal(saver.saved):
        saver.again()
    store = open_store(home)
    assert [store.saved_version("s1", version).name for version in (1, 2)] == ["Monday", "Tuesday"]
    store.close()


def test_a_full_disk_loses_nothing(qtbot: QtBot, full_disk: Path) -> None:
    open_store(full_disk).close()
    saver = Saver(full_disk)
    with qtbot.waitSignal(saver.saved):
        saver.write(saving(Session("s1", "Before")))
    stuff = fill(full_disk)
    with qtbot.waitSignal(saver.failed) as said:
        saver.write(saving(Session("s2", "After", notes="x" * 60_000)))
    assert "full" in str(said.args[0].message)
    assert names_in_file(full_disk) == ["Before"]
    stuff.unlink()
    with qtbot.waitSignal(saver.saved):
        saver.again()
    saver.close()
    assert names_in_file(full_disk) == ["After", "Before"]


def test_a_bug_in_one_change_stops_no_other(qtbot: QtBot, saver: Saver, home: Path) -> None:
    def bug(_store: Store) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(saver.broke) as said:
        saver.write(bug)
    assert isinstance(said.args[0], ZeroDivisionError)
    with qtbot.waitSignal(saver.saved):
        saver.write(saving(Session("s1", "Monday")))
    assert names_in_file(home) == ["Monday"]


def test_closing_writes_what_is_given(saver: Saver, home: Path) -> None:
    for number in range(40):
        saver.write(saving(Session("s1", f"Draft {number}")))
    saver.close()
    assert names_in_file(home) == ["Draft 39"]


def test_settling_tells_whether_all_is_written(qtbot: QtBot, saver: Saver, home: Path) -> None:
    saver.write(saving(Session("s1", "Monday")))
    assert saver.settle()
    (home / JOURNAL).mkdir()
    with qtbot.waitSignal(saver.failed):
        saver.write(saving(Session("s1", "Tuesday")))
        assert not saver.settle()
    (home / JOURNAL).rmdir()


def test_a_backup_that_fails_says_nothing(qtbot: QtBot, saver: Saver) -> None:
    def refuse(_store: Store) -> None:
        raise KnownError("The disk is full.", "")

    with qtbot.assertNotEmitted(saver.failed), qtbot.waitSignal(saver.saved):
        saver.write_quietly(refuse)


def test_without_a_folder_nothing_is_kept_and_nothing_fails(qtbot: QtBot) -> None:
    saver = Saver(None)
    with qtbot.assertNotEmitted(saver.begun, wait=20):
        saver.write(saving(Session("s1", "Monday")))
    assert (saver.keeps, saver.idle, saver.settle()) == (False, True, True)
    saver.close()


def test_the_window_says_what_is_not_saved_and_saves_it_on_try_again(
    qtbot: QtBot, window: MainWindow, home: Path
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLabel, QPushButton

    from hemipelvi_gui.ui.messages import MessageBar

    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)

    def words() -> set[str]:
        return {label.text() for label in window.findChildren(QLabel)}

    (home / JOURNAL).mkdir()
    window.build.add_lunge()
    qtbot.waitUntil(lambda: "Not saved" in words())
    assert "hemipelvi.sqlite" in bar.text
    assert window.desk.document.session.blocks
    (home / JOURNAL).rmdir()
    (button,) = bar.findChildren(QPushButton)
    assert button.text() == "Try again"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "All changes saved" in words())
    assert len(names_in_file(home)) == 1


def test_the_window_stays_when_closing_would_lose_changes(
    qtbot: QtBot, window: MainWindow, home: Path
) -> None:
    (home / JOURNAL).mkdir()
    window.build.add_lunge()
    assert not window.close()
    assert window.isVisible()
    (home / JOURNAL).rmdir()
    assert window.close()
    assert len(names_in_file(home)) == 1
