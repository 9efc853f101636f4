from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.storage import open_store
from tests.builders import session_of

# The Log page is tested in its window, as what is tapped is stored and undone there.
from tests.gui.window.conftest import (  # noqa: F401  # fixtures
    application,
    home,
    keep,
    open_window,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.log import LogPage

TODAY = date(2026, 11, 23)
SQUAT = "back-squat 2x5 @8 100kg rest 150"
LUNGE, BUG = "walking-lunge 2x8/side @7 2x16kg rest 90", "dead-bug 2x8 @6 rest 60"
HOLD = "copenhagen-plank 1x30s/side @7 rest 60"
OpenLog = Callable[..., "LogPage"]


def planned(*blocks: str | tuple[str, ...], **changes: object) -> Session:
    """A session that is planned for today."""
    made = replace(session_of(*blocks), id="s1", name="Strength A", date=TODAY, start=time(18))
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of Session


def easy_run() -> Run:
    """A run that is planned for today."""
    return Run("r1", "Easy 8 km", RunKind.EASY, TODAY, metres=8000.0)


@pytest.fixture
def open_log(
    qtbot: QtBot,
    home: Path,  # noqa: F811
    open_window: Callable[..., MainWindow],  # noqa: F811
) -> OpenLog:
    """Opens the Log page on what is kept in the data folder and these, on a Monday in November."""

    def run(*sessions: Session, runs: tuple[Run, ...] = ()) -> LogPage:
        store = open_store(home)
        try:
            store.apply(
                Changes({each.id: each for each in sessions}, {each.id: each for each in runs})
            )
            if not store.settings():
                store.save_settings(asdict(Settings(theme="light", welcomed=True)))
        finally:
            store.close()
        window = open_window(show=False)
        window.plans.clock = window.logs.clock = lambda: TODAY
        with qtbot.waitExposed(window):
            window.show()
        window.pages.show_log()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QApplication.processEvents()
        return window.pages.log

    return run


@pytest.fixture
def page(open_log: OpenLog) -> LogPage:
    """The page on a day with a squat, a superset and an easy run."""
    return open_log(planned(SQUAT, (LUNGE, BUG)), runs=(easy_run(),))


def diary(page: LogPage) -> list[DoneSession]:
    """What is written down on the shown day."""
    return list(page.day.log.diary.values())


def press(*keys: Qt.Key | str) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        for stroke in key if isinstance(key, str) else ("",):
            # A letter may open a field, which has the keyboard then.
            focus = QApplication.focusWidget()
            assert focus is not None
            if isinstance(key, str):
                QTest.keyClicks(focus, stroke)
            else:
                QTest.keyClick(focus, key)
            QApplication.processEvents()


def click(button: QWidget) -> None:
    """Press a button with the mouse, where it can be seen."""
    assert button.isVisible()
    place = QPoint(8, button.height() // 2) if isinstance(button, QCheckBox) else QPoint()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def in_sight(page: LogPage) -> tuple[str, str]:
    """The exercise and the counter in large type."""
    return page.view.name.text(), page.view.counter.text()


def undo_names(page: LogPage) -> list[str]:
    """Every step that can be undone."""
    stack = page._document.undo_stack  # noqa: SLF001
    return [stack.text(at) for at in range(stack.index())]


def keys_with_alt(page: LogPage) -> list[str]:
    """Every key that leads somewhere: of actions, and the marked letters of what is in sight."""
    window, found = page.window(), list[str]()
    for action in window.findChildren(QAction):
        if action.isEnabled():
            found += [each.toString() for each in action.shortcuts()]
    menus = [each.text() for each in window.menuBar().actions()]  # type: ignore[attr-defined]
    parts = [*window.findChildren(QAbstractButton), *window.findChildren(QLabel)]
    shown = [str(each.property("text")) for each in parts if each.isVisible()]
    marked = [QKeySequence.mnemonic(each).toString() for each in (*menus, *shown)]
    return [each for each in (*found, *marked) if each.startswith("Alt+")]
