from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hemipelvi_gui.ui.dialogs.frame import remember_sizes
from hemipelvi_gui.ui.dialogs.log_import_dialog import LogImportDialog
from hemipelvi_gui.ui.messages import MessageBar

# Logs come in through the window.
from tests.gui.window.conftest import (  # noqa: F401  # fixtures
    application,
    home,
    keep,
    open_window,
    window,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.ui.main_window import MainWindow

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
HEVY, STRONG = SAMPLES / "hevy.csv", SAMPLES / "strong-no-notes.csv"
# Two days after the last session of the Hevy sample.
TODAY = date(2025, 7, 2)

HEADER = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
    "set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
)
ReadLogs = Callable[..., LogImportDialog]


class Kept(NamedTuple):
    """How much of each kind is in the file."""

    sessions: int
    runs: int
    exercises: int
    names: int


def hevy_file(folder: Path, *exercises: str, name: str = "mine.csv") -> Path:
    """A log of one session, a set of each exercise."""
    start = '"30 Jun 2025, 18:00","30 Jun 2025, 19:00"'
    rows = [f'"Legs",{start},"","{each}",,"",0,"normal",60,5,,,\n' for each in exercises]
    path = folder / name
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


def whole_log(window: MainWindow) -> Log:  # noqa: F811
    return window.desk.shelf.log(date.min, date.max)


def kept(window: MainWindow) -> Kept:  # noqa: F811
    """What is on the disk, once all of it is written."""
    assert window.desk.saver.settle()
    log = whole_log(window)
    own = window.desk.document.own_exercises
    return Kept(len(log.diary), len(log.done_runs), len(own), len(window.desk.shelf.known_names()))


def said(window: MainWindow) -> str:  # noqa: F811
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return bar.text if bar.isVisible() else ""


def shown(window: MainWindow, kind: type[QWidget]) -> list[QWidget]:  # noqa: F811
    return [each for each in window.findChildren(kind) if each.isVisible()]


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def settle(qtbot: QtBot, dialog: LogImportDialog) -> None:
    """Wait until everything is worked out."""
    qtbot.waitUntil(lambda: dialog.preview is not None and not dialog.busy, timeout=20_000)
    QApplication.processEvents()


@pytest.fixture
def read(qtbot: QtBot, window: MainWindow) -> ReadLogs:  # noqa: F811
    """Opens the dialog on some files and waits until they are read."""
    remember_sizes({})
    window.logs.clock = lambda: TODAY

    def run(*paths: Path) -> LogImportDialog:
        window.logs.open_files(paths)
        found = shown(window, LogImportDialog)
        assert len(found) == 1
        dialog = found[0]
        assert isinstance(dialog, LogImportDialog)
        if paths:
            settle(qtbot, dialog)
        return dialog

    return run
