from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent

from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.paths import resource
from hemipelvi_gui.storage import acquire, open_store
from hemipelvi_gui.ui.window import Home, build_window, close_home, open_home
from tests.saving import saved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.theme import Theme

OpenWindow = Callable[..., "MainWindow"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The runner's data folder."""
    return tmp_path / "data"


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application; its look and its hooks are as before afterwards."""
    sheet, palette, font, hook = qapp.styleSheet(), qapp.palette(), qapp.font(), sys.excepthook
    yield qapp
    # What was deleted goes now, and a quit that nobody waits for must not end the next dialog.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    sys.excepthook = hook
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def open_window(qtbot: QtBot, application: QApplication, home: Path) -> Iterator[OpenWindow]:
    """Opens the window on the data folder, which may hold settings and sessions already."""
    opened: list[tuple[MainWindow, Home]] = []

    def run(*, show: bool = True) -> MainWindow:
        lock = acquire(home)
        assert lock is not None, "the window before is still open"
        found = open_home(home, lock)
        window = build_window(application, found)
        opened.append((window, found))
        if show:
            with qtbot.waitExposed(window):
                window.show()
        return window

    def shut(window: MainWindow, found: Home) -> None:
        window.close()
        window.desk.saver.close()
        close_home(found)
        themes: list[Theme] = [window.desk.theme]
        window.deleteLater()
        for theme in themes:
            theme.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    run.shut = lambda: shut(*opened.pop())  # type: ignore[attr-defined]
    yield run
    while opened:
        shut(*opened.pop())


@pytest.fixture
def window(open_window: OpenWindow, keep: Callable[..., None]) -> MainWindow:
    """A window past its first page, on an empty session."""
    keep()
    return open_window()


@pytest.fixture
def keep(home: Path) -> Callable[..., None]:
    """Puts sessions and settings into the data folder, as an earlier run did."""

    def put(*sessions: Session, settings: Settings | None = None) -> None:
        store = open_store(home)
        try:
            for session in sessions:
                saved(store, session)
            store.save_settings(asdict(settings or Settings(theme="light", welcomed=True)))
        finally:
            store.close()

    return put


@pytest.fixture
def own_exercise() -> Callable[[str, str], Exercise]:
    """Makes an exercise of one's own."""

    def make(exercise_id: str, name: str) -> Exercise:
        lunge = load_exercises(resource("exercises"))["walking-lunge"]
        return replace(lunge, id=exercise_id, name=name, aliases=())

    return make
