"""From a data folder to a window on the screen, and back to an exit code."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDeadlineTimer,
    QLocale,
    Qt,
    QThread,
    QTimer,
    QTranslator,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hemipelvi_gui import __version__
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.settings import Settings, settings_from
from hemipelvi_gui.paths import resource
from hemipelvi_gui.storage import Lock, Store, acquire, backup, holder, open_store
from hemipelvi_gui.ui.document import Document
from hemipelvi_gui.ui.main_window import MainWindow
from hemipelvi_gui.ui.saver import Saver
from hemipelvi_gui.ui.shelf import Shelf, fresh_session
from hemipelvi_gui.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.session import Session

SHOWN, REFUSED = 0, 2
BACKUP_AFTER_MS = 3000
PATIENCE_MS, POLL_MS = 5000, 50


@dataclass(frozen=True)
class Home:
    """A data folder that is open: the lock, the store and what the settings say.

    Without a store the window works and nothing outlives it.
    """

    folder: Path
    lock: Lock | None
    store: Store | None
    saved: dict[str, object]
    settings: Settings
    own: tuple[Exercise, ...]


def open_window(folder: Path, files: Sequence[Path]) -> int:
    """Show the window on a data folder and stay until it is closed."""
    app = make_app()
    try:
        held = acquire(folder)
        lock = _show_first(folder, files) if held is None else held
        if isinstance(lock, int):
            return lock
        home = open_home(folder, lock)
    except KnownError as error:
        from hemipelvi_gui.ui.dialogs.start_box import go_on_without

        if not go_on_without(error):
            return REFUSED
        home = Home(folder, None, None, {}, Settings(), ())
    window = build_window(app, home)
    window.desk.crash.install()
    window.furnished.connect(partial(_settle, app, home, window))
    window.show()
    if files:
        QTimer.singleShot(0, lambda: window.files.open_files(list(files)))
    code = app.exec()
    gc.enable()
    close_home(home)
    return code


def _settle(app: QApplication, home: Home, window: MainWindow) -> None:
    """What can wait for the first paint: collecting garbage, and listening for later starts."""
    # What the start made stays, so there is nothing to find in it.
    gc.freeze()
    gc.enable()
    if home.lock is None:
        return
    from hemipelvi_gui.ui.instance import Doorbell

    bell = Doorbell(home.folder, window)
    bell.rung.connect(window.raise_with)
    app.aboutToQuit.connect(bell.close)


def make_app() -> QApplication:
    """The application with its names and, where there is one, the translation."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    # As an argument, because QApplication.setStyle gives back a QStyle, and to learn what that is
    # takes PySide 9 ms.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("hemipelvi")
    app.setApplicationDisplayName("Hemipelvi")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("hemipelvi")
    translator = QTranslator(app)
    if translator.load(QLocale(), "hemipelvi", "_", str(resource("i18n"))):
        app.installTranslator(translator)
    return app


def open_home(folder: Path, lock: Lock) -> Home:
    """Open the store. Raises KnownError, with the lock given back."""
    try:
        store = open_store(folder)
        saved = store.settings()
        own = tuple(store.exercises())
    except KnownError:
        lock.release()
        raise
    return Home(folder, lock, store, saved, settings_from(saved), own)


def close_home(home: Home) -> None:
    """Close the store and give the lock back."""
    if home.store is not None:
        home.store.close()
    if home.lock is not None:
        home.lock.release()


def build_window(app: QApplication, home: Home) -> MainWindow:
    """The window with the last session on it, or with the idea on the first run."""
    settings = home.settings
    theme = Theme(app, settings.theme, settings.text_scale)
    saver = Saver(home.folder if home.store is not None else None)
    shelf = Shelf(home.store, saver)
    library = load_exercises(resource("exercises"))
    session = _last_session(shelf, settings)
    document = Document(session, library, settings, shelf.week_lines, home.own)
    shelf.serve(document)
    with theme.building():
        window = MainWindow(theme, document, shelf, saver)
        if not settings.welcomed:
            window.pages.show_welcome()
    for child in (saver, shelf, document):
        child.setParent(window)
    window.files.arrived.connect(window.pages.show_build)
    window.files.weeks_arrived.connect(window.pages.show_week)
    window.files.exercises_arrived.connect(window.pages.show_library)
    window.logs.exercise_asked.connect(window.pages.show_exercise)
    window.desk.crash.known.connect(window.desk.messages.fail)
    window.restore(home.saved)
    QTimer.singleShot(
        BACKUP_AFTER_MS, window, lambda: saver.write_quietly(lambda s: backup(s, datetime.now()))
    )
    return window


def _last_session(shelf: Shelf, settings: Settings) -> Session:
    """The session of last time, else the newest, else an empty one."""
    found = shelf.sessions((settings.last_session,))
    return found.get(settings.last_session) or shelf.newest_session() or fresh_session()


def _show_first(folder: Path, files: Sequence[Path]) -> Lock | int:
    """Another window has this folder: have it shown, or say why that can't be.

    The exit code; or the lock, where the other window was just closing.
    """
    from hemipelvi_gui.ui.instance import ask_first

    patience = QDeadlineTimer(PATIENCE_MS)
    while not patience.hasExpired():
        if ask_first(folder, [str(file) for file in files]):
            return SHOWN
        # It may only just have been started and not listen yet.
        QThread.msleep(POLL_MS)
        lock = acquire(folder)
        if lock is not None:
            return lock
    from hemipelvi_gui.ui.dialogs.start_box import say_taken

    say_taken(folder, holder(folder))
    return REFUSED
